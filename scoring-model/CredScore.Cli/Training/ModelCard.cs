using System.Globalization;
using System.Text;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>The card of a grade model, written with it: the same data gives the same card.</summary>
internal static class ModelCard
{
    public static string Write(GradeReport report)
    {
        var card = new StringBuilder();
        WriteHead(card, report);
        WriteMeasures(card, report);
        WriteFeatures(card, report);
        WriteLimits(card);
        return card.ToString();
    }

    public static string Calibration(GradeReport report)
    {
        var colours = new[] { "#7f0000", "#d7301f", "#fc8d59", "#74a9cf", "#0570b0", "#023858" };
        var lines = Grades.All.Select(grade => new Curve(
            grade.Id(),
            colours[(int)grade],
            [.. Measures.BinsOf(report.Trained.Probabilities.Select((page, index) => (page[(int)grade], report.Table.Rows[index].Grade == grade))).Select(bin => (bin.Probability, bin.Frequency))]));
        return Svg.Plot("Predicted and observed shares by grade", "predicted probability", "observed share", ("0", "1"), ("0", "1"), [new("as it should be", "#bbb", [(0, 0), (1, 1)]), .. lines]);
    }

    private static void WriteHead(StringBuilder card, GradeReport report)
    {
        var rows = report.Table.Rows;
        Line(card, $"# Model card: {GradeTraining.ModelId}");
        Line(card, $"");
        Line(card, $"Written by `credscore train`; do not edit. What the model adds for a reader: [docs/model.md](../../docs/model.md).");
        Line(card, $"");
        Line(card, $"- **What it does.** From {report.Table.Names.Count} declared features of an article it predicts the grade that reviewers would give: stub, start, C, B, good, featured.");
        Line(card, $"- **What it is.** Five LightGBM ensembles (Microsoft.ML 5.0.1), each asking whether an article is better than a grade: {report.Options.Trees} trees of at most {report.Options.Leaves} leaves, learning rate {report.Options.LearningRate:0.##}, {report.Options.FeatureShare:0.#} of the features for each tree, {report.Options.PageShare:0.#} of the articles, at least {report.Options.PagesInLeaf} in a leaf, L2 {report.Options.L2:0.#}, seed {report.Options.Seed}; two numbers for each make its sum a probability (Platt). {report.ModelBytes / 1024:N0} KB.");
        Line(card, $"- **Data.** {rows.Count:N0} English articles in revisions of 2003 to 2014 with the grade that WikiProjects gave, {rows.Count / Grades.Count:N0} of each, {rows.Count(row => row.IsMedical)} medical, in {rows.Select(row => row.Group).Distinct().Count():N0} groups of like titles; derived from the set of Warncke-Wang (figshare 1375406). Badges and stub notices are taken out before anything is read. The table is in `../datasets/`.");
        Line(card, $"- **Folds.** Five, by group. Trees and calibration of an article's figures have never seen its group. The numbers above were set by hand after one look at a fifth of the articles cut another way. After a first five-fold result the trees were raised from 150 to 200 and the features of lags (from sources and marks to the newest year) were added; the figures below are the second result, and may flatter the model by that look. No search over the numbers was made.");
        Line(card, $"- **Explanation.** Path contributions of the trees: what each split moves the mean of the training articles on its way to the leaf. They add up to the mean grade exactly, through the logits on a straight line (Aumann and Shapley).");
        Line(card, $"- **Arithmetic.** Our own evaluation differs from Microsoft.ML's scores by at most {report.Trained.LargestDifference:0.0e+0} on all articles and boundaries.");
    }

