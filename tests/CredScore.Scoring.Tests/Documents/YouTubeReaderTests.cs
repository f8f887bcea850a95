using System.Text;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Pages and documents in YouTube's markup of 2020 to 2026, written for these tests.</summary>
internal sealed class YouTubeReaderTests
{
    private const string OneId = "Mea5les_L01";
    private const string OtherId = "An0therVid1";

    [TestCase("youtube-lecture")]
    [TestCase("youtube-old")]
    [TestCase("youtube-mobile")]
    [TestCase("youtube-microdata")]
    [TestCase("youtube-collaboration")]
    public void Reads_every_field_of_a_sample(string name)
    {
        var fields = YouTubeFields.Of(YouTubeSamples.Read(name)!, isHashed: false);
        Assert.That(fields, Is.EquivalentTo(YouTubeFields.Expected(YouTubeSamples.FileOf(name, "expected.json"))[name]));
    }

    [Test]
    public void Keeps_when_it_was_fetched()
    {
        var time = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.That(YouTubeReader.ReadHtml(YouTubeSamples.Html("youtube-lecture"), time)!.FetchedAt, Is.EqualTo(time));
    }

    [Test]
    public void Chooses_each_field_from_the_document_that_has_it_in_any_order()
    {
        byte[] television = Encoding.UTF8.GetBytes("""{"playabilityStatus":{"status":"OK"},"videoDetails":{"videoId":"Mea5les_L01","channelId":"UCmeaslesLectures0000001","lengthSeconds":"150"}}""");
        byte[] microformat = Encoding.UTF8.GetBytes("""{"videoDetails":{"videoId":"Mea5les_L01"},"microformat":{"playerMicroformatRenderer":{"title":{"simpleText":"Measles"},"lengthSeconds":"151","category":"Education"}}}""");

        foreach (var video in new[] { YouTubeReader.ReadJson([television, microformat]), YouTubeReader.ReadJson([microformat, television]) })
        {
            Assert.That((video!.Title, video.LengthSeconds, video.Category, video.Channel!.Id), Is.EqualTo(("Measles", 150, "Education", "UCmeaslesLectures0000001")));
        }
    }

    [TestCase("""{"player":PLAYER,"next":NEXT,"microformat":FORMAT}""")]
    [TestCase("""[{"page":"watch"},{"playerResponse":PLAYER},{"response":NEXT},FORMAT]""")]
    [TestCase("""{"playerResponse":PLAYER,"response":NEXT,"microformat":FORMAT}""")]
    [TestCase("""[FORMAT,NEXT,PLAYER]""")]
    [TestCase(")]}'\n[FORMAT,NEXT,PLAYER]")]
    public void Opens_wrappers_and_lists(string wrapper)
    {
        var json = wrapper
            .Replace("PLAYER", """{"videoDetails":{"videoId":"Mea5les_L01","title":"Measles"}}""", StringComparison.Ordinal)
            .Replace("NEXT", """{"contents":{},"currentVideoEndpoint":{"watchEndpoint":{"videoId":"Mea5les_L01"}},"playerOverlays":{"playerOverlayRenderer":{}}}""", StringComparison.Ordinal)
            .Replace("FORMAT", """{"playerMicroformatRenderer":{"category":"Education"}}""", StringComparison.Ordinal);

        var video = YouTubeSamples.ReadText(json)!;
        Assert.That((video.Id, video.Title, video.Category, video.ChapterOrigin), Is.EqualTo((OneId, "Measles", "Education", (ChapterOrigin?)ChapterOrigin.None)));
    }

    [Test]
    public void Reads_a_plain_object_as_far_as_it_goes()
    {
        var video = YouTubeSamples.ReadText("""
            {"title":"Measles","description":"","channel":{"id":"UCmeaslesLectures0000001","handle":"measleslectures","name":"Lectures"},"publishedAt":"2024-03-05T10:00:00Z",
             "lengthSeconds":150,"keywords":["a",1,"b"],"category":"Education","views":"12"}
            """)!;

        Assert.Multiple(() =>
        {
            Assert.That((video.Id, video.Title, video.Description, video.Views, video.Likes), Is.EqualTo(((string?)null, "Measles", "", (long?)12, (long?)null)));
            Assert.That(video.Channel, Is.EqualTo(new VideoChannel { Id = "UCmeaslesLectures0000001", Handle = "@measleslectures", Name = "Lectures", Links = video.Channel!.Links }));
            Assert.That((video.Published, video.LengthSeconds, video.Category), Is.EqualTo(((DateOnly?)new DateOnly(2024, 3, 5), (int?)150, "Education")));
            Assert.That(video.Keywords, Is.EqualTo(new[] { "a", "b" }));
            Assert.That((video.IsLive, video.IsAgeRestricted, video.Captions, video.Availability), Is.EqualTo(((bool?)null, (bool?)null, (IReadOnlyList<CaptionTrack>?)null, (VideoAvailability?)null)));
        });
    }

