using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Tests.Documents;

public class VideoRefusalTests
{
    [TestCase(VideoAvailability.Private, "video-private")]
    [TestCase(VideoAvailability.Removed, "video-removed")]
    [TestCase(VideoAvailability.Blocked, "video-blocked")]
    [TestCase(VideoAvailability.Paid, "video-paid")]
    [TestCase(VideoAvailability.AgeRestricted, "video-age-restricted")]
    [TestCase(VideoAvailability.BotCheck, "video-bot-check")]
    [TestCase(VideoAvailability.Upcoming, "video-upcoming")]
    [TestCase(VideoAvailability.Unavailable, "video-unavailable")]
    [TestCase(VideoAvailability.Available, "video-unreadable")]
    [TestCase(null, "video-unreadable")]
    public void Says_why_a_video_without_readable_data_cannot_be_scored(VideoAvailability? availability, string reason)
    {
        var refusal = VideoRefusal.Find(new() { Id = "abcdefghijk", Availability = availability })!;
        Assert.That((refusal.Reason, refusal.Text[^1]), Is.EqualTo((reason, '.')));
    }

    [TestCase(VideoAvailability.AgeRestricted)]
    [TestCase(VideoAvailability.Blocked)]
    [TestCase(VideoAvailability.Paid)]
    [TestCase(VideoAvailability.BotCheck)]
    [TestCase(VideoAvailability.Upcoming)]
    [TestCase(VideoAvailability.Unavailable)]
    [TestCase(VideoAvailability.Available)]
    [TestCase(null)]
    public void Lets_a_video_be_scored_whose_page_tells_what_it_is(VideoAvailability? availability)
        => Assert.That(VideoRefusal.Find(new() { Title = "Burns", Description = "First aid.", Availability = availability }), Is.Null);

    [TestCase(VideoAvailability.Private)]
    [TestCase(VideoAvailability.Removed)]
    public void Refuses_what_its_owner_took_away_even_where_a_title_remains(VideoAvailability availability)
        => Assert.That(VideoRefusal.Find(new() { Title = "Burns", Description = "First aid.", Availability = availability }), Is.Not.Null);

    [Test]
    public void Refuses_the_page_of_another_video()
    {
        var address = PageAddress.TryParse("youtube:abcdefghijk", out var parsed, out _) ? parsed : null;
        Assert.That(VideoRefusal.Find(new() { Id = "kjihgfedcba", Title = "Burns", Description = "" }, address)!.Reason, Is.EqualTo("video-mismatch"));
        Assert.That(VideoRefusal.Find(new() { Id = "abcdefghijk", Title = "Burns", Description = "" }, address), Is.Null);
        Assert.That(VideoRefusal.Find(new() { Title = "Burns", Description = "" }, address), Is.Null);
    }
}