    private static void WriteMeasures(StringBuilder card, GradeReport report)
    {
        var (all, medical) = (report.All, report.Medical);
        Line(card, $"");
        Line(card, $"## How well it agrees with people");
        Line(card, $"");
        Line(card, $"| grouped five-fold | accuracy | within one class | macro AUC | rank correlation | articles |");
        Line(card, $"| --- | --- | --- | --- | --- | --- |");
        Row(card, "**this model**", all);
        Line(card, $"| *bar* | {Bars.ToReach.Accuracy:0.000} | {Bars.ToReach.WithinOne:0.000} | {Bars.ToReach.Auc:0.000} | {Bars.ToReach.Spearman:0.000} | |");
        Line(card, $"| *published features, gradient boosting* | {Bars.ToBeat.Accuracy:0.000} | {Bars.ToBeat.WithinOne:0.000} | {Bars.ToBeat.Auc:0.000} | {Bars.ToBeat.Spearman:0.000} | |");
        Row(card, "**medical articles**", medical);
        Line(card, $"| *bar, medical* | {Bars.MedicalToReach.Accuracy:0.000} | | | {Bars.MedicalToReach.Spearman:0.000} | |");
        Line(card, $"");
        string[] missed = [.. Bars.ToReach.Missed(all), .. Bars.MedicalToReach.Missed(medical).Select(sentence => $"Medical articles: {sentence}")];
        Line(card, $"{(missed.Length == 0 ? "Every bar is reached." : string.Join(' ', missed))} Accuracy on {all.Pages:N0} articles is good to about ± {1.96 * Math.Sqrt(all.Accuracy * (1 - all.Accuracy) / all.Pages):0.000}, on the {medical.Pages} medical ones to about ± {1.96 * Math.Sqrt(medical.Accuracy * (1 - medical.Accuracy) / medical.Pages):0.000}.");
        Line(card, $"");
        Line(card, $"**Calibration** (cross-fitted): expected error {all.TopError:0.000} of the most probable grade, {all.AllError:0.000} over all grades; bar {Bars.CalibrationError:0.00}. ![Calibration](wikipedia-grade.calibration.svg)");
        Line(card, $"");
        Line(card, $"**Compared with other models**, without groups of features, and by the number of articles learned from: [what was compared](wikipedia-grade.compared.md).");
        Line(card, $"");
        Line(card, $"**Without length.** The rulesets weigh the mean grade without what the features that follow the number of words add to it (`model.grade_beyond_length`); its rank correlation with the grade is {report.BeyondLength:0.000}.");
        WriteConfusion(card, "all articles", all);
        WriteConfusion(card, "medical articles", medical);
    }

    private static void WriteConfusion(StringBuilder card, string what, Measures measures)
    {
        Line(card, $"");
        Line(card, $"| given ↓, predicted → ({what}) | {string.Join(" | ", Grades.All.Select(grade => grade.Id()))} |");
        Line(card, $"| --- |{string.Concat(Grades.All.Select(_ => " --- |"))}");

        foreach (var grade in Grades.All)
        {
            Line(card, $"| {grade.Id()} | {string.Join(" | ", measures.Confusion[(int)grade])} |");
        }
    }

    private static void WriteFeatures(StringBuilder card, GradeReport report)
    {
        Line(card, $"");
        Line(card, $"## What it looks at");
        Line(card, $"");
        Line(card, $"Mean movement of the mean grade by a feature, over all articles (the twenty largest of {report.Table.Names.Count}):");
        Line(card, $"");
        Line(card, $"| feature | grades | other languages |");
        Line(card, $"| --- | --- | --- |");

        foreach (var (name, effect) in report.Importance().Take(20))
        {
            Line(card, $"| `{name}` | {effect:0.000} | {(ModelFeatures.CarriesOver(name) ? "carries over" : "English only")} |");
        }
    }

    private static void WriteLimits(StringBuilder card)
    {
        Line(card, $"");
        Line(card, $"## Limits");
        Line(card, $"");
        Line(card, $"- It predicts what reviewers said of finish: coverage, structure, sourcing, style. It cannot tell whether a statement is true, and a well-built hoax reads well.");
        Line(card, $"- Length and what grows with it carry most of it, since thorough articles are long. That is why it has a modest weight in the rulesets, and why no rule reads these counts.");
        Line(card, $"- Norms moved: an article is judged by the norms of the newest year its sources name, and at the latest of 2014. Today's articles have longer lists of references than those of 2014.");
        Line(card, $"- The grades in the training set are equally frequent; in the encyclopedia six of ten articles are stubs. `credscore score` and `bulk` correct for that with `--class-mix natural` (`PageScorer.ClassMix`).");
        Line(card, $"- It learned from English articles. In other languages it is shown and does not count; so it is for a page with a value that no training article had.");
        Line(card, $"- From a rendered page the wikitext itself is hidden: splits on it count both ways.");
    }

    private static void Row(StringBuilder card, string name, Measures measures)
        => Line(card, $"| {name} | {measures.Accuracy:0.000} | {measures.WithinOne:0.000} | {measures.Auc:0.000} | {measures.Spearman:0.000} | {measures.Pages:N0} |");

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
