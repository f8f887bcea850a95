using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>The recordings of 2020 to 2026: what is read, and why the rest is not.</summary>
[Category("RealData")]
internal sealed class YouTubeRecordingsTests
{
    // Fields that a page of a video shows as a rule. The others are marks that most videos lack.
    private static readonly string[] Fields =
    [
        "id", "title", "description", "channel.id", "channel.handle", "channel.name", "channel.subscribers", "published", "uploaded", "lengthSeconds", "category", "keywords", "views", "likes",
        "captions", "chapterOrigin", "pictureHeight", "comments", "ageRestricted", "live", "unlisted", "availability",
    ];

    private static readonly string[] OfNextAlone = ["channel.subscribers", "chapterOrigin", "comments"];
    private static readonly string[] OfMicroformat = ["channel.handle", "published", "uploaded", "category", "likes", "ageRestricted", "unlisted"];
    private static readonly string[] OfPlayerAlone = ["uploaded", "lengthSeconds", "category", "keywords", "captions", "pictureHeight", "ageRestricted", "unlisted", "availability"];

    // The first that holds is the reason of a miss.
    private static readonly (string Reason, Func<string, YouTubeVideo, string, bool> Holds)[] Reasons =
    [
        ("a private video's page holds nothing of it", (_, video, _) => video.Availability is VideoAvailability.Private),
        ("the page has microdata alone", (name, _, _) => name is "html/postlight.html"),
        ("recorded before handles", (name, _, field) => field is "channel.handle" && (name.StartsWith("html/", StringComparison.Ordinal) || name.Contains("watch_pbj", StringComparison.Ordinal))),
        ("runs live", (_, video, field) => video.IsLive is true && field is "lengthSeconds" or "comments" or "captions"),
        ("a next response alone", (name, _, field) => name.Contains(".next.", StringComparison.Ordinal) && OfPlayerAlone.Contains(field)),
        ("no next response, or its main column is missing", (name, _, field) => (IsPlayerAlone(name) || name is "watch/default_novisualmetadatavideo") && OfNextAlone.Contains(field)),
        ("a player response without microformat", (name, _, field) => IsPlayerAlone(name) && OfMicroformat.Contains(field)),
        ("a television's player response has no words", (name, _, field) => name.Contains("TVHTML5", StringComparison.Ordinal) && field is "title" or "description" or "channel.name" or "keywords" or "views"),
        ("does not play", (_, video, field) => video.Availability is not (null or VideoAvailability.Available) && field is "captions" or "pictureHeight" or "views"),
        ("a microformat alone", (name, _, field) => name.Contains("player.WEB.2026", StringComparison.Ordinal) && field is "keywords" or "pictureHeight" or "captions" or "live" or "availability"),
        ("the page shows no count", (name, _, field) => (name is "html/pytube_5YceQ8YqYMc.html" && field is "likes") || (name is "html/ytdlcore_rental.watch.html" && field is "channel.subscribers")),
        ("the streaming data was taken out of the recording", (name, _, field) => name is "html/ytdlcore_regular.watch.html" && field is "pictureHeight"),
    ];

    [Test]
    public void Knows_the_reason_of_every_miss()
    {
        var counts = YouTubeSamples.Recordings().Where(recording => recording.Video is not null)
            .SelectMany(recording => MissesOf(recording.Name, recording.Video!))
            .CountBy(miss => miss).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}");

        Assert.That(counts, Is.EqualTo(new[]
        {
            "a microformat alone: 10",
            "a next response alone: 189",
            "a player response without microformat: 65",
            "a private video's page holds nothing of it: 62",
            "a television's player response has no words: 5",
            "does not play: 19",
            "no next response, or its main column is missing: 37",
            "recorded before handles: 22",
            "runs live: 9",
            "the page has microdata alone: 10",
            "the page shows no count: 2",
            "the streaming data was taken out of the recording: 1",
        }));
    }

    [Test]
    public void Finds_no_video_only_in_the_two_empty_answers()
        => Assert.That(YouTubeSamples.Recordings().Where(recording => recording.Video is null).Select(recording => recording.Name), Is.EqualTo(new[] { "watch/default_notavailable_invalidid", "watch/default_notavailable_nonexistent" }));

    [Test]
    public void Names_one_video_in_each_recording()
        => Assert.That(YouTubeSamples.Recordings().SelectMany(recording => recording.Video?.OtherIds ?? []), Is.Empty);

    [Test]
    public void Reads_every_field_as_a_person_wrote_it_down()
    {
        var recordings = YouTubeSamples.Recordings().ToDictionary(recording => recording.Name, recording => recording.Video);
        var expected = YouTubeFields.Expected(Path.Combine(SharedData.Root, "tests", "youtube-recordings.json"));

        Assert.That(expected, Has.Count.GreaterThanOrEqualTo(10));
        Assert.Multiple(() =>
        {
            foreach (var (name, fields) in expected)
            {
                Assert.That(YouTubeFields.Of(recordings[name]!, isHashed: true), Is.EquivalentTo(fields), name);
            }
        });
    }

    [TestCase("html/pytube_m8uHb5jIGN8.html", VideoAvailability.Private)]
    [TestCase("html/pytubefix_m8uHb5jIGN8.html", VideoAvailability.Private)]
    [TestCase("html/pytube_irauhITDrsE.html", VideoAvailability.AgeRestricted)]
    [TestCase("html/ytdlcore_age-restricted.watch.html", VideoAvailability.AgeRestricted)]
    [TestCase("html/ytdlcore_rental.watch.html", VideoAvailability.Paid)]
    [TestCase("html/pytube_5YceQ8YqYMc.html", VideoAvailability.Unavailable)]
    [TestCase("watch/default_notavailable_musicpremiumcontent", VideoAvailability.Paid)]
    [TestCase("watch/default_notavailable_paidcontent", VideoAvailability.Paid)]
    [TestCase("watch/default_notavailable_privatecontent", VideoAvailability.Private)]
    [TestCase("watch/default_notavailable_restricted", VideoAvailability.Blocked)]
    public void Tells_why_a_recorded_video_does_not_play(string name, VideoAvailability expected)
        => Assert.That(YouTubeSamples.Recordings().Single(recording => recording.Name == name).Video!.Availability, Is.EqualTo(expected));

    [Test]
    public void Takes_every_recorded_page_for_a_watch_page()
    {
        var folder = Path.Combine(Path.GetDirectoryName(SharedData.Find("youtube/health-source-channels.json"))!, "html");
        Assert.That(Directory.GetFiles(folder).Where(file => YouTubeReader.PageKindOf(File.ReadAllText(file)) is not YouTubePageKind.Watch), Is.Empty);
    }

    private static bool IsPlayerAlone(string name) => name.Contains(".player.", StringComparison.Ordinal) || name.Contains("notavailable", StringComparison.Ordinal);

    private static IEnumerable<string> MissesOf(string name, YouTubeVideo video)
    {
        var values = YouTubeFields.Of(video, isHashed: true);

        foreach (var field in Fields.Where(field => values[field] is null))
        {
            yield return Reasons.FirstOrDefault(reason => reason.Holds(name, video, field)).Reason ?? $"UNEXPLAINED {name} {field}";
        }
    }
}