    [Test]
    public void Leaves_out_what_another_video_says()
    {
        var player = """{"videoDetails":{"videoId":"Mea5les_L01","title":"Measles"}}""";
        var next = Encoding.UTF8.GetString(YouTubeSamples.Json("youtube-collaboration", "next.json"));
        var video = YouTubeSamples.ReadText($"[{next},{player}]")!;

        Assert.That((video.Id, video.Title, video.Views, video.Panels.Count, string.Join(' ', video.OtherIds)), Is.EqualTo((OneId, "Measles", (long?)null, 0, "C0llabMeas1")));
    }

    [Test]
    public void Leaves_out_a_microformat_of_another_video()
    {
        var video = YouTubeSamples.ReadText("""
            {"videoDetails":{"videoId":"Mea5les_L01","title":"Measles"},"microformat":{"playerMicroformatRenderer":{"externalVideoId":"An0therVid1","category":"Music"}}}
            """)!;

        Assert.That((video.Id, video.Category, video.OtherIds.Single()), Is.EqualTo((OneId, (string?)null, OtherId)));
    }

    [Test]
    public void Finds_renderers_that_were_wrapped_anew_and_never_those_of_other_videos()
    {
        var video = YouTubeSamples.ReadText("""
            {"contents":{"newColumns":{"deep":[[{"x":{"videoPrimaryInfoRenderer":{"title":{"content":"Measles"}}}}]],
             "secondaryResults":{"videoSecondaryInfoRenderer":{"attributedDescription":{"content":"Not this one"}}}}}}
            """)!;

        Assert.That((video.Title, video.Description), Is.EqualTo(("Measles", (string?)null)));
    }

    [TestCase("{}", YouTubeRefusal.NotAVideo)]
    [TestCase("[]", YouTubeRefusal.NotAVideo)]
    [TestCase("null", YouTubeRefusal.NotAVideo)]
    [TestCase("\"text\"", YouTubeRefusal.NotAVideo)]
    [TestCase("{\"contents\":{\"twoColumnSearchResultsRenderer\":{}}}", YouTubeRefusal.NotAVideo)]
    [TestCase("", YouTubeRefusal.NotJson)]
    [TestCase("{\"videoDetails\":{\"videoId\":\"Mea5", YouTubeRefusal.NotJson)]
    public void Says_why_there_is_no_video(string json, YouTubeRefusal expected)
    {
        Assert.That(YouTubeReader.ReadJson(Encoding.UTF8.GetBytes(json), null, out var refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("<html><body><p>A page of another site.</p></body></html>")]
    [TestCase("<html><head><meta property=og:title content=Measles></head></html>")]
    [TestCase("<div itemscope itemtype='http://schema.org/VideoObject'><meta itemprop=name content=Measles><meta itemprop=identifier content=Mea5les_L01></div>")]
    public void Finds_no_video_on_a_page_that_is_not_YouTubes(string html)
    {
        Assert.That(YouTubeReader.ReadHtml(html, null, out var refusal), Is.Null);
        Assert.That(refusal, Is.EqualTo(YouTubeRefusal.NotAVideo));
    }

    [TestCase("<form action=\"https://consent.youtube.com/save\" method=\"POST\"><input name=\"continue\" value=\"https://www.youtube.com/watch?v=Mea5les_L01\"></form>", YouTubePageKind.Consent)]
    [TestCase("<form action=\"https://www.google.com/sorry/index\"><div class=\"g-recaptcha\"></div></form>", YouTubePageKind.BotCheck)]
    [TestCase("<script>var ytInitialPlayerResponse = {\"playabilityStatus\":{}};</script><a href=\"https://consent.youtube.com/d\">", YouTubePageKind.Watch)]
    [TestCase("<script>var ytInitialPlayerResponse = null;</script>", YouTubePageKind.Other)]
    [TestCase("", YouTubePageKind.Other)]
    public void Tells_the_kind_of_a_page(string html, YouTubePageKind kind) => Assert.That(YouTubeReader.PageKindOf(html), Is.EqualTo(kind));
}
