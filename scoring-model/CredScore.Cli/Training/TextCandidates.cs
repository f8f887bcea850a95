using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>The ways to learn that were compared, and the one that ships.</summary>
internal static class TextCandidates
{
    private const int Bits = 16;
    private const int WholeDescription = 3000;

    private static readonly string[] OtherTopics = ["911", "chemtrails", "flatearth", "moonlanding"];

    // With many more rows a search costs much and found these again and again.
    private static readonly float[] Settled = [0.02f];
    private static readonly float[] Weak = [0.05f];

    private static readonly TextShape Words = new(Bits, TextParts.Words, WholeDescription);

    /// <summary>What ships: the simplest of the best, of which every word's part can be shown.</summary>
    public static TextVariant Video { get; } = Even("words, naive Bayes ratio", Words) with { Scaling = TextScaling.Ratio };

    /// <summary>Signs alone: words of one language say nothing in another.</summary>
    public static TextVariant Channel { get; } = Even("signs of style", Words with { Parts = TextParts.Signs });

    /// <summary>All that read masked texts; the choice among them may be made by inner folds too.</summary>
    public static IReadOnlyList<TextVariant> Videos { get; } =
    [
        Video,
        Even("words", Words),
        Even("words, rarity", Words) with { Scaling = TextScaling.Rarity },
        Video with { Name = "title alone, ratio", Shape = Words with { DescriptionLength = 0 } },
        Even("runs of 3–5 letters, ratio", Words with { Parts = TextParts.Letters }) with { Scaling = TextScaling.Ratio, Strengths = [0.01f] },
        Even("words and signs, ratio", Words with { Parts = TextParts.Words | TextParts.Signs }) with { Scaling = TextScaling.Ratio },
        Even("signs of style", Words with { Parts = TextParts.Signs }),
        Even("signs, FastTree", Words with { Parts = TextParts.Signs }) with { Method = TextMethod.Trees, Strengths = [2, 4] },
        Video with { Name = "words, ratio, averaged perceptron", Method = TextMethod.Perceptron, Strengths = [0, 0.01f] },
        Video with { Name = "words, ratio, SDCA", Method = TextMethod.StochasticLogistic, Strengths = [1e-4f, 1e-3f] },
        Video with { Name = "words, ratio, four other topics and COVID-19 (weak labels)", Topics = [.. OtherTopics, TextRows.Covid], Strengths = Settled, WeakWeights = Weak },
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
