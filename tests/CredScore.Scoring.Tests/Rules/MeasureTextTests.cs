using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class MeasureTextTests
{
    private static readonly (double, double)[] Falling = [(0.1, 1), (0.6, 0)];
    private static readonly (double, double)[] Rising = [(0, 0), (12, 1)];
    private static readonly (double, double)[] Hump = [(0, 0), (150, 1), (400, 1), (1200, 0)];

    [Test]
    public void Reads_as_a_sentence_with_the_number_found_and_what_full_points_ask_for()
    {
        var measure = new Measure(
            "uncited",
            "citations.uncited_paragraph_share",
            1,
            new(Falling),
            "Long passages should rest on references.",
            "Add references.",
            Found: "{value} of the paragraphs carry no reference");

        Assert.That(
            new MeasureText(measure, FeatureUnit.Share).For(0.62),
            Is.EqualTo("62 % of the paragraphs carry no reference; full points at 10 % or less. Long passages should rest on references."));
    }

    [TestCase(FeatureUnit.PerThousandWords, 4.25, "X: 4.3 per 1,000 words; full points at 12 or more. Y.")]
    [TestCase(FeatureUnit.Count, 3, "X: 3; full points at 12 or more. Y.")]
    [TestCase(FeatureUnit.Count, 12345, "X: 12,345; full points at 12 or more. Y.")]
    [TestCase(FeatureUnit.Years, 1, "X: 1 year; full points at 12 years or more. Y.")]
    [TestCase(FeatureUnit.Years, 6.5, "X: 6.5 years; full points at 12 years or more. Y.")]
    [TestCase(FeatureUnit.Days, 40, "X: 40 days; full points at 12 days or more. Y.")]
    [TestCase(FeatureUnit.Index, 3.25, "X: 3.3; full points at 12 or more. Y.")]
    [TestCase(FeatureUnit.PerThousandWords, 11.97, "X: 11.97 per 1,000 words; full points at 12 or more. Y.")]
    [TestCase(FeatureUnit.PerThousandWords, 12, "X: 12 per 1,000 words; full points at 12 or more. Y.")]
    public void Uses_the_unit_of_the_feature(FeatureUnit unit, double value, string text)
        => Assert.That(TextOf(Rising, unit, value), Is.EqualTo(text));

    [TestCase(0.104, "X: 10.4 %; full points at 10 % or less. Y.")]
    [TestCase(0.1, "X: 10 %; full points at 10 % or less. Y.")]
    [TestCase(0.0996, "X: 9.96 %; full points at 10 % or less. Y.")]
    [TestCase(0.333, "X: 33 %; full points at 10 % or less. Y.")]
    public void Never_rounds_a_value_to_a_bound_that_it_does_not_have(double value, string text)
        => Assert.That(TextOf(Falling, FeatureUnit.Share, value), Is.EqualTo(text));

    [TestCase(0, "X: 0 words; full points between 150 and 400 words. Y.")]
    [TestCase(1, "X: 1 word; full points between 150 and 400 words. Y.")]
    public void Names_both_ends_of_a_hump(double value, string text)
        => Assert.That(TextOf(Hump, FeatureUnit.Words, value), Is.EqualTo(text));

    [TestCase(FeatureUnit.Index, "X: 5; full points at 3. Y.", 0, 0, 3, 1, 6, 0)]
    [TestCase(FeatureUnit.Index, "X: 5; full points at 1 or less, or at 3 or more. Y.", 1, 1, 2, 0, 3, 1)]
    [TestCase(FeatureUnit.Index, "X: 5; full points at any value. Y.", 0, 1, 3, 1)]
    [TestCase(FeatureUnit.Index, "X: 5; most points at 3 or more. Y.", 0, 0, 3, 0.5)]
    [TestCase(FeatureUnit.Index, "X: 5; no points at any value. Y.", 0, 0, 3, 0)]
    [TestCase(FeatureUnit.Index, "X: 5; full points at 0 or less. Y.", 0, 1, 3, 0)]
    [TestCase(FeatureUnit.Count, "X: 5; full points at 0. Y.", 0, 1, 3, 0)]
    [TestCase(FeatureUnit.Share, "X: 500 %; full points at 100 %. Y.", 0, 0, 1, 1)]
    [TestCase(FeatureUnit.Flag, "X: yes; full points for no. Y.", 0, 1, 1, 0)]
    [TestCase(FeatureUnit.Flag, "X: yes; full points for yes. Y.", 0, 0, 1, 1)]
    public void Says_what_any_shape_of_curve_asks_for(FeatureUnit unit, string text, params double[] points)
        => Assert.That(TextOf([.. points.Chunk(2).Select(pair => (pair[0], pair[1]))], unit, 5), Is.EqualTo(text));

    [Test]
    public void Falls_back_to_the_name_of_the_feature()
        => Assert.That(
            new MeasureText(new Measure("x", "review.badge", 1, new(Rising), "Y.", ""), FeatureUnit.Count).For(2),
            Is.EqualTo("review.badge: 2; full points at 12 or more. Y."));

    private static string TextOf((double, double)[] points, FeatureUnit unit, double value)
        => new MeasureText(new Measure("x", "x", 1, new(points), "Y.", "", "X"), unit).For(value);
}
