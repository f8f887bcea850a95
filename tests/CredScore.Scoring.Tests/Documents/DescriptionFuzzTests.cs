using System.Diagnostics;
using CredScore.Scoring.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>What holds for every description.</summary>
public sealed class DescriptionFuzzTests
{
    private static readonly string[] Pieces =
    [
        "https://", "http://", "www.", "doi.org/10.1136/", "10.1/", "PMID: 1234567", "PMC", "ISBN 97801995", "3:15", "1:02:03", "(", ")", "[", "]", " ", "\n", "\n\n", "-", "–", "•", "et al 2020",
        "2019;380:123", "12(3):45", "NICE NG28", "ESC 2021 guidelines", "sponsored by", "not", "no", "use code", "% off", "#ad", "Jane Example, MD", "Sources:", "Music:", "patreon.com/a", "amzn.to/x",
        "youtube.com/redirect?q=", "%zz", "\uD800", "\u0000", "\u202E", "...", "…", "@", "www.who.int/a", "tag=", "é", "漢字",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat));

    [Test]
    public void Reads_any_text_alike_every_time_within_its_bounds()
        => Gen.Select(Text, Text, Text).Sample((text, link, channel) =>
        {
            var video = new YouTubeVideo { Description = text, DescriptionLinks = [new(link, text)], Channel = new() { Name = channel, Handle = link, Links = [new(link, null)] } };
            var (once, again) = (DescriptionReader.Read(video), DescriptionReader.Read(video));

            Assert.That(again.Signs, Is.EqualTo(once.Signs));
            Assert.That(again.References.Select(reference => reference.Label), Is.EqualTo(once.References.Select(reference => reference.Label)));
            Assert.That(once.References.Select(reference => reference.Index), Is.EqualTo(Enumerable.Range(1, once.References.Count)));
            Assert.That(once.Signs.All(sign => sign.Text.Length <= 120) && once.References.All(reference => (reference.Title ?? reference.Text ?? "").Length <= 300), Is.True);
        });

    [Test]
    public void Takes_time_that_grows_with_the_text_and_no_faster([ValueSource(nameof(Pieces))] string piece)
    {
        var shorter = Hostile(piece, 12_500);
        var longer = Hostile(piece, 100_000);
        DescriptionReader.Read(longer);

        // Eight times the text may take eight times as long; sixty-four times would be a search within a search.
        var (small, large) = (Fastest(shorter), Fastest(longer));
        Assert.That(large, Is.LessThan(Math.Max(small * 40, TimeSpan.FromMilliseconds(300).Ticks)));
    }

    [Test]
    public void Stops_at_a_bound()
    {
        var many = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"https://www.who.int/{i}"));
        var description = DescriptionReader.Read(new() { Description = many });
        Assert.That(description.References, Has.Count.LessThanOrEqualTo(300));
    }

    private static YouTubeVideo Hostile(string piece, int length) => new() { Description = string.Concat(Enumerable.Repeat(piece + " ", length / (piece.Length + 1))) };

    private static long Fastest(YouTubeVideo video) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        DescriptionReader.Read(video);
        return watch.Elapsed.Ticks;
    });
}
