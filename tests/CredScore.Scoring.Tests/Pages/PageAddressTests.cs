using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CredScore.Scoring.Pages;
using CsCheck;

namespace CredScore.Scoring.Tests.Pages;

internal sealed class PageAddressTests
{
    private static readonly string[] Pieces =
    [
        "https://", "http://", "//", "en", "de", "zh", "www", "m", ".", "wikipedia.org", "youtube.com", "youtu.be", "/wiki/", "/w/index.php", "?", "&", "=",
        "title=", "oldid=", "curid=", "diff=", "search=", "v=", "#", "%", "%C3", "%A4", "%23", "%00", "Talk:", "Special:", "Measles", "measles", " ", "_", "@", ":",
        "\\", "[", "]", "wikipedia:", "youtube:", "c4r3dSc0rE1", "1", "99", "\u0308", "\u0323", "\u1112\u1169\u11bc", "\uD83D", "\uDE00", "\u200E", "ı", "i", "ß", "/", "..",
    ];

    private static IEnumerable<TestCaseData<AddressVector>> Accepted => AddressVector.Cases(row => row.Key is not null);

    private static IEnumerable<TestCaseData<AddressVector>> Refused => AddressVector.Cases(row => row.Refused is not null);

    [TestCaseSource(nameof(Accepted))]
    public void Reads_every_shape_of_address(AddressVector row)
    {
        var isRead = PageAddress.TryParse(row.Input, out var address, out var refusal);

        Assert.That(isRead, Is.True, $"{row.Input}: {refusal?.Reason}");
        Assert.Multiple(() =>
        {
            Assert.That(address!.Key, Is.EqualTo(row.Key), row.Input);
            Assert.That(address!.Revision, Is.EqualTo(row.Revision), row.Input);
            Assert.That(row.Address, Is.Null.Or.EqualTo(address!.WebAddress), row.Input);
        });
    }

    [TestCaseSource(nameof(Refused))]
    public void Refuses_what_it_cannot_score_and_says_why(AddressVector row)
    {
        var isRead = PageAddress.TryParse(row.Input, out var address, out var refusal);

        Assert.That(isRead, Is.False, $"{row.Input}: {address}");
        Assert.That(refusal!.Reason, Is.EqualTo(row.Refused), row.Input);
        Assert.That(refusal.Text, Does.EndWith(".").And.Length.GreaterThan(20));
    }

    [TestCaseSource(nameof(Accepted))]
    public void Reads_its_own_addresses_as_the_same_page(AddressVector row) => AssertFixedPoint(row.Input);

    [Test]
    public void Refuses_null_and_endless_addresses()
    {
        Assert.That(PageAddress.TryParse(null, out _, out var none), Is.False);
        Assert.That(none!.Reason, Is.EqualTo("not-an-address"));
        Assert.That(PageAddress.TryParse("https://en.wikipedia.org/wiki/" + new string('a', 2048), out _, out var endless), Is.False);
        Assert.That(endless!.Reason, Is.EqualTo("too-long"));
    }

    [Test]
    public void Never_throws_and_never_gives_an_address_that_it_would_read_differently()
        => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 14].Select(string.Concat).Sample(AssertFixedPoint, iter: 20_000);

    [Test]
    public void Never_throws_on_any_text_at_all()
        => Gen.String.Select(text => "https://en.wikipedia.org/wiki/" + text).Sample(AssertFixedPoint, iter: 5_000);

    [Test]
    public void Hashes_the_key()
    {
        var address = Parsed("https://en.wikipedia.org/wiki/Measles");
        Assert.That(address.KeyHash, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("wikipedia:en:Measles")))));
    }

    [Test]
    public void Takes_the_title_that_the_wiki_tells()
    {
        var address = Parsed("https://en.wikipedia.org/w/index.php?oldid=42");
        var known = address.WithTitle("Measles")!;

        Assert.Multiple(() =>
        {
            Assert.That(known.Key, Is.EqualTo("wikipedia:en:Measles"));
            Assert.That(known.Revision, Is.EqualTo(42));
            Assert.That(known.WebAddressOf(known.Revision), Is.EqualTo("https://en.wikipedia.org/w/index.php?title=Measles&oldid=42"));
            Assert.That(address.WithTitle("Talk:Measles"), Is.Null);
        });
    }

    private static PageAddress Parsed(string text) => PageAddress.TryParse(text, out var address, out _) ? address : throw new AssertionException(text);

    private static void AssertFixedPoint(string text)
    {
        if (!PageAddress.TryParse(text, out var address, out var refusal))
        {
            Assert.That(refusal, Is.Not.Null);
            return;
        }

        foreach (var again in (string[])[address.Key, address.WebAddress])
        {
            Assert.That(PageAddress.TryParse(again, out var second, out var whyNot), Is.True, string.Create(CultureInfo.InvariantCulture, $"{again}: {whyNot?.Reason}"));
            Assert.That(second!.Key, Is.EqualTo(address.Key));
        }
    }
}
