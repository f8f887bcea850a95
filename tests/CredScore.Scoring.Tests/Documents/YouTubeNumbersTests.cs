using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Counts and days as pages show them in many languages.</summary>
internal sealed class YouTubeNumbersTests
{
    [TestCase("34.9K subscribers", 34_900)]
    [TestCase("218k subscribers", 218_000)]
    [TestCase("218 thousand subscribers", 218_000)]
    [TestCase("67m subscribers", 67_000_000)]
    [TestCase("479 subscribers", 479)]
    [TestCase("1 subscriber", 1)]
    [TestCase("6,6 M de suscriptores", 6_600_000)]
    [TestCase("6,6 millones de suscriptores", 6_600_000)]
    [TestCase("999 mil suscriptores", 999_000)]
    [TestCase("34,2 N người đăng ký", 34_200)]
    [TestCase("34,2 nghìn người đăng ký", 34_200)]
    [TestCase("1,2 Tr người đăng ký", 1_200_000)]
    [TestCase("479 người đăng ký", 479)]
    [TestCase("1,14 Mio. Abonnenten", 1_140_000)]
    [TestCase("12.345 Abonnenten", 12_345)]
    [TestCase("215\u00A0K abonnés", 215_000)]
    [TestCase("8 874 019 vues", 8_874_019)]
    [TestCase("8\u202F874\u202F019 vues", 8_874_019)]
    [TestCase("34,2 B abone", 34_200)]
    [TestCase("1.8B views", 1_800_000_000)]
    [TestCase("2,3 mil. odběratelů", 2_300_000)]
    [TestCase("2,3 тыс. подписчиков", 2_300)]
    [TestCase("チャンネル登録者数 34.2万人", 342_000)]
    [TestCase("구독자 34.2만명", 342_000)]
    [TestCase("1.2億 次觀看", 120_000_000)]
    [TestCase("३.४ लाख सदस्य", 340_000)]
    [TestCase("1,23,45,678 views", 12_345_678)]
    [TestCase("٣٤٫٢ ألف مشترك", 34_200)]
    [TestCase("۱٬۲۳۴ بازدید", 1_234)]
    [TestCase("ผู้ติดตาม 3.4 แสน คน", 340_000)]
    [TestCase("like this video along with 1,000 other people", 1_000)]
    [TestCase("haz clic en Me gusta en este vídeo junto con otras 7373 personas", 7_373)]
    public void Reads_a_count(string text, long count) => Assert.That(YouTubeNumbers.Read(text), Is.EqualTo(count));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("I like this")]
    [TestCase("34 zz followers")]
    [TestCase("6,6 xyzzy")]
    [TestCase("12 of 34 likes")]
    [TestCase("99999999999999999999999 views")]
    public void Leaves_a_count_unknown_that_cannot_be_told(string? text) => Assert.That(YouTubeNumbers.Read(text), Is.Null);

    [TestCase("3 Jul 2022", "2022-07-03")]
    [TestCase("Feb 8, 2019", "2019-02-08")]
    [TestCase("Premiered Feb 17, 2020", "2020-02-17")]
    [TestCase("Streamed live on 14 Sept 2018", "2018-09-14")]
    [TestCase("10 mar 2018", "2018-03-10")]
    [TestCase("14 abr 2017", "2017-04-14")]
    [TestCase("4 thg 4, 2007", "2007-04-04")]
    [TestCase("Diffusé le 3 juil. 2022", "2022-07-03")]
    [TestCase("03.07.2022", "2022-07-03")]
    [TestCase("2022/07/03", "2022-07-03")]
    [TestCase("2022年7月3日", "2022-07-03")]
    [TestCase("31/12/2022", "2022-12-31")]
    public void Reads_a_shown_day(string text, string day) => Assert.That(YouTubeDates.ReadShown(text)?.ToString("yyyy-MM-dd", null), Is.EqualTo(day));

    [TestCase("3/7/2022")]
    [TestCase("2 years ago")]
    [TestCase("30 Feb 2020")]
    [TestCase("Streamed 3 hours ago")]
    [TestCase("")]
    public void Leaves_a_day_unknown_that_could_be_another(string text) => Assert.That(YouTubeDates.ReadShown(text), Is.Null);

    [TestCase("2024-03-05T23:30:00-08:00", "2024-03-05")]
    [TestCase("2019-02-08", "2019-02-08")]
    [TestCase("0001-01-01", null)]
    [TestCase("2019-13-08", null)]
    public void Reads_a_day_written_for_machines(string text, string? day) => Assert.That(YouTubeDates.ReadIso(text)?.ToString("yyyy-MM-dd", null), Is.EqualTo(day));

    [TestCase("https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fa.org%2F%3Fb%3D1%26c&v=Mea5les_L01", "https://a.org/?b=1&c")]
    [TestCase("//support.google.com/youtube/answer/9795167", "https://support.google.com/youtube/answer/9795167")]
    [TestCase("/@handle", "https://www.youtube.com/@handle")]
    [TestCase("https://evil.example/youtube.com/redirect?q=https%3A%2F%2Fa.org", "https://evil.example/youtube.com/redirect?q=https%3A%2F%2Fa.org")]
    [TestCase("https://www.youtube.com/redirect?event=x", "https://www.youtube.com/redirect?event=x")]
    [TestCase(" ", null)]
    public void Unwraps_an_address(string address, string? target) => Assert.That(YouTubeAddresses.Unwrap(address), Is.EqualTo(target));
}
