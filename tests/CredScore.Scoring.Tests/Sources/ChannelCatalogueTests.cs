using System.Text.RegularExpressions;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

/// <summary>The registry of channels: an id that nobody saw, or one that stands twice, would name the wrong owner.</summary>
public sealed partial class ChannelCatalogueTests
{
    private static readonly Dictionary<string, string> Files = new(CatalogueSet.EmbeddedFiles());
    private static readonly string[] EvidenceWords = ["apiAnswer", "audit", "channelSet", "feedCheck", "ownPage", "panel", "publicLink", "shelf", "watchPage"];

    [Test]
    public void Holds_at_least_two_hundred_channels() => Assert.That(Rows("channels"), Has.Count.GreaterThanOrEqualTo(200));

    [Test]
    public void Writes_keys_as_they_are_compared()
        => Assert.That(Keys().Where(key => !KeyForm().IsMatch(key)), Is.Empty, "channels.tsv: UC and 22 characters, @handle or user/name in lower case.");

    [Test]
    public void Gives_each_key_to_one_channel()
        => Assert.That(Keys().GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);

    [Test]
    public void Puts_the_id_first_where_it_is_known()
        => Assert.That(Rows("channels").Where(row => row[1].Split('|').Any(key => key.StartsWith("UC", StringComparison.Ordinal))).Select(row => row[0]), Is.Empty);

    [Test]
    public void Names_a_kind_that_is_known()
    {
        var known = Enum.GetNames<ChannelKind>().Except(["Unknown"]).Select(kind => char.ToLowerInvariant(kind[0]) + kind[1..]).ToHashSet(StringComparer.Ordinal);
        Assert.That(Rows("channels").Where(row => !known.Contains(row[3])).Select(row => row[0]), Is.Empty);
    }

    [Test]
    public void Says_of_each_channel_where_its_id_or_handle_was_seen()
        => Assert.That(Rows("channels").Where(row => row[5].Split('|').Any(seen => !EvidenceForm().IsMatch(seen) || !EvidenceWords.Contains(seen.Split(' ')[0]))).Select(row => row[0]), Is.Empty);

    [Test]
    public void Gives_each_channel_a_name_and_a_reason()
        => Assert.That(Rows("channels").Where(row => row[2].Length == 0 || row[6].Length == 0).Select(row => row[0]), Is.Empty);

    [Test]
    public void Calls_nothing_a_health_source_that_YouTube_did_not_list()
        => Assert.That(Rows("channels").Where(row => (row[4] is "yes") != (row[5].Contains("shelf", StringComparison.Ordinal) || row[5].Contains("panel", StringComparison.Ordinal))).Select(row => row[0]), Is.Empty);

    [Test]
    public void Lists_no_newsroom_whose_site_is_no_news()
    {
        var types = Rows("hosts").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var newsrooms = Rows("channels").Where(row => row[3] is "newsroom").Select(row => row[6].Split(' ').FirstOrDefault(word => types.ContainsKey(word)) ?? row[0]);
        Assert.That(newsrooms.Where(host => types.GetValueOrDefault(host) is not "news"), Is.Empty);
    }

    [Test]
    public void Says_which_channels_claim_one_key()
    {
        var files = new Dictionary<string, string>(Files) { ["channels"] = Files["channels"] + "user/zz\t@cnn\tExample\tnewsroom\t\taudit 2023\tan example\n" };
        Assert.That(() => CatalogueSet.Parse(files), Throws.TypeOf<InvalidDataException>().With.Message.Contains("@cnn to two channels"));
    }

    private static IEnumerable<string> Keys() => Rows("channels").SelectMany(row => row[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row[0]));

    private static List<string[]> Rows(string name) => [.. Files[name].TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split('\t'))];

    [GeneratedRegex("^(UC[A-Za-z0-9_-]{22}|@[a-z0-9._-]{3,30}|user/[a-z0-9]+)$")]
    private static partial Regex KeyForm();

    [GeneratedRegex("^[a-zA-Z]+( 20[0-2][0-9](-20[0-2][0-9])?)?$")]
    private static partial Regex EvidenceForm();
}
