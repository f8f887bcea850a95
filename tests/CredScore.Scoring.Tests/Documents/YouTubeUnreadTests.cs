using System.Text;
using System.Text.Json;
using CredScore.Scoring.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>What is left out is exactly the objects and lists below the names of what nothing reads, whatever stands in strings.</summary>
internal sealed class YouTubeUnreadTests
{
    private static readonly string[] Unread = ["endScreen", "secondaryResults", "thumbnails", "playerConfig"];

    private static readonly string[] Others = ["title", "contents", "endscreen", "preendScreen", "endScreen\"", "x\"endScreen", "\\", "", "secondaryResults\\", "é😀"];

    private static readonly string[] Texts =
        ["", "\\", "\"", "\\\"", "\"endScreen\":{", "}]", "{[", "\"thumbnails\": [", "a long text of more than thirty-two bytes with \"quotes\" and \\ in it", ":", "\\\\\\", "é😀", "\t\n"];

    private static readonly Gen<string> NameGen = Gen.OneOf(OneOf(Unread), OneOf(Others));

    [Test]
    public void Leaves_out_what_stands_below_a_name()
        => Assert.That(LeaveOut("""{"a":1,"endScreen": {"b":["}"]},"thumbnails":[{}],"endScreen":7,"c":{"secondaryResults":[[]]}}"""), Is.EqualTo("""{"a":1,"endScreen": 0,"thumbnails":0,"endScreen":7,"c":{"secondaryResults":0}}"""));

    [TestCase("endScreen")]
    [TestCase("productListRenderer")]
    [TestCase("expandableVideoDescriptionBodyRenderer")]
    [TestCase("merchandiseShelfRenderer")]
    [TestCase("reelShelfRenderer")]
    [TestCase("translationLanguages")]
    [TestCase("adSlots")]
    public void Tells_names_apart_that_end_alike(string name)
        => Assert.That(LeaveOut("""{"itemSectionRenderer":{"*":{"a":1},"x*":{"a":2}}}""".Replace("*", name, StringComparison.Ordinal)), Is.EqualTo("""{"itemSectionRenderer":{"*":0,"x*":{"a":2}}}""".Replace("*", name, StringComparison.Ordinal)));

    [TestCase("""{"endScreen":""")]
    [TestCase("""{"endScreen":{"a":[1]""")]
    [TestCase("""{"endScreen":{"a":"}""")]
    [TestCase("""{"endScreen":[}""")]
    [TestCase("""endScreen":{}""")]
    [TestCase("\"endScreen\":\\\"")]
    public void Leaves_what_has_no_end_as_it_is(string json) => Assert.That(LeaveOut(json)[..5], Is.EqualTo(json[..5]));

    [Test]
    public void Leaves_out_the_same_as_a_parser_would()
        => Gen.Select(TreeGen(5), Gen.Bool, Gen.Bool).Sample((tree, isIndented, isEscaped) =>
        {
            var options = new JsonSerializerOptions { WriteIndented = isIndented, Encoder = isEscaped ? null : System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            var json = JsonSerializer.Serialize(tree, options);
            return LeaveOut(json) == JsonSerializer.Serialize(Without(tree), options);
        }, iter: 5000);

    [Test]
    public void Takes_documents_cut_anywhere_and_with_any_byte_changed()
        => Gen.Select(TreeGen(5), Gen.Int[0, 100_000], Gen.Byte).Sample((tree, place, value) =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(tree);
            json[place % json.Length] = value;
            var output = new byte[json.Length];
            Assert.That(YouTubeUnread.LeaveOut(json, output), Is.LessThanOrEqualTo(json.Length));
            Assert.That(YouTubeUnread.LeaveOut(json.AsSpan(0, place % json.Length), output), Is.LessThanOrEqualTo(place % json.Length));
        }, iter: 2000);

    [Test]
    public void Leaves_out_half_of_a_document_of_ten_million_levels()
    {
        var json = "{\"title\":\"t\",\"endScreen\":" + new string('[', 10_000_000) + new string(']', 10_000_000) + "}";
        Assert.That(LeaveOut(json), Is.EqualTo("""{"title":"t","endScreen":0}"""));
    }

    // Both apart and in place, which must agree.
    private static string LeaveOut(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var output = new byte[utf8.Length];
        var written = Encoding.UTF8.GetString(output, 0, YouTubeUnread.LeaveOut(utf8, output));
        Assert.That(Encoding.UTF8.GetString(utf8, 0, YouTubeUnread.LeaveOut(utf8, utf8)), Is.EqualTo(written));
        return written;
    }

    private static object Without(object tree) => tree switch
    {
        Dictionary<string, object> members => members.ToDictionary(member => member.Key, member => IsLeftOut(member) ? 0 : Without(member.Value)),
        List<object> items => items.Select(Without).ToList(),
        _ => tree,
    };

    private static bool IsLeftOut(KeyValuePair<string, object> member) => Unread.Contains(member.Key) && member.Value is (Dictionary<string, object> or List<object>);

    private static Gen<object> TreeGen(int levels)
    {
        var leaf = OneOf(Texts).Select(text => (object)text);

        if (levels == 0)
        {
            return leaf;
        }

        var inner = TreeGen(levels - 1);
        var members = Gen.Select(NameGen, inner).Array[0, 4].Select(pairs => (object)pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        return Gen.OneOf(members, inner.Array[0, 3].Select(items => (object)items.ToList()), leaf);
    }

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
