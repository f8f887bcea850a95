using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Scoring.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Whatever the input, there is a video or none, and never an exception.</summary>
internal sealed class YouTubeHostileInputTests
{
    private static readonly string[] Pages = ["youtube-lecture", "youtube-old", "youtube-mobile", "youtube-microdata"];

    private static readonly string[] Values =
    [
        "null", "true", "7", "-1", "1e308", "99999999999999999999", "\"\"", "\"text\"", "\"\\ud800\"", "\"\\\\ud800\"", "[]", "{}", "[[[[1]]]]", "{\"simpleText\":7}", "{\"runs\":[7,{\"text\":{}}]}", "{\"content\":null}",
    ];

    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "var ytInitialData = ", "window[\"ytInitialPlayerResponse\"] = {", "{", "}", "\"", "\\", "'\\x7b\\u", "<meta itemprop=identifier content=x>", "<div itemscope itemtype=schema.org/VideoObject>",
        "\0", "\ud800", "]]>", "<!--", "ytInitialData={ytInitialData={", "<template>", "<svg><script>",
    ];

    private static readonly Gen<string> PageGen = Gen.Int[0, Pages.Length - 1].Select(i => Pages[i]);
    private static readonly Gen<string> ValueGen = Gen.Int[0, Values.Length - 1].Select(i => Values[i]);
    private static readonly Gen<string> PieceGen = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static string Both { get; } = $"[{Document("player.json")},{Document("next.json")}]";

    [Test]
    public void Reads_pages_cut_anywhere()
        => Gen.Select(PageGen, Gen.Double[0, 1]).Sample((page, share) =>
        {
            var html = YouTubeSamples.Html(page);
            ReadPage(html[..(int)(html.Length * share)]);
        }, iter: 200);

    [Test]
    public void Reads_pages_with_pieces_thrown_in()
        => Gen.Select(PageGen, Gen.Select(Gen.Double[0, 1], PieceGen).Array[1, 12]).Sample((page, changes) =>
        {
            var html = new StringBuilder(YouTubeSamples.Html(page));

            foreach (var (share, piece) in changes)
            {
                html.Insert((int)(html.Length * share), piece);
            }

            ReadPage(html.ToString());
        }, iter: 300);

    [Test]
    public void Reads_documents_with_values_of_other_types()
        => Gen.Select(Gen.Int[0, 100_000], ValueGen).Array[1, 6].Sample(changes =>
        {
            var root = JsonNode.Parse(Both)!;
            var marks = changes.Select((change, i) => (Mark: Put(root, change.Item1, i), Value: change.Item2)).ToList();

            // A tree cannot hold half a character, so the values are put into its text.
            ReadDocument(Encoding.UTF8.GetBytes(marks.Aggregate(root.ToJsonString(), (json, change) => json.Replace(change.Mark, change.Value, StringComparison.Ordinal))));
        }, iter: 1000);

    [Test]
    public void Reads_documents_with_renamed_keys()
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 3]).Array[1, 6].Sample(changes =>
        {
            var json = Both;

            foreach (var (place, kind) in changes)
            {
                var at = json.IndexOf("Renderer\"", place % json.Length, StringComparison.Ordinal);
                json = at < 0 ? json : json.Insert(at, kind switch { 0 => "New", 1 => "\\ud800", 2 => "\\u0041", _ => "é" });
            }

            ReadDocument(Encoding.UTF8.GetBytes(json));
        }, iter: 500);

    [Test]
    public void Reads_documents_with_any_byte_changed()
        => Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var json = Encoding.UTF8.GetBytes(Both);

            foreach (var (place, value) in changes)
            {
                json[place % json.Length] = value;
            }

            ReadDocument(json);
        }, iter: 1000);

    [Test]
    public void Reads_text_that_is_no_page() => Gen.OneOf(Gen.String, PieceGen.Array[0, 40].Select(string.Concat)).Sample(ReadPage, iter: 500);

    [TestCase("{\"a\":", "}")]
    [TestCase("[", "]")]
    [TestCase("{\"playerResponse\":", "}")]
    [TestCase("{\"contents\":{\"x\":", "}}")]
    public void Answers_clearly_to_ten_thousand_levels(string open, string close)
    {
        var json = new StringBuilder().Insert(0, open, 10_000).Append("{}").Append(new StringBuilder().Insert(0, close, 10_000)).ToString();
        Assert.That(YouTubeReader.ReadJson(Encoding.UTF8.GetBytes(json), null, out var refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(YouTubeRefusal.TooDeep));
        Assert.That(YouTubeReader.ReadHtml($"<script>var ytInitialData = {(json[0] is '{' ? json : "{\"a\":" + json + "}")};</script>", null, out refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(YouTubeRefusal.TooDeep));
    }

    [Test]
    public void Refuses_what_is_longer_than_any_page()
    {
        Assert.That(YouTubeReader.ReadHtml(new string(' ', YouTubeReader.LongestInput + 1), null, out var refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(YouTubeRefusal.TooLong));
        var half = new byte[(YouTubeReader.LongestInput / 2) + 1];
        Assert.That(YouTubeReader.ReadJson([half, half], null, out refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(YouTubeRefusal.TooLong));
    }

    [TestCase("ytInitialData = {")]
    [TestCase("ytInitialData = {};")]
    [TestCase("ytInitialData = '\\x7b")]
    [TestCase("\\")]
    [TestCase("</script><script>ytInitialData={}")]
    [CancelAfter(30_000)]
    public void Reads_scripts_of_ten_million_characters(string piece)
        => ReadPage("<script>" + new StringBuilder().Insert(0, piece, 10_000_000 / piece.Length) + "</script>");

    [Test]
    [CancelAfter(30_000)]
    public void Reads_a_document_as_long_as_is_taken()
    {
        var items = string.Join(',', Enumerable.Repeat("{\"itemSectionRenderer\":{\"contents\":[{\"infoPanelContentRenderer\":{}}]}}", 400_000));
        ReadDocument(Encoding.UTF8.GetBytes("{\"contents\":{\"twoColumnWatchNextResults\":{\"results\":{\"results\":{\"contents\":[" + items + "]}}}}}"));
    }

    [Test]
    public void Replaces_half_characters_and_keeps_whole_ones()
    {
        var video = YouTubeSamples.ReadText("""{"title":"a\ud800b\\ud800 \ud83d\ude00 \udc00"}""")!;
        Assert.That(video.Title, Is.EqualTo("a\uFFFDb\\ud800 😀 \uFFFD"));
    }

    [Test]
    public void Replaces_bytes_that_are_no_text()
    {
        byte[] json = [.. "{\"title\":\"a"u8, 0xFF, .. "b\"}"u8];
        Assert.That(YouTubeReader.ReadJson(json)!.Title, Is.EqualTo("a\uFFFDb"));
    }

    private static string Document(string name) => Encoding.UTF8.GetString(YouTubeSamples.Json("youtube-collaboration", name));

    // Marks a place in a tree, and answers the mark as it stands in the tree's text.
    private static string Put(JsonNode root, int place, int number)
    {
        var nodes = Below(root).Skip(1).ToList();
        var mark = $"@{number}@";

        if (nodes.Count > 0)
        {
            nodes[place % nodes.Count].ReplaceWith(mark);
        }

        return $"\"{mark}\"";
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var children = node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
        return children.OfType<JsonNode>().SelectMany(Below).Prepend(node);
    }

    private static void ReadPage(string html)
    {
        var video = YouTubeReader.ReadHtml(html, null, out var refusal);
        Assert.That(video is null, Is.EqualTo(refusal is not null));
        YouTubeReader.PageKindOf(html);
    }

    private static void ReadDocument(byte[] json)
    {
        var video = YouTubeReader.ReadJson(json, null, out var refusal);
        Assert.That(video is null, Is.EqualTo(refusal is not null));

        if (video is not null)
        {
            Assert.That(JsonSerializer.Serialize(YouTubeFields.Of(video, isHashed: true)), Is.Not.Empty);
        }
    }
}
