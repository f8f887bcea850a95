using System.Globalization;
using System.Text;

namespace CredScore.Cli.Training;

/// <summary>What was compared for a choice of model.</summary>
/// <param name="Variants">Other models and, without groups of features, the last of them: on all articles and on the medical ones.</param>
/// <param name="Learning">Measures on one fold by the number of articles that were learned from.</param>
internal sealed record Comparison(IReadOnlyList<(string Name, Measures All, Measures Medical)> Variants, IReadOnlyList<(int Articles, Measures Measures)> Learning);

/// <summary>The second part of the card: the same data gives the same card.</summary>
internal static class ComparisonCard
{
    public static string Write(Comparison comparison)
    {
        var card = new StringBuilder();
        Line(card, $"# What was compared with {GradeTraining.ModelId}");
        Line(card, $"");
        Line(card, $"Written by `credscore compare-models`; do not edit. The same features of the same articles in the same five folds by group as in the [card](wikipedia-grade.md). Trees here are 50 at learning rate 0.2 and one ensemble, fewer and bolder than what is shipped; everything else as shipped.");
        Line(card, $"");
        Line(card, $"| | accuracy | within one class | macro AUC | rank correlation | calibration error | medical: accuracy | rank correlation |");
        Line(card, $"| --- | --- | --- | --- | --- | --- | --- | --- |");

        foreach (var (name, all, medical) in comparison.Variants)
        {
            Line(card, $"| {name} | {all.Accuracy:0.000} | {all.WithinOne:0.000} | {all.Auc:0.000} | {all.Spearman:0.000} | {all.TopError:0.000} | {medical.Accuracy:0.000} | {medical.Spearman:0.000} |");
        }

        Line(card, $"");
        Line(card, $"Length alone and the formula are one number each, cut into grades by a small ensemble. The lines with *without* are the ordinal LightGBM without a group of features: what they lose is what only that group tells. Hashed words (65,536 places, weighed by a linear regression on the grade whose answer the trees see as one more feature, learned without the fold) are measured and not shipped: words name subjects, and battleships are featured more often than villages, which says nothing of credibility.");
        Line(card, $"");
        Line(card, $"**Learning curve** (first fold; three quarters of the articles grow the trees, one quarter calibrates them): {string.Join("; ", comparison.Learning.Select(point => FormattableString.Invariant($"{point.Articles:N0} articles: accuracy {point.Measures.Accuracy:0.000}, rank correlation {point.Measures.Spearman:0.000}")))}.");
        Line(card, $"");
        Line(card, $"![Learning curve](wikipedia-grade.learning.svg)");
        return card.ToString();
    }

    public static string LearningCurve(Comparison comparison)
    {
        var most = (double)comparison.Learning.Max(point => point.Articles);
        Curve Of(string name, string colour, Func<Measures, double> value) => new(name, colour, [.. comparison.Learning.Select(point => (point.Articles / most, (value(point.Measures) - 0.4) / 0.6))]);
        return Svg.Plot(
            "Learning curve (first fold)",
            "articles learned from",
            "measure",
            ("0", most.ToString("#,##0", CultureInfo.InvariantCulture)),
            ("0.4", "1"),
            [Of("accuracy", "#d7301f", measures => measures.Accuracy), Of("within one class", "#0570b0", measures => measures.WithinOne), Of("rank correlation", "#023858", measures => measures.Spearman)]);
    }

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
