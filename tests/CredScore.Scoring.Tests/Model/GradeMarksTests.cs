using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Tests.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Model;

public sealed class GradeMarksTests
{
    private static readonly PageScorer Reader = new(new SourceClassifier());

    private static readonly string[] Marks =
    [
        "{{featured article}}", "{{Good article}}", "{{good_article}}", "{{Link FA|de}}", "{{link GA|fr}}", "{{Link_FA|pt-br}}", "{{stub}}", "{{Med-stub}}", "{{ France-geo-stub }}",
        "{{med-stub|date=May 2010}}", "{{Asbox|subject={{lc:Fever}}|category=Fever stubs}}", "{{Template:stub}}",
    ];

    [TestCaseSource(nameof(Marks))]
    public void Takes_out_a_mark_with_its_line(string mark)
        => Assert.That(GradeMarks.Remove($"One.\n{mark}\nTwo."), Is.EqualTo("One.\nTwo."));

    [TestCaseSource(nameof(Marks))]
    public void Takes_a_mark_out_of_a_line(string mark)
        => Assert.That(GradeMarks.Remove($"{mark}'''One''' is. {mark}{mark} Two."), Is.EqualTo("'''One''' is.  Two."));

    [TestCase("{{Infobox disease|name=Stub}}")]
    [TestCase("{{stub section}}")]
    [TestCase("{{linkfarm}}")]
    [TestCase("{{featured article")]
    [TestCase("{ {stub} }")]
    [TestCase("")]
    public void Leaves_everything_else_as_it_is(string text)
        => Assert.That(GradeMarks.Remove(text), Is.SameAs(text));

    [Test]
    public void Reads_the_same_features_with_and_without_marks()
    {
        var lines = WikitextSamples.Article.Split('\n');
        var plain = Features(WikitextSamples.Article);

        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Marks.Length - 1].Select(mark => Marks[mark]), Gen.Int[0, lines.Length]).Array[1, 5].Sample(
            marks =>
            {
                // Marks stand at the top or at the bottom of a page, on lines of their own or together.
                var text = marks.Aggregate(WikitextSamples.Article, (text, mark) => mark.Item1 switch
                {
                    0 => mark.Item2 + text,
                    1 => $"{mark.Item2}\n{text}",
                    2 => $"{text}\n{mark.Item2}",
                    _ => $"{text}\n{mark.Item2}{mark.Item2}\n",
                });

                Assert.That(Features(GradeMarks.Remove(text)), Is.EqualTo(plain));
            },
            iter: 200);
    }

    [Test]
    public void Shows_the_model_nothing_of_the_marks_even_where_nobody_took_them_out()
    {
        foreach (var mark in Marks)
        {
            var seen = Features($"{mark}\n{WikitextSamples.Article}").Where(pair => ModelFeatures.Names.Contains(pair.Key));
            Assert.That(seen.ToList(), Is.EqualTo(Features(WikitextSamples.Article).Where(pair => ModelFeatures.Names.Contains(pair.Key)).ToList()), mark);
        }
    }

    [Test]
    public void Takes_no_longer_than_its_text_asks_for()
    {
        var text = string.Concat(Enumerable.Repeat("{{stub|", 100_000));
        Assert.That(() => GradeMarks.Remove(text), Is.SameAs(text));
    }

    private static List<KeyValuePair<string, double?>> Features(string text)
        => [.. Reader.ReadFeatures(WikitextReader.Read(text.TrimEnd('\n'), ArticleContext.Unknown)).Pairs()];
}
