using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

/// <summary>The phrases and hosts by which descriptions are read.</summary>
public sealed class DescriptionCatalogueTests
{
    private static readonly Dictionary<string, string> Files = new(CatalogueSet.EmbeddedFiles());

    [Test]
    public void Speaks_the_main_languages()
    {
        var languages = Rows("description-phrases").SelectMany(row => row[2].Split('|')).ToHashSet(StringComparer.Ordinal);
        Assert.That(languages, Is.SupersetOf(new[] { "en", "de", "fr", "es", "it", "pt", "nl" }));
    }

    [Test]
    public void Gives_the_body_behind_the_letters_of_a_guideline()
        => Assert.That(Rows("description-phrases").Where(row => row[1] is "guideline" && row[3].Length == 0).Select(row => row[0]), Is.Empty);

    [TestCase("description-phrases", "phrase\tkind\tlanguage\tnote\nbuy\tnonsense\ten\t\n", "unknown kind: nonsense")]
    [TestCase("description-hosts", "host\tkind\tnote\nexample.org\tnonsense\t\n", "unknown kind: nonsense")]
    public void Says_what_is_wrong_with_a_file(string name, string text, string message)
    {
        var files = new Dictionary<string, string>(Files) { [name] = text };
        Assert.That(() => DescriptionCatalogue.Parse(files), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
    }

    private static List<string[]> Rows(string name) => [.. Files[name].TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split('\t'))];
}
