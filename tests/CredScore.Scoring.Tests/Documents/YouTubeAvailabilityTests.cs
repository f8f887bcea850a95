using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Why a video cannot be watched, as the player response says it.</summary>
internal sealed class YouTubeAvailabilityTests
{
    private const string Details = "\"videoDetails\":{\"videoId\":\"Mea5les_L01\",\"title\":\"Measles\"},";

    [TestCase("""{"status":"OK"}""", VideoAvailability.Available)]
    [TestCase("""{"status":"ERROR","reason":"Video unavailable"}""", VideoAvailability.Removed)]
    [TestCase("""{"status":"LIVE_STREAM_OFFLINE","reason":"Premieres in 2 hours"}""", VideoAvailability.Upcoming)]
    [TestCase("""{"status":"AGE_VERIFICATION_REQUIRED"}""", VideoAvailability.AgeRestricted)]
    [TestCase("""{"status":"LOGIN_REQUIRED","messages":["This is a private video."]}""", VideoAvailability.Private)]
    [TestCase("""{"status":"LOGIN_REQUIRED","reason":"Dieses Video ist privat","messages":["Dieses Video ist privat."]}""", VideoAvailability.Private)]
    [TestCase("""{"status":"LOGIN_REQUIRED","reason":"Sign in to confirm you’re not a bot"}""", VideoAvailability.BotCheck)]
    [TestCase("""{"status":"LOGIN_REQUIRED","reason":"Bitte melde dich an","errorScreen":{"playerErrorMessageRenderer":{"subreason":{"runs":[{"text":"Hilfe","navigationEndpoint":{"urlEndpoint":{"url":"https://support.google.com/youtube/answer/3037019"}}}]}}}}""", VideoAvailability.BotCheck)]
    [TestCase("""{"status":"LOGIN_REQUIRED","desktopLegacyAgeGateReason":1}""", VideoAvailability.AgeRestricted)]
    [TestCase("""{"status":"UNPLAYABLE","reason":"x","errorScreen":{"playerLegacyDesktopYpcOfferRenderer":{}}}""", VideoAvailability.Paid)]
    [TestCase("""{"status":"UNPLAYABLE","reason":"This video is only available to Music Premium members"}""", VideoAvailability.Paid)]
    [TestCase("""{"status":"UNPLAYABLE","errorScreen":{"playerErrorMessageRenderer":{"subreason":{"simpleText":"The uploader has not made this video available in your country"}}}}""", VideoAvailability.Blocked)]
    [TestCase("""{"status":"UNPLAYABLE","reason":"Dieses Video ist nicht verfügbar"}""", VideoAvailability.Unavailable)]
    [TestCase("""{"status":"SOMETHING_NEW"}""", VideoAvailability.Unavailable)]
    [TestCase("""{"status":7}""", null)]
    public void Tells_why_a_video_does_not_play(string status, VideoAvailability? expected)
        => Assert.That(YouTubeSamples.ReadText($"{{\"playabilityStatus\":{status}}}")!.Availability, Is.EqualTo(expected));

    [Test]
    public void Takes_an_age_gate_from_the_microformat_in_any_language()
    {
        var video = YouTubeSamples.ReadText("{" + Details + """
            "playabilityStatus":{"status":"LOGIN_REQUIRED","reason":"Đăng nhập để xác nhận tuổi của bạn"},"microformat":{"playerMicroformatRenderer":{"isFamilySafe":false}}}
            """)!;

        Assert.That((video.Availability, video.IsAgeRestricted, video.AvailabilityText), Is.EqualTo(((VideoAvailability?)VideoAvailability.AgeRestricted, (bool?)true, "Đăng nhập để xác nhận tuổi của bạn")));
    }

    [Test]
    public void Takes_a_premiere_that_has_not_begun_from_its_details()
        => Assert.That(YouTubeSamples.ReadText("""{"playabilityStatus":{"status":"UNPLAYABLE"},"videoDetails":{"isUpcoming":true,"title":"Measles"}}""")!.Availability, Is.EqualTo(VideoAvailability.Upcoming));

    [Test]
    public void Takes_no_captions_for_unknown_where_it_does_not_play()
        => Assert.That(YouTubeSamples.ReadText("{" + Details + "\"playabilityStatus\":{\"status\":\"UNPLAYABLE\"}}")!.Captions, Is.Null);

    [Test]
    public void Takes_no_captions_for_none_where_it_plays()
        => Assert.That(YouTubeSamples.ReadText("{" + Details + "\"playabilityStatus\":{\"status\":\"OK\"}}")!.Captions, Is.Empty);
}
