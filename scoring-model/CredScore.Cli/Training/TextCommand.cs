using System.CommandLine;
using System.Globalization;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary><c>credscore train-text</c> and <c>credscore evaluate-text</c>: the models that read the texts of videos and channels.</summary>
internal static class TextCommand
{
    /// <summary>Least area, promotes against debunks, on human-labelled vaccine videos parted by channel.</summary>
    public const double Bar = 0.85;

    private const float LeftOutStrength = 0.03f;

    private const string TrainPurpose =
        """
        Trains the text models and writes them with their card: video-text.bin, video-channel.bin, video-text.md and two plots.
        The same data gives the same files, byte for byte.

        Exit codes: 0 written (the card says whether the bar is reached), 2 bad input, 5 output cannot be written.
        """;

    private const string EvaluatePurpose =
        """
        Measures the recipe of the video text model by cross-validation, and the model that ships on the rows it speaks about.

        Exit codes: 0 at or above the bar, 2 bad input or below the bar.
        """;

    private static readonly string[] Topics = [TextRows.Vaccines, "911", "chemtrails", "flatearth", "moonlanding"];

    private static readonly Option<string> Data = new("--data") { Description = "Folder of the labelled videos (CSV).", HelpName = "FOLDER", Required = true };

    private static readonly Option<string> Output = new("--out") { Description = "Folder for the models and their card.", HelpName = "FOLDER", Required = true };

    public static Command CreateTrain(Terminal terminal)
    {
        var command = new Command("train-text", TrainPurpose) { Data, Output };
        command.SetAction((parsed, _) => Task.FromResult(Train(parsed.GetRequiredValue(Data), parsed.GetRequiredValue(Output), terminal)));
        return command;
    }

    public static Command CreateEvaluate(Terminal terminal)
    {
        var command = new Command("evaluate-text", EvaluatePurpose) { Data };
        command.SetAction((parsed, _) => Task.FromResult(Evaluate(parsed.GetRequiredValue(Data), terminal)));
        return command;
    }

    private static int Train(string data, string output, Terminal terminal)
    {
        var rows = ReadVideos(data);
        var channels = TextGroups.Assign(TextRows.ReadChannels(data));
        var trained = TextTraining.Train(TextCandidates.Video, rows, TextRows.Vaccines);
        var channelTrained = TextTraining.Train(TextCandidates.Channel, channels, TextRows.Channels);
        WriteModels(output, trained, channelTrained);
        var compared = Compare(TextCandidates.Videos, rows, TextRows.Vaccines, terminal);
        var chosen = compared[0];
        var byChannel = TextComparison.Run(chosen.Variant, TextGroups.Assign(rows, joinsSameTexts: false), TextRows.Vaccines, isCompared: false);
        Print(terminal, $"{chosen.Variant.Name} ships: AUC {byChannel.Auc:0.000} by channel alone.");

        var figures = new TextCardFigures
        {
            Rows = rows,
            Compared = compared,
            Chosen = chosen,
            Unmasked = Compare(TextCandidates.Unmasked(chosen.Variant), rows, TextRows.Vaccines, terminal, isCompared: false),
            ByChannelAlone = byChannel,
            LeftOut = [.. Topics.Append(TextRows.Covid).Select(topic => LeaveOut(rows, topic, chosen.Variant))],
            Trained = trained,
            Channels = Compare(TextCandidates.Channels, channels, TextRows.Channels, terminal),
            ChannelTrained = channelTrained,
            HealthSources = TextRows.ReadHealthSources(data),
            Rules = TextRulesCheck.Measure(TextCalibrator.CrossFit(chosen.Runs[0].Scored)),
        };

        Write(output, figures);
        return ExitCode.Done;
    }

