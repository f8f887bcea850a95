using CredScore.Scoring.Features;

namespace CredScore.Scoring.Model;

/// <summary>
/// Predicts how reviewers would grade an article: five boosted ensembles of trees, one for each boundary between two grades. Loaded once; safe for many threads.
/// </summary>
public sealed class GradeModel
{
    /// <summary>Stands for a value that is unknown on the page itself, such as a share of the sources where there are none; below every known value.</summary>
    internal const float Unknown = -1000;

    /// <summary>Year of the last articles that the model learned from.</summary>
    internal const int TrainingYear = 2014;

    /// <summary>Year of the articles by which the drift of norms was measured.</summary>
    internal const int DriftYear = 2022;

    private static readonly Lazy<GradeModel> Shipped = new(() => GradeModelFile.ReadEmbedded("wikipedia-grade"));

    private readonly ModelInput[] _inputs;
    private readonly int[] _positions;
    private readonly int[] _lengths;
    private readonly float[] _lowest;
    private readonly float[] _highest;
    private readonly int _year;
    private readonly double[] _importance;
    private readonly float[][]? _thresholds;
    private readonly BinnedTrees?[] _binned;

    internal GradeModel(string id, IReadOnlyList<ModelInput> inputs, IReadOnlyList<GradeBoundary> boundaries)
    {
        Id = id;
        Inputs = _inputs = [.. inputs];
        Boundaries = boundaries;
        _positions = [.. inputs.Select(input => ArticleFeatures.Names.IndexOf(input.Name))];
        _lengths = [.. Enumerable.Range(0, inputs.Count).Where(input => ModelFeatures.IsLength(inputs[input].Name))];
        _thresholds = BinnedTrees.ThresholdsOf(boundaries.Select(boundary => boundary.Trees), inputs.Count);
        _binned = [.. boundaries.Select(boundary => _thresholds is null ? null : BinnedTrees.Of(boundary.Trees, _thresholds))];
        _lowest = [.. inputs.Select(input => input.IsYear ? float.NegativeInfinity : input.Lowest)];
        _highest = [.. inputs.Select(input => input.IsYear ? float.PositiveInfinity : input.Highest)];
        _importance = ImportanceOf(boundaries, inputs.Count);
        _year = Array.FindIndex(_inputs, input => input.Name == ModelFeatures.Year);
    }

    /// <summary>The model that comes with the library; throws <see cref="ModelException"/> when it does not fit the declared features.</summary>
    public static GradeModel Embedded => Shipped.Value;

    /// <summary>Name and version, such as <c>wikipedia-grade/1</c>; every retraining that changes a prediction counts the version up.</summary>
    public string Id { get; }

    /// <summary>Features that the model looks at, in its order.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    internal IReadOnlyList<GradeBoundary> Boundaries { get; }

    /// <summary>Predicts a page's grade from its features. Null when its list of references was taken out, since the model is mostly about it.</summary>
    /// <param name="features">Values of the declared features.</param>
    /// <param name="language">Language edition; the model learned from English articles, and features of English wording are hidden from it elsewhere.</param>
    public GradePrediction? Predict(FeatureValues features, string language)
    {
        ArgumentNullException.ThrowIfNull(features);
        return features["citations.references"] is null || features["structure.words"] is null ? null : Predict(ReadInputs(features, language is "en" or "simple"));
    }

    internal GradePrediction Predict(ReadOnlySpan<float> inputs)
    {
        Span<double> effects = stackalloc double[Inputs.Count];
        Span<double> passed = stackalloc double[Boundaries.Count];
        var total = new double[Inputs.Count];
        Span<byte> bins = stackalloc byte[Inputs.Count];
        var (drift, start) = (DriftOf(inputs), 0.0);
        var isBinned = TryBin(inputs, bins);

        for (var k = 0; k < passed.Length; k++)
        {
            effects.Clear();
            start += Probability(Boundaries[k].LogitOf(Boundaries[k].Trees.Start, drift));
            passed[k] = Pass(Boundaries[k], drift, Evaluate(k, inputs, isBinned ? bins : default, effects), effects, total);
        }

        var outside = FindOutside(inputs);
        return new(ToProbabilities(passed), start, total, _lengths.Sum(input => total[input]), outside) { Drift = drift, OutsideShare = outside.Sum(input => _importance[input]) };
    }

