using System.Globalization;

namespace CredScore.Scoring.Model;

/// <summary>Weights of hashed words and signs: a logistic regression whose every prediction is a sum that can be shown.</summary>
internal sealed class TextModel
{
    private readonly Dictionary<int, float> _weights;

    public TextModel(string id, TextShape shape, float bias, TextCalibration calibration, IReadOnlyDictionary<int, float> weights)
    {
        Id = id;
        Shape = shape;
        Bias = bias;
        Calibration = calibration;
        _weights = new(weights);
    }

    /// <summary>Name and digest of the content: equal ids give equal predictions.</summary>
    public string Id { get; }

    public TextShape Shape { get; }

    public float Bias { get; }

    public TextCalibration Calibration { get; }

    public IReadOnlyDictionary<int, float> Weights => _weights;

    /// <summary>Reads a model from its bytes. Throws <see cref="TextModelException"/> when they are none.</summary>
    public static TextModel Read(string name, ReadOnlySpan<byte> bytes) => TextModelFormat.Read(name, bytes);

    /// <summary>The score of a logistic regression: above 0 for the positive side.</summary>
    public float Score(IReadOnlyList<TextTerm> terms)
    {
        var score = (double)Bias;

        foreach (var term in terms)
        {
            score += (double)term.Value * WeightOf(term);
        }

        return (float)score;
    }

    /// <summary>Whether the model learnt a weight for a term.</summary>
    public bool Knows(TextTerm term) => _weights.ContainsKey(term.Place);

    /// <summary>Probability of the positive side before any term is read.</summary>
    public double Start => Calibration.Probability(Bias);

    /// <summary>What each term adds to the calibrated score, in logits, the largest first; at most so many for each side. All together and the constant add up to it.</summary>
    public IReadOnlyList<TextContribution> Contributions(IReadOnlyList<TextTerm> terms, int most)
    {
        var effects = new Dictionary<string, double>(StringComparer.Ordinal);

        foreach (var term in terms)
        {
            if (_weights.TryGetValue(term.Place, out var weight))
            {
                effects[term.Text] = effects.GetValueOrDefault(term.Text) + (Calibration.Slope * (double)term.Value * weight);
            }
        }

        return [.. Strongest(effects.Where(effect => effect.Value > 0), most).Concat(Strongest(effects.Where(effect => effect.Value < 0), most)).OrderByDescending(contribution => Math.Abs(contribution.Effect))];
    }

    private static IEnumerable<TextContribution> Strongest(IEnumerable<KeyValuePair<string, double>> effects, int most)
        => effects.OrderByDescending(effect => Math.Abs(effect.Value)).ThenBy(effect => effect.Key, StringComparer.Ordinal).Take(most).Select(effect => new TextContribution(effect.Key, effect.Value));

    internal static string IdOf(string name, uint digest) => string.Create(CultureInfo.InvariantCulture, $"{name}-{digest:x8}");

    private float WeightOf(TextTerm term) => _weights.GetValueOrDefault(term.Place);
}

/// <summary>Makes a probability of a score (Platt 1999), fitted on scores of rows that the scoring model had not seen.</summary>
internal readonly record struct TextCalibration(float Slope, float Intercept)
{
    public static TextCalibration None { get; } = new(1, 0);

    /// <summary>From 0 to 1; never a NaN, whatever the score.</summary>
    public double Probability(double score) => double.IsFinite(score) ? 1 / (1 + Math.Exp(-((Slope * score) + Intercept))) : 0.5;
}
