using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Rules;

/// <summary>
/// A ruleset made ready to be evaluated over one list of features: positions looked up and sentences put together once. Safe for many threads.
/// <para>
/// The arithmetic is exact, in hundredths of a point. The criteria of which anything is known share 100.00 points in proportion to their weights, by the
/// method of the largest remainder; the known measures of a criterion share its points in the same way. A measure earns its points times its curve's share,
/// rounded once. A criterion's points are the sum of its reasons' effects, and the score is the sum of the criteria's points and the caps' effects.
/// </para>
/// <para>What is unknown is noted and passed over: its points go to what is known, and only the confidence falls.</para>
/// </summary>
public sealed class RulesetEngine
{
    /// <summary>Pieces of evidence that a reason or a cap carries at most.</summary>
    public const int MostEvidence = 5;

    private readonly FeatureNames _names;
    private readonly double _totalWeight;
    private readonly int _words;
    private readonly int _classified;

    /// <summary>Throws <see cref="ArgumentException"/> when the ruleset asks for a feature that is not declared; the reader refuses such a one.</summary>
    public RulesetEngine(Ruleset ruleset, FeatureNames names, Func<string, FeatureUnit> unitOf)
    {
        ArgumentNullException.ThrowIfNull(ruleset);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(unitOf);
        Ruleset = ruleset;
        _names = names;
        Criteria = [.. ruleset.Criteria.Select(criterion => new ReadyCriterion(criterion, [.. criterion.Measures.Select(Prepare)]))];
        Caps = [.. ruleset.Caps.OrderBy(cap => cap.Limit).Select(cap => new ReadyCap(cap, PositionOf(cap.Feature)))];
        _totalWeight = ruleset.Criteria.Sum(criterion => criterion.Weight);
        _words = names.IndexOf(Confidence.WordsFeature);
        _classified = names.IndexOf(Confidence.ClassifiedFeature);

        ReadyMeasure Prepare(Measure measure) => new(measure, PositionOf(measure.Feature), new MeasureText(measure, unitOf(measure.Feature)));
    }

    public Ruleset Ruleset { get; }

    internal ReadyCriterion[] Criteria { get; }

    /// <summary>The lowest limit first; of equals, the one declared first.</summary>
    internal ReadyCap[] Caps { get; }

    /// <summary>Evaluates the features of a page.</summary>
    /// <param name="values">Values over the same list of features.</param>
    /// <param name="evidenceOf">Where on the page a feature can be checked; asked once for each reason and cap.</param>
    public Evaluation Evaluate(FeatureValues values, Func<string, IReadOnlyList<Evidence>> evidenceOf)
    {
        ArgumentNullException.ThrowIfNull(evidenceOf);
        return Evaluate(values, evidenceOf, null);
    }

    /// <summary>Evaluates the features of a page on which the educator may have said a word; without a way to evidence, in numbers alone.</summary>
    internal Evaluation Evaluate(FeatureValues values, Func<string, IReadOnlyList<Evidence>>? evidenceOf, Override? word)
    {
        ArgumentNullException.ThrowIfNull(values);

        if (!ReferenceEquals(values.Names, _names))
        {
            throw new ArgumentException("The values belong to another list of features.", nameof(values));
        }

        var page = new RulesetRun(this, values, evidenceOf, word);
        return page.Evaluate();
    }

    /// <summary>Words of prose; null when unknown.</summary>
    internal double? WordsIn(FeatureValues values) => _words < 0 ? null : values.At(_words);

    /// <summary>Confidence when so much of the criteria's weight is known.</summary>
    internal double ConfidenceIn(FeatureValues values, double knownWeight)
        => Confidence.Of(_totalWeight > 0 ? knownWeight / _totalWeight : 0, _classified < 0 ? null : values.At(_classified));

    private int PositionOf(string feature) => _names.IndexOf(feature) is var position and >= 0
        ? position
        : throw new ArgumentException($"The ruleset {Ruleset.Key} asks for {feature}, which is not a declared feature.");
}

/// <summary>A criterion with its measures made ready.</summary>
internal sealed record ReadyCriterion(Criterion Criterion, ReadyMeasure[] Measures)
{
    public double TotalWeight { get; } = Measures.Sum(measure => measure.Measure.Weight);

    /// <summary>Weight of the measures whose feature is known.</summary>
    public double KnownWeight(FeatureValues values)
    {
        var known = 0.0;

        foreach (var measure in Measures)
        {
            known += measure.KnownWeight(values);
        }

        return known;
    }
}

/// <summary>A measure with the position of its feature and its sentences.</summary>
internal sealed record ReadyMeasure(Measure Measure, int Position, MeasureText Text)
{
    /// <summary>The measure's weight, or 0 when its feature is unknown.</summary>
    public double KnownWeight(FeatureValues values) => values.At(Position) is null ? 0 : Measure.Weight;
}

/// <summary>A cap with the position of its feature.</summary>
internal sealed record ReadyCap(Cap Cap, int Position)
{
    public int Limit { get; } = Hundredths.Floor(Cap.Limit);

    public string Text { get; } = FormattableString.Invariant($"{Cap.Because} While this holds, the score is at most {Cap.Limit:0.##}.");

    public string Raise => Cap.Raise ?? Cap.Because;

    public bool HoldsIn(FeatureValues values) => values.At(Position) > Cap.Above;
}