    private static int Evaluate(string data, Terminal terminal)
    {
        var rows = ReadVideos(data);
        var result = TextComparison.Run(TextCandidates.Video, TextGroups.Assign(rows, joinsSameTexts: false), TextRows.Vaccines, isCompared: false);
        Print(terminal, $"Recipe, five folds by channel: AUC {result.Auc:0.000} ({result.Interval.Low:0.000}–{result.Interval.High:0.000}), bar {Bar:0.000}.");
        var strict = TextComparison.Run(TextCandidates.Video, rows, TextRows.Vaccines, isCompared: false);
        Print(terminal, $"The same with like titles and descriptions parted too: AUC {strict.Auc:0.000} ({strict.Interval.Low:0.000}–{strict.Interval.High:0.000}), bar {Bar:0.000}.");
        var sided = rows.Where(row => row.Topic == TextRows.Vaccines && row.Label != 0).Select(row => (row.Label, Prediction: VideoTextModel.Default.Read(row.Text.Title, row.Text.Description, row.Text.ChannelName))).ToList();
        var spoken = sided.Where(row => row.Prediction is not null).ToList();
        Print(terminal, $"Model {VideoTextModel.Default.ModelId} speaks about {spoken.Count} of {sided.Count} and is right about {spoken.Count(row => row.Label > 0 == row.Prediction!.Probability >= 0.5)}; rows that it learnt from flatter it.");

        return Math.Min(result.Auc, strict.Auc) >= Bar
            ? ExitCode.Done
            : throw CommandFailure.BadInput(string.Create(CultureInfo.InvariantCulture, $"AUC {Math.Min(result.Auc, strict.Auc):0.000} is below {Bar:0.000}."));
    }

    private static IReadOnlyList<TextRow> ReadVideos(string folder) => TextGroups.Assign([.. TextRows.ReadAudit(folder), .. TextRows.ReadCovid(folder)]);

    private static List<TextResult> Compare(IReadOnlyList<TextVariant> variants, IReadOnlyList<TextRow> rows, string topic, Terminal terminal, bool isCompared = true)
    {
        var results = new List<TextResult>();

        foreach (var variant in variants)
        {
            var result = TextComparison.Run(variant, rows, topic, isCompared);
            Print(terminal, $"{topic}: {variant.Name}: AUC {result.Auc:0.000}");
            results.Add(result);
        }

        return results;
    }

    private static (string Topic, int Rows, double FromOthers, double FromVaccines) LeaveOut(IReadOnlyList<TextRow> rows, string topic, TextVariant variant)
    {
        // The judged topic may be the one that is left out: words then count by all rows.
        var experiment = new TextExperiment(variant with { Scaling = TextScaling.Ratio }, rows);
        var choice = new TextChoice(LeftOutStrength, 1);
        var others = TextMeasures.Auc(experiment.Transfer(Topics, topic, choice));
        var vaccines = topic == TextRows.Vaccines ? double.NaN : TextMeasures.Auc(experiment.Transfer([TextRows.Vaccines], topic, choice));
        return (topic, rows.Count(row => row.Topic == topic && row.Label != 0), others, vaccines);
    }

    private static void WriteModels(string folder, TextTrained video, TextTrained channel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, "video-text.bin"), video.Bytes);
            File.WriteAllBytes(Path.Combine(folder, "video-channel.bin"), channel.Bytes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, cause);
        }
    }

    private static void Write(string folder, TextCardFigures figures)
    {
        try
        {
            Directory.CreateDirectory(folder);
            List<TextJudged> sided = [.. figures.Chosen.Judged.Where(row => row.Row.Label != 0)];
            File.WriteAllText(Path.Combine(folder, "video-text-abstention.svg"), TextPlots.Abstention(sided));
            File.WriteAllText(Path.Combine(folder, "video-text-calibration.svg"), TextPlots.Calibration(sided));
            File.WriteAllText(Path.Combine(folder, "video-text.md"), TextCard.Write(figures));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, cause);
        }
    }

    private static void Print(Terminal terminal, FormattableString line) => terminal.Output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
