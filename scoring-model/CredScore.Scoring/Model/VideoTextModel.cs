using System.Reflection;

namespace CredScore.Scoring.Model;

/// <summary>
/// Reads title and description of a health video and says whether the wording resembles videos that reviewers found misleading, or videos that they
/// found to correct misinformation. It learnt from English videos about vaccines; about anything else it abstains.
/// </summary>
public sealed class VideoTextModel
{
    /// <summary>Below this probability of the nearer side it abstains.</summary>
    public const double LeastConfidence = 0.75;

    internal const string Name = "video-text";

    private const int FewestWords = 5;
    private const int FewestKnownWords = 4;
    private const int MostContributions = 4;
    private const double LeastEnglish = 0.6;

    // Beginnings of the words by which the videos that it learnt from name their subject.
    private static readonly string[] Topic = ["vaccin", "antivacc", "vaxx", "vaxed", "vaxer", "antivax", "unvax", "unvacc", "immuniz", "immunis", "inoculat", "mmr", "measles", "hpv", "gardasil"];

    private static readonly Lazy<VideoTextModel> Embedded = new(() => new(ReadEmbedded(Name)));

    private readonly TextModel _model;

    internal VideoTextModel(TextModel model) => _model = model;

    /// <summary>The model that ships with the library, loaded once; safe for any number of threads. Throws <see cref="TextModelException"/> when it is damaged.</summary>
    public static VideoTextModel Default => Embedded.Value;

    public string ModelId => _model.Id;

    /// <summary>What the wording resembles; null when the model abstains.</summary>
    public TextPrediction? Read(string? title, string? description, string? channelName) => Read(title, description, channelName, out _);

    /// <summary>What the wording resembles, or why the model abstains.</summary>
    public TextPrediction? Read(string? title, string? description, string? channelName, out TextAbstention abstention)
    {
        var input = new TextInput(title, description, channelName);
        abstention = Judge(input);

        if (abstention is not TextAbstention.None)
        {
            return null;
        }

        var terms = TextFeaturizer.Read(_model.Shape, input);
        var probability = _model.Calibration.Probability(_model.Score(terms));
        var confidence = Math.Max(probability, 1 - probability);
        abstention = terms.Where(_model.Knows).Take(FewestKnownWords).Count() < FewestKnownWords ? TextAbstention.TooLittleText
            : confidence < LeastConfidence ? TextAbstention.Uncertain
            : TextAbstention.None;

        return abstention is TextAbstention.None
            ? new(probability, confidence, _model.Contributions(terms, MostContributions), ModelId, SentenceFor(probability)) { Start = _model.Start }
            : null;
    }

    /// <summary>The reason in words, for readers; never a reproach.</summary>
    public static string Explain(TextAbstention abstention) => abstention switch
    {
        TextAbstention.TooLittleText => "Title and description have too few words to compare.",
        TextAbstention.OtherLanguage => "The comparison of wording learnt from English videos only; this text does not read as English.",
        TextAbstention.OtherTopic => "The comparison of wording learnt from videos about vaccines only; this text does not name that subject.",
        TextAbstention.Uncertain => "The wording resembles neither side clearly.",
        _ => "The wording was compared.",
    };

    internal static TextModel ReadEmbedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"models/{name}.bin")
            ?? throw new TextModelException($"The library was built without the text model {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return TextModel.Read(name, bytes);
    }

    internal static TextAbstention Judge(TextInput input)
    {
        // The whole of both texts tells the language and the subject; the channel's name may be what names it.
        List<TextToken> tokens =
        [
            .. TextTokens.Read(input.Title, TextMask.None, TextTokens.MostCharacters),
            .. TextTokens.Read(input.Description, TextMask.None, TextTokens.MostCharacters),
        ];

        return tokens.Count(token => token.IsWord) < FewestWords ? TextAbstention.TooLittleText
            : TextLanguage.EnglishShare(tokens) is null or < LeastEnglish ? TextAbstention.OtherLanguage
            : !tokens.Exists(IsOnTopic) ? TextAbstention.OtherTopic
            : TextAbstention.None;
    }

    internal static bool IsOnTopic(TextToken token)
        => token.IsWord && Array.Exists(Topic, beginning => token.Text.StartsWith(beginning, StringComparison.Ordinal));

    private static string SentenceFor(double probability) => probability >= 0.5
        ? "The wording resembles videos that reviewers found misleading; nobody has checked this one."
        : "The wording resembles videos that reviewers found to correct misleading claims; nobody has checked this one.";
}
