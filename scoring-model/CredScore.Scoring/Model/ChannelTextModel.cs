namespace CredScore.Scoring.Model;

/// <summary>
/// Reads a channel's name and description and says whether they read like those of an institution. It learnt from French channels about science, on
/// signs that both languages share. A reading is no proof: who stands behind a channel is known from registers alone.
/// </summary>
public sealed class ChannelTextModel
{
    /// <summary>Below this probability of the nearer side it abstains.</summary>
    public const double LeastConfidence = 0.75;

    internal const string Name = "video-channel";

    private const int FewestWords = 6;
    private const int MostContributions = 4;

    private static readonly Lazy<ChannelTextModel> Embedded = new(() => new(VideoTextModel.ReadEmbedded(Name)));

    private readonly TextModel _model;

    internal ChannelTextModel(TextModel model) => _model = model;

    /// <summary>The model that ships with the library, loaded once; safe for any number of threads.</summary>
    public static ChannelTextModel Default => Embedded.Value;

    public string ModelId => _model.Id;

    /// <summary>How like an institution's the texts read; null when the model abstains: too few words (a name alone never suffices), or uncertain.</summary>
    public TextPrediction? Read(string? name, string? description)
    {
        if (TextTokens.Read(description, TextMask.None, TextTokens.MostCharacters).Count(token => token.IsWord) < FewestWords)
        {
            return null;
        }

        var terms = TextFeaturizer.Read(_model.Shape, new(name, description, null));
        var probability = _model.Calibration.Probability(_model.Score(terms));
        var confidence = Math.Max(probability, 1 - probability);

        return confidence < LeastConfidence ? null : new(probability, confidence, _model.Contributions(terms, MostContributions), ModelId, SentenceFor(probability)) { Start = _model.Start };
    }

    private static string SentenceFor(double probability) => probability >= 0.5
        ? "The channel's text reads like an institution's; nobody has checked who stands behind it."
        : "The channel's text reads like a person's or a team's; nobody has checked who stands behind it.";
}
