using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>One way to learn from the texts, to be compared with others.</summary>
/// <param name="Topics">Topics that are learnt from beside the judged one.</param>
internal sealed record TextVariant(string Name, TextShape Shape, TextMethod Method, IReadOnlyList<string> Topics)
{
    public TextScaling Scaling { get; init; }

    /// <summary>Penalties on large weights that inner folds choose among; for trees, leaves.</summary>
    public IReadOnlyList<float> Strengths { get; init; } = [0.003f, 0.01f, 0.03f, 0.1f];

    /// <summary>Weights of rows of other topics that inner folds choose among.</summary>
    public IReadOnlyList<float> WeakWeights { get; init; } = [0.03f, 0.1f];
}

/// <summary>One cross-validation.</summary>
/// <param name="InnerAuc">For each outer fold the best area that inner folds found: what a choice among variants may look at.</param>
internal sealed record TextRun(IReadOnlyList<TextScored> Scored, IReadOnlyList<double> InnerAuc);

/// <summary>Grouped cross-validation: inner folds choose, outer folds only measure.</summary>
internal sealed class TextExperiment(TextVariant variant, IReadOnlyList<TextRow> rows)
{
    public const int OuterFolds = 5;
    private const int InnerFolds = 3;

    private readonly IReadOnlyList<IReadOnlyList<TextTerm>> _terms = [.. rows.Select(row => TextFeaturizer.Read(variant.Shape, row.Text))];

    private IEnumerable<TextChoice> Choices => from strength in variant.Strengths from weight in variant.Topics.Count == 0 ? [1f] : variant.WeakWeights select new TextChoice(strength, weight);

    /// <summary>Scores for the rows of a topic, the neutral ones too, from models that saw none of their group.</summary>
    /// <param name="topic">What is judged.</param>
    /// <param name="seed">Of the division.</param>
    /// <param name="isCompared">Whether inner folds are measured even where they have nothing to choose, so that variants can be chosen among.</param>
    public TextRun CrossValidate(string topic, int seed, bool isCompared = true)
    {
        var judged = Indices(topic);
        var folds = TextFolds.Assign(judged.Where(i => rows[i].Label != 0).Select(i => rows[i]), OuterFolds, seed);
        var scored = new List<TextScored>();
        var inner = new List<double>();

        for (var fold = 0; fold < OuterFolds; fold++)
        {
            var outside = Trainable(topic).Where(i => FoldOf(folds, i) != fold).ToList();
            var (choice, auc) = isCompared || Choices.Skip(1).Any() ? Choose(topic, outside, seed) : (Choices.Single(), double.NaN);
            var fit = Fit(topic, outside, choice);
            inner.Add(auc);
            scored.AddRange(judged.Where(i => FoldOf(folds, i) == fold).Select(i => new TextScored(rows[i], fit.Score(_terms[i]), fold)));
        }

        return new(scored, inner);
    }

    /// <summary>The choice with the best mean area over inner folds of the given rows, and that area.</summary>
    public (TextChoice Choice, double Auc) Choose(string topic, IReadOnlyList<int> available, int seed)
    {
        var judged = available.Where(i => rows[i].Topic == topic && rows[i].Label != 0).ToList();
        var folds = TextFolds.Assign(judged.Select(i => rows[i]), InnerFolds, seed + 1);
        return Choices.Select(choice => (choice, Auc: Enumerable.Range(0, InnerFolds).Average(fold => InnerAuc(topic, available, judged, folds, fold, choice)))).MaxBy(result => result.Auc);
    }

    /// <summary>Learns from some topics alone and scores another; rows of its groups are left out of the learning.</summary>
    public IReadOnlyList<TextScored> Transfer(IReadOnlyCollection<string> from, string to, TextChoice choice)
    {
        var judged = Indices(to);
        var groups = judged.Select(i => rows[i].Group).ToHashSet();
        var available = Enumerable.Range(0, rows.Count).Where(i => rows[i].Label != 0 && from.Contains(rows[i].Topic) && rows[i].Topic != to && !groups.Contains(rows[i].Group)).ToList();
        var fit = Fit(TextRows.Vaccines, available, choice);
        return [.. judged.Select(i => new TextScored(rows[i], fit.Score(_terms[i]), 0))];
    }

    public TextFit Fit(string topic, IReadOnlyList<int> available, TextChoice choice)
        => TextLearner.Fit(variant.Method, variant.Scaling, variant.Shape, choice, [.. available.Select(i => new TextTrainingRow(rows[i], _terms[i], rows[i].Topic == topic ? 1 : choice.WeakWeight, rows[i].Topic == topic))]);

    /// <summary>Rows with a side, of the judged topic and of those that are learnt from.</summary>
    public List<int> Trainable(string topic) => [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Label != 0 && (rows[i].Topic == topic || variant.Topics.Contains(rows[i].Topic)))];

    private List<int> Indices(string topic) => [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Topic == topic)];

    // A group without a judged row with a side: its neutral rows are spread by number, its rows of other topics are always learnt from.
    private int FoldOf(Dictionary<int, int> folds, int row) => folds.TryGetValue(rows[row].Group, out var fold) ? fold : rows[row].Label != 0 ? -1 : rows[row].Group % OuterFolds;

    private double InnerAuc(string topic, IReadOnlyList<int> available, List<int> judged, Dictionary<int, int> folds, int fold, TextChoice choice)
    {
        var fit = Fit(topic, [.. available.Where(i => folds.GetValueOrDefault(rows[i].Group, -1) != fold)], choice);
        return TextMeasures.Auc(judged.Where(i => folds[rows[i].Group] == fold).Select(i => new TextScored(rows[i], fit.Score(_terms[i]), fold)));
    }
}
