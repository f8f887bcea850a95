using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Training;

/// <summary>What the wording adds to the rules, by predictions of models that had not seen the video's group.</summary>
/// <param name="Videos">Videos with a side.</param>
/// <param name="Spoken">Of these, where the model does not abstain.</param>
/// <param name="Without">Area under the curve of the points, debunks above promotes, without the wording.</param>
/// <param name="With">The same with the wording.</param>
internal sealed record TextRulesCheck(int Videos, int Spoken, double Without, double With)
{
    private const string Ruleset = "youtube-medical";

    /// <summary>Scores title, description and channel name by the rules, with and without the cross-fitted wording.</summary>
    public static TextRulesCheck Measure(IReadOnlyList<TextJudged> judged)
    {
        List<TextJudged> sided = [.. judged.Where(row => row.Row.Label != 0)];
        return new(
            sided.Count,
            sided.Count(row => WordingOf(row) is not null),
            TextMeasures.Auc(sided.Select(row => (PointsOf(row, null), row.Row.Label < 0))),
            TextMeasures.Auc(sided.Select(row => (PointsOf(row, WordingOf(row)), row.Row.Label < 0))));
    }

    private static float PointsOf(TextJudged row, double? wording)
    {
        var text = row.Row.Text;
        var video = new YouTubeVideo { Id = "-----------", Title = text.Title, Description = text.Description, Channel = new() { Name = text.ChannelName } };
        var page = PageScorer.Default.Assess(PageAddress.OfVideo(video.Id), video);
        var pairs = page.Features.Pairs().Select(pair => pair.Key == VideoFeatures.Wording ? new(pair.Key, wording) : pair);
        var scored = PageScorer.Rescore(page with { Features = new FeatureValues(VideoFeatures.Names, pairs) }, Rulesets.Find(Ruleset)!);
        return (float)scored.Criteria.Sum(criterion => criterion.Points ?? 0);
    }

    private static double? WordingOf(TextJudged row)
        => row.Confidence >= VideoTextModel.LeastConfidence && VideoTextModel.Judge(row.Row.Text) is TextAbstention.None ? row.Probability : null;
}
