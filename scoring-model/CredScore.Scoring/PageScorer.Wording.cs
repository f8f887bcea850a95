using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;

namespace CredScore.Scoring;

/// <summary>What the text model says of a video, as answers carry it.</summary>
public sealed partial class PageScorer
{
    private const string Misleading = "resembles videos found misleading";
    private const string Correcting = "resembles videos found to correct";
    private const int MostWords = 3;

    /// <summary>The strongest words for, the strongest against, all others together and the start: they add up to the probability.</summary>
    private static Prediction Summarise(TextPrediction wording)
    {
        // Words add up in logits; every one gets the same share of the way in probability.
        var way = LogitOf(wording.Probability) - LogitOf(wording.Start);
        var scale = way == 0 ? wording.Probability * (1 - wording.Probability) : (wording.Probability - wording.Start) / way;
        var shown = wording.Contributions.Where(word => word.Effect > 0).Take(MostWords).Concat(wording.Contributions.Where(word => word.Effect < 0).Take(MostWords)).ToList();

        return new(
            wording.ModelId,
            wording.Probability >= 0.5 ? Misleading : Correcting,
            new Dictionary<string, double> { [Misleading] = wording.Probability, [Correcting] = 1 - wording.Probability },
            wording.Probability,
            [
                .. shown.Select(word => new Contribution(VideoFeatures.Wording, $"The words “{word.Text}”.", scale * word.Effect)),
                new("", "All other words together.", scale * (way - shown.Sum(word => word.Effect))),
                new("", "Where every text starts.", wording.Start),
            ],
            [wording.Sentence]);
    }

    private static double LogitOf(double probability) => Math.Log(probability / (1 - probability));
}
