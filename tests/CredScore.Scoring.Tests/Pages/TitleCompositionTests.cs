using System.Text;
using System.Text.Json;
using CredScore.Scoring.Pages;
using CsCheck;

namespace CredScore.Scoring.Tests.Pages;

internal sealed class TitleCompositionTests
{
    private static readonly Gen<string> Text = Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(char.ConvertFromUtf32).Array[0, 8].Select(string.Concat);

    [Test]
    public void Composes_letters_with_their_marks_as_browsers_do()
    {
        using var sample = typeof(TitleCompositionTests).Assembly.GetManifestResourceStream("compositions.json")!;
        var rows = JsonSerializer.Deserialize<List<Composition>>(sample, JsonSerializerOptions.Web)!;

        Assert.That(rows, Has.Count.GreaterThan(300));
        Assert.That(rows.Select(row => TitleComposition.Compose(row.Typed)), Is.EqualTo(rows.Select(row => row.Composed)));
    }

    [Test]
    public void Leaves_alone_what_it_has_composed()
        => Text.Sample(text => TitleComposition.Compose(TitleComposition.Compose(text)) == TitleComposition.Compose(text));

    [Test]
    public void Costs_nothing_when_there_is_no_mark()
    {
        const string Title = "Ménière's disease";
        Assert.That(TitleComposition.Compose(Title), Is.SameAs(Title));
    }

    [Test]
    public void Leaves_no_half_of_a_surrogate_pair()
        => Assert.That(TitleComposition.Compose("a\uD83D"), Is.EqualTo("a\uFFFD"));

    private sealed record Composition(string Typed, string Composed);
}