    /// <summary>The sum of a boundary's trees, and what each feature added to it, the quick way where the trees are shallow enough for it.</summary>
    internal double Evaluate(int boundary, ReadOnlySpan<float> inputs, Span<double> effects)
    {
        Span<byte> bins = stackalloc byte[Inputs.Count];
        return Evaluate(boundary, inputs, TryBin(inputs, bins) ? bins : default, effects);
    }

    private double Evaluate(int boundary, ReadOnlySpan<float> inputs, ReadOnlySpan<byte> bins, Span<double> effects)
    {
        var trees = Boundaries[boundary].Trees;

        if (bins.IsEmpty || _binned[boundary] is not { } binned)
        {
            return trees.Evaluate(inputs, effects);
        }

        binned.Evaluate(bins, effects);
        var sum = trees.Start;

        foreach (var effect in effects)
        {
            sum += effect;
        }

        return sum;
    }

    private bool TryBin(ReadOnlySpan<float> inputs, Span<byte> bins)
    {
        if (_thresholds is null)
        {
            return false;
        }

        BinnedTrees.Bin(inputs, _thresholds, bins);
        return true;
    }

    // The newest year that the sources name is about when the article was written; where none is named, nothing says that it is a new one.
    private double DriftOf(ReadOnlySpan<float> inputs)
        => _year >= 0 && inputs[_year] > TrainingYear ? Math.Min(1, (inputs[_year] - TrainingYear) / (DriftYear - TrainingYear)) : 0;

    /// <summary>
    /// The probability of passing a boundary. What each feature adds to it is its part of the way from the start to the end, on the straight line between the two logits:
    /// the parts add up to the difference of the probabilities exactly (Aumann and Shapley 1974).
    /// </summary>
    private static double Pass(GradeBoundary boundary, double drift, double sum, Span<double> effects, double[] total)
    {
        var (from, to) = (boundary.LogitOf(boundary.Trees.Start, drift), boundary.LogitOf(sum, drift));
        var (before, after) = (Probability(from), Probability(to));
        var steepness = Math.Abs(to - from) > 1e-9 ? (after - before) / (to - from) : after * (1 - after);

        for (var i = 0; i < total.Length; i++)
        {
            total[i] += steepness * boundary.Slope * effects[i];
        }

        return after;
    }

    // Five separate answers may cross; in descending order they make a distribution, and their sum, the mean grade, stays what it was.
    private static double[] ToProbabilities(Span<double> passed)
    {
        passed.Sort(static (left, right) => right.CompareTo(left));
        var probabilities = new double[passed.Length + 1];
        var before = 1.0;

        for (var k = 0; k < passed.Length; k++)
        {
            probabilities[k] = before - passed[k];
            before = passed[k];
        }

        probabilities[^1] = before;
        return probabilities;
    }

    private float[] ReadInputs(FeatureValues features, bool isEnglish)
    {
        var inputs = new float[_inputs.Length];

        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = features.At(_positions[i]) is { } value ? (float)value : _inputs[i].IsHidden(isEnglish) ? float.NaN : Unknown;
        }

        return inputs;
    }

    private List<int> FindOutside(ReadOnlySpan<float> inputs)
    {
        var outside = new List<int>();

        for (var i = 0; i < inputs.Length; i++)
        {
            if ((inputs[i] < _lowest[i] || inputs[i] > _highest[i]) && inputs[i] != Unknown)
            {
                outside.Add(i);
            }
        }

        return outside;
    }

    /// <summary>Each feature's share of all that moves the boundaries' logits on the training pages.</summary>
    private static double[] ImportanceOf(IReadOnlyList<GradeBoundary> boundaries, int inputs)
    {
        var moved = new double[inputs];

        foreach (var boundary in boundaries)
        {
            boundary.Trees.AddMovements(moved, Math.Abs(boundary.Slope));
        }

        var all = moved.Sum();
        return all > 0 ? [.. moved.Select(one => one / all)] : moved;
    }

    private static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));
}
