using System.Globalization;
using System.Text;
using System.Text.Json;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Tests.Features;

internal sealed class StoredNumbersTests
{
    private static readonly FeatureNames Names = new(["a.count", "b.share", "c"]);

    [TestCase("""{"a.count":3,"b.share":0.25,"c":null}""")]
    [TestCase("""{"a.count":-3,"b.share":1E-05,"c":123456789012345}""")]
    [TestCase("""{"a.count":1234567890123456789,"b.share":0.1234567890123456789,"c":-0.5}""")]
    [TestCase("""{"a.count":12.5e3,"b.share":-0,"c":1e300}""")]
    [TestCase("""{"c":1,"a.count":2}""")]
    [TestCase("""{"a.count":1,"gone":5,"c":2}""")]
    [TestCase("{}")]
    public void Reads_what_a_parser_reads(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var wanted = new FeatureValues(Names, parsed.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.ValueKind == JsonValueKind.Null ? (double?)null : member.Value.GetDouble())));
        Assert.That(FeatureValues.Parse(Encoding.UTF8.GetBytes(json), Names).Pairs(), Is.EqualTo(wanted.Pairs()));
    }

    [Test]
    public void Reads_every_number_as_the_parser_does()
    {
        var random = new Random(8);

        for (var step = 0; step < 100_000; step++)
        {
            var number = (step % 3) switch { 0 => Math.Round(random.NextDouble() * 1e5, random.Next(8)), 1 => random.NextDouble() * Math.Pow(10, random.Next(-12, 18)), _ => random.Next(-1000, 1_000_000) };
            var json = string.Create(CultureInfo.InvariantCulture, $$"""{"a.count":{{number:R}},"b.share":null,"c":0}""");
            Assert.That(FeatureValues.Parse(Encoding.UTF8.GetBytes(json), Names).At(0), Is.EqualTo(number));
        }
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("""{"a.count":3,"b.share":0.25,"c":nul}""")]
    [TestCase("""{"a.count":3.,"b.share":0.25,"c":1}""")]
    [TestCase("""{"a.count":.5,"b.share":0.25,"c":1}""")]
    [TestCase("""{"a.count":1-2,"b.share":0.25,"c":1}""")]
    [TestCase("""{"a.count":3,"b.share":0.25,"c":1""")]
    public void Refuses_what_is_no_list_of_numbers(string json)
        => Assert.That(() => FeatureValues.Parse(Encoding.UTF8.GetBytes(json), Names), Throws.InstanceOf<JsonException>());
}
