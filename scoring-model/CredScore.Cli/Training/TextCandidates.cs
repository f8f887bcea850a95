using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>The ways to learn that were compared, and the one that ships.</summary>
internal static class TextCandidates
{
    private const int Bits = 16;
    private const int WholeDescription = 3000;

    private static readonly string[] OtherTopics = ["911", "chemtrails", "flatearth", "moonlanding"];

    // With many more rows a search within each fold costs much. Settled once, by the mean over inner folds; the card tells what else was tried.
    private static readonly float[] Settled = [0.02f];
    private static readonly float[] Weak = [0.02f];

    private static readonly TextShape Words = new(Bits, TextParts.Words, WholeDescription);

    private static readonly TextVariant Ratio = Even("words, naive Bayes ratio", Words) with { Scaling = TextScaling.Ratio };

    /// <summary>What ships: the simplest of those that inner folds found best, of which every word's part can be shown.</summary>
    public static TextVariant Video { get; } = Ratio with
    {
        Name = "words, ratio of vaccine videos, learnt from other topics and COVID-19 too (weak)",
        Scaling = TextScaling.JudgedRatio,
        Topics = [.. OtherTopics, TextRows.Covid],
        Strengths = Settled,
        WeakWeights = Weak,
    };

    /// <summary>Signs alone: words of one language say nothing in another.</summary>
    public static TextVariant Channel { get; } = Even("signs of style", Words with { Parts = TextParts.Signs });

    /// <summary>All that read masked texts; the choice among them may be made by inner folds too.</summary>
    public static IReadOnlyList<TextVariant> Videos { get; } =
    [
        Video,
        Video with { Name = "the same with the four other topics alone", Topics = OtherTopics },
        Video with { Name = "the same with COVID-19 alone", Topics = [TextRows.Covid] },
        Video with { Name = "the same, ratio of all rows", Scaling = TextScaling.Ratio },
        Ratio,
        Even("words", Words),
        Even("words, rarity", Words) with { Scaling = TextScaling.Rarity },
        Ratio with { Name = "title alone, ratio", Shape = Words with { DescriptionLength = 0 } },
        Even("runs of 3–5 letters, ratio", Words with { Parts = TextParts.Letters }) with { Scaling = TextScaling.Ratio, Strengths = [0.01f] },
        Even("words and signs, ratio", Words with { Parts = TextParts.Words | TextParts.Signs }) with { Scaling = TextScaling.Ratio },
        Even("signs of style", Words with { Parts = TextParts.Signs }),
        Even("signs, FastTree", Words with { Parts = TextParts.Signs }) with { Method = TextMethod.Trees, Strengths = [2, 4] },
        Ratio with { Name = "words, ratio, averaged perceptron", Method = TextMethod.Perceptron, Strengths = [0, 0.01f] },
        Ratio with { Name = "words, ratio, SDCA", Method = TextMethod.StochasticLogistic, Strengths = [1e-4f, 1e-3f] },
    ];

    /// <summary>What the masks cost: a variant with the channel's name left in its texts, and with the name as a text of its own.</summary>
    public static IReadOnlyList<TextVariant> Unmasked(TextVariant variant) =>
    [
        variant with { Name = "name left in title and description", Shape = variant.Shape with { Parts = variant.Shape.Parts | TextParts.Unmasked } },
        variant with { Name = "name read too", Shape = variant.Shape with { Parts = variant.Shape.Parts | TextParts.Unmasked | TextParts.Name } },
    ];

    public static IReadOnlyList<TextVariant> Channels { get; } =
    [
        Channel,
        Even("words, naive Bayes ratio", Words) with { Scaling = TextScaling.Ratio },
        Even("words and signs, ratio", Words with { Parts = TextParts.Words | TextParts.Signs }) with { Scaling = TextScaling.Ratio },
        Even("runs of 3–5 letters", Words with { Parts = TextParts.Letters }),
        Even("signs, FastTree", Words with { Parts = TextParts.Signs }) with { Method = TextMethod.Trees, Strengths = [2, 4] },
    ];

    private static TextVariant Even(string name, TextShape shape) => new(name, shape, TextMethod.Logistic, []);
}
