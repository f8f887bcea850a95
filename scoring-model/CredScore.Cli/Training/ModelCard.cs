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
        Line(card, $"- **What it is.** Five questions, whether an article is better than a grade, each answered by {report.Options.Bags} LightGBM ensembles (Microsoft.ML 5.0.1) with seeds of their own, averaged: {report.Options.Trees} trees of at most {report.Options.Leaves} leaves and {report.Options.Depth} splits on a way, learning rate {report.Options.LearningRate:0.##}, {report.Options.FeatureShare:0.##} of the features for each tree, {report.Options.PageShare:0.#} of the articles, at least {report.Options.PagesInLeaf} in a leaf, L2 {report.Options.L2:0.#}; two numbers for each question make the mean sum a probability (Platt). {report.ModelBytes / 1024:N0} KB.");
        Line(card, $"- **Data.** {rows.Count:N0} English articles in revisions of 2003 to 2014 with the grade that WikiProjects gave, {rows.Count / Grades.Count:N0} of each, {rows.Count(row => row.IsMedical)} medical, in {rows.Select(row => row.Group).Distinct().Count():N0} groups of like titles; derived from the set of Warncke-Wang (figshare 1375406). Badges and stub notices are taken out before anything is read. The table is in `../datasets/`.");
        Line(card, $"- **Folds.** Five, by group. Trees and calibration of an article's figures have never seen its group. Version 1 was settled after two looks at these folds. Features and trees of version 2 were chosen by cross-validation inside four of the folds; the first was left out of every choice and looked at once, at the end: its line below is the one that nothing can have flattered but the looks for version 1.");
        Line(card, $"- **What was tried for version 2**, noted by hand; inside the four folds, log loss: version 1 with its own trees 0.942, with shallower ones 0.940; with further features on sections and the parts of citations 0.931, on paragraphs and where their references stand 0.939, on links wherever they stand 0.933, on the newest years that the wikitext names 0.930; with what ships of these 0.918 by two ensembles, 0.914 by three. With all 129 candidates one ensemble gets 0.928, a multiclass one 0.909 with fewer within one class (0.916 for 0.921), a softmax over the five sums 0.916 (0.919 within one class); extremely random splits, 8 or 31 leaves, smaller steps with 400 trees: within 0.005 of each other. Links to other languages were left out though they help, since they have gone from the wikitext.");
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
        Row(card, "the first fold alone", report.Untouched);
        Row(card, "as rendered pages, the wikitext hidden", report.Rendered);
        Row(card, "**medical articles**", medical);
        Line(card, $"| *bar, medical* | {Bars.MedicalToReach.Accuracy:0.000} | | | {Bars.MedicalToReach.Spearman:0.000} | |");
        Line(card, $"");
        string[] missed = [.. Bars.ToReach.Missed(all), .. Bars.MedicalToReach.Missed(medical).Select(sentence => $"Medical articles: {sentence}")];
        Line(card, $"{(missed.Length == 0 ? "Every bar is reached." : string.Join(' ', missed))} Accuracy on {all.Pages:N0} articles is good to about ± {1.96 * Math.Sqrt(all.Accuracy * (1 - all.Accuracy) / all.Pages):0.000}, on the {medical.Pages} medical ones to about ± {1.96 * Math.Sqrt(medical.Accuracy * (1 - medical.Accuracy) / medical.Pages):0.000}.");
        Line(card, $"");
        Line(card, $"**Calibration** (cross-fitted): expected error {all.TopError:0.000} of the most probable grade, {all.AllError:0.000} over all grades; bar {Bars.CalibrationError:0.00}. Medical articles {medical.TopError:0.000}, where probabilities that held exactly would show {report.MedicalErrorByChance:0.000} by chance, so few are they. ![Calibration](wikipedia-grade.calibration.svg)");
        Line(card, $"");
        Line(card, $"**Compared with other models**, without groups of features, and by the number of articles learned from: [what was compared](wikipedia-grade.compared.md).");
        Line(card, $"");
        Line(card, $"**How the recipe was chosen**, with the choice made anew inside each fold, intervals, and what was tried for medical articles: [the choice](wikipedia-grade.choice.md).");
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
        Line(card, $"- Norms moved. Thresholds are raised for articles whose sources are newer than 2014, by what a model of few shared features showed on articles of 2022 ([drift](wikipedia-grade.drift.md)). Science articles of 2026 have moved further: those are still read as somewhat better than reviewers say.");
        Line(card, $"- The grades in the training set are equally frequent; in the encyclopedia six of ten articles are stubs. `credscore score` and `bulk` correct for that with `--class-mix natural`, the service with `classMix=natural`.");
        Line(card, $"- It learned from English articles. In other languages it is shown and does not count; so it is for a page with values that no training article had, where a twentieth of all that moves predictions lies with their features.");
        Line(card, $"- From a rendered page the wikitext itself is hidden: splits on it count both ways.");
    }

    private static void Row(StringBuilder card, string name, Measures measures)
        => Line(card, $"| {name} | {measures.Accuracy:0.000} | {measures.WithinOne:0.000} | {measures.Auc:0.000} | {measures.Spearman:0.000} | {measures.Pages:N0} |");

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
