using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>A trained model as it is written.</summary>
internal sealed record TextTrained(TextChoice Choice, TextFit Fit, TextCalibration Calibration, byte[] Bytes);

/// <summary>Trains one variant on all rows of a topic, with a calibration from rows each model had not seen.</summary>
internal static class TextTraining
{
    private const int Seed = 1;

    public static TextTrained Train(TextVariant variant, IReadOnlyList<TextRow> rows, string topic)
    {
        Require(rows, topic);
        var experiment = new TextExperiment(variant, rows);
        var all = experiment.Trainable(topic);
        var choice = experiment.Choose(topic, all, Seed).Choice;
        var fit = experiment.Fit(topic, all, choice);
        var settled = new TextExperiment(variant with { Strengths = [choice.Strength], WeakWeights = [choice.WeakWeight] }, rows);
        var calibration = TextCalibrator.Fit(settled.CrossValidate(topic, Seed, isCompared: false).Scored);

        return new(choice, fit, calibration, TextModelFormat.Write(variant.Shape, fit.Bias, calibration, fit.Weights));
    }

    private static void Require(IReadOnlyList<TextRow> rows, string topic)
    {
        foreach (var (label, name) in new[] { (1, "positive"), (-1, "negative") })
        {
            var groups = rows.Where(row => row.Topic == topic && row.Label == label).Select(row => row.Group).Distinct().Count();

            if (groups < TextExperiment.OuterFolds)
            {
                throw CommandFailure.BadInput($"There are {groups} groups with a {name} label on {topic}: cross-validation needs {TextExperiment.OuterFolds} of each label.");
            }
        }
    }
}
