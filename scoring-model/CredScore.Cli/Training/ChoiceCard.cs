using System.Globalization;
using System.Text;

namespace CredScore.Cli.Training;

/// <summary>The third part of the card: what the choice of recipe is worth when it is made anew for each fold. The same data gives the same card.</summary>
internal static class ChoiceCard
{
    public static string Write(Choice choice)
    {
        var card = new StringBuilder();
        var (chosen, byMedical) = (choice.Chosen(Choice.Everything), choice.Chosen(Choice.Medical));
        Line(card, $"# How the recipe of {GradeTraining.ModelId} was chosen");
        Line(card, $"");
        Line(card, $"Written by `credscore choose`; do not edit. Five outer folds by group, and in each the other four as inner folds. A recipe is chosen for an outer fold by the least log loss on its inner folds; trees, calibration and choice of the lines in the second table have seen nothing of the articles that they are measured on. What was measured before on these folds, by people who then wrote this list of recipes and of features, no nesting undoes.");
        Line(card, $"");
        Line(card, $"| recipe | trees | log loss, inner folds | medical | outer: accuracy | within one class | rank correlation | medical: accuracy | rank correlation | chosen for folds |");
        Line(card, $"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");

        foreach (var trial in choice.Trials)
        {
            var probabilities = choice.Predict(Choice.Always(trial));
            var (all, medical) = (Of(choice, probabilities, Choice.Everything), Of(choice, probabilities, Choice.Medical));
            Line(card, $"| {trial.Recipe.Name} | {trial.Recipe.Trees:N0} | {Choice.LogLossInside(trial, Choice.Everything):0.0000} | {Choice.LogLossInside(trial, Choice.Medical):0.000} | {all.Accuracy:0.000} | {all.WithinOne:0.000} | {all.Spearman:0.000} | {medical.Accuracy:0.000} | {medical.Spearman:0.000} | {chosen.Count(one => one == trial)} |");
        }

        Line(card, $"");
        Line(card, $"All five folds together choose **{choice.Best.Name}**. What ships is the best by the same rule of at most {Choice.MostTrees:N0} trees, since more do not answer within 50 µs: **{choice.Shipped.Name}**. Steps are 0.06, leaves 14 and splits on a way 4 where nothing else is said. Medical log loss is over some 200 articles: differences of 0.01 are chance.");
        Line(card, $"");
        Line(card, $"| nested | accuracy | 95 % | within one class | macro AUC | rank correlation | 95 % | calibration error | articles |");
        Line(card, $"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Row(card, choice, "**all articles, recipe chosen inside**", choice.Predict(chosen), Choice.Everything);
        Row(card, choice, "medical articles, the same", choice.Predict(chosen), Choice.Medical);
        Row(card, choice, "medical articles, recipe chosen by medical articles inside", choice.Predict(byMedical), Choice.Medical);
        Row(card, choice, "medical articles, thresholds of their own", choice.Predict(chosen, forMedical: true), Choice.Medical);
        Row(card, choice, "medical articles, both", choice.Predict(byMedical, forMedical: true), Choice.Medical);
        Line(card, $"");
        Line(card, $"Intervals: 1,000 draws of groups with replacement. Thresholds of their own: each question's logit is moved for medical articles by one number, fitted on those of the inner folds and held near zero.");
        return card.ToString();
    }

    private static Measures Of(Choice choice, double[][] probabilities, Func<LabelledFeatures, bool> isMeant) => GradeReport.MeasuresOf(choice.Table, probabilities, isMeant);

    private static void Row(StringBuilder card, Choice choice, string name, double[][] probabilities, Func<LabelledFeatures, bool> isMeant)
    {
        var (measures, (accuracy, spearman)) = (Of(choice, probabilities, isMeant), Bootstrap.Interval(choice.Table, probabilities, isMeant));
        Line(card, $"| {name} | {measures.Accuracy:0.000} | {accuracy.Low:0.000}–{accuracy.High:0.000} | {measures.WithinOne:0.000} | {measures.Auc:0.000} | {measures.Spearman:0.000} | {spearman.Low:0.000}–{spearman.High:0.000} | {measures.TopError:0.000} | {measures.Pages:N0} |");
    }

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
