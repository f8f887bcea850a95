using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Rules;

/// <summary>One evaluation of one page, in whole hundredths of a point. Without a way to evidence it says no word: most of an evaluation's time goes into its sentences.</summary>
internal sealed class RulesetRun(RulesetEngine engine, FeatureValues values, Func<string, IReadOnlyList<Evidence>>? evidenceOf, Override? word)
{
    /// <summary>Id of the criterion that stands for the educator's word on the page.</summary>
    public const string EducatorCriterion = "educator";

    private readonly ImprovementList _improvements = new();
    private readonly List<string> _notes = [];
    private double _knownWeight;
    private int _total;

    public Evaluation Evaluate()
    {
        var criteria = EvaluateCriteria();
        var holding = engine.Caps.Where(cap => cap.HoldsIn(values)).ToList();
        var score = holding.Count == 0 ? _total : Math.Min(_total, holding[0].Limit);
        var confidence = engine.ConfidenceIn(values, _knownWeight);
        var shortage = FindShortage(confidence);

        if (shortage is not null)
        {
            _notes.Insert(0, shortage);
        }

        return new()
        {
            Score = shortage is null ? Hundredths.ToPoints(score) : null,
            Band = shortage is null ? BandOf(Hundredths.ToPoints(score)) : Band.Insufficient,
            Confidence = confidence,
            Criteria = criteria,
            Caps = ResultsOf(holding),
            Improvements = evidenceOf is null ? [] : _improvements.Best(_total, holding),
            NotJudged = evidenceOf is null ? [] : [.. _notes, .. engine.Ruleset.NotJudged],
        };
    }

    private CriterionResult[] EvaluateCriteria()
    {
        var ready = engine.Criteria;
        var weights = new double[ready.Length];

        for (var i = 0; i < ready.Length; i++)
        {
            // A criterion of which nothing is known leaves its points to the others.
            var known = ready[i].KnownWeight(values);
            weights[i] = known > 0 ? ready[i].Criterion.Weight : 0;
            _knownWeight += known > 0 ? ready[i].Criterion.Weight * known / ready[i].TotalWeight : 0;
        }

        // The educator's word on the page decides its points, and the page's own evidence decides the rest.
        var decided = Hundredths.Floor(word?.Points ?? 0);
        var shares = Hundredths.Divide(Hundredths.All - decided, weights);
        var results = new CriterionResult[ready.Length + (word is null ? 0 : 1)];

        for (var i = 0; i < ready.Length; i++)
        {
            results[i] = Evaluate(ready[i], shares[i]);
        }

        if (word is not null)
        {
            results[^1] = Judge(word, decided);
        }

        return results;
    }

    private CriterionResult Judge(Override word, int decided)
    {
        var isTrusted = word.CountsAs == Override.Trusted;
        var (points, outOf) = (Hundredths.ToPoints(isTrusted ? decided : 0), Hundredths.ToPoints(decided));
        var author = engine.Ruleset.Author ?? "The educator";
        var text = $"{author} {(isTrusted ? "trusts" : "does not trust")} this {word.Kind}: {word.Because}";
        _total += isTrusted ? decided : 0;
        return new(EducatorCriterion, "The educator's own judgement", points, outOf, [new("educator-judgement", text, points, outOf, null, null, [])]);
    }

    private CriterionResult Evaluate(ReadyCriterion ready, int outOf)
    {
        var (id, name, _, _) = ready.Criterion;

        // A criterion of no weight was switched off: it is neither judged nor missed.
        if (ready.Criterion.Weight <= 0)
        {
            return new(id, name, null, 0, []);
        }

        if (ready.KnownWeight(values) <= 0)
        {
            Note(name);
            return new(id, name, null, 0, []);
        }

        var findings = FindingsOf(ready, outOf);
        var points = 0;

        foreach (var finding in findings)
        {
            points += finding.Effect;
        }

        _total += points;
        return new(id, name, Hundredths.ToPoints(points), Hundredths.ToPoints(outOf), ReasonsOf(findings));
    }

    private List<Finding> FindingsOf(ReadyCriterion ready, int outOf)
    {
        var measures = ready.Measures;
        var weights = new double[measures.Length];

        for (var i = 0; i < measures.Length; i++)
        {
            weights[i] = measures[i].KnownWeight(values);
        }

        var shares = Hundredths.Divide(outOf, weights);
        var findings = new List<Finding>(measures.Length);

        for (var i = 0; i < measures.Length; i++)
        {
            // A measure of no weight was switched off too.
            if (measures[i].Measure.Weight > 0)
            {
                Judge(measures[i], shares[i], findings);
            }
        }

        return findings;
    }

    private void Judge(ReadyMeasure ready, int outOf, List<Finding> findings)
    {
        if (values.At(ready.Position) is not { } value)
        {
            Note(ready.Measure.Label);
            return;
        }

        var curve = ready.Measure.Curve;
        var effect = Hundredths.Part(outOf, curve.At(value));
        findings.Add(new(ready, findings.Count, value, effect, outOf));

        if (evidenceOf is not null)
        {
            _improvements.Consider(Hundredths.Part(outOf, curve.Highest) - effect, ready.Measure.Raise);
        }
    }

    private Reason[] ReasonsOf(List<Finding> findings)
    {
        if (evidenceOf is null)
        {
            return [];
        }

        findings.Sort(static (left, right) => right.Pull != left.Pull ? right.Pull.CompareTo(left.Pull) : left.Order.CompareTo(right.Order));
        var reasons = new Reason[findings.Count];

        for (var i = 0; i < reasons.Length; i++)
        {
            var (ready, _, value, effect, outOf) = findings[i];
            var feature = ready.Measure.Feature;
            reasons[i] = new(
                ready.Measure.Id,
                ready.Text.For(value),
                Hundredths.ToPoints(effect),
                Hundredths.ToPoints(outOf),
                feature,
                value,
                EvidenceOf(feature));
        }

        return reasons;
    }

    private CapResult[] ResultsOf(List<ReadyCap> holding)
    {
        var results = new CapResult[holding.Count];

        for (var i = 0; i < results.Length; i++)
        {
            // The lowest limit stands first and is the one that takes points away.
            var (id, feature, _, limit, _, _) = holding[i].Cap;
            var effect = i == 0 ? Math.Min(0, holding[i].Limit - _total) : 0;
            results[i] = new(id, holding[i].Text, limit, Hundredths.ToPoints(effect), EvidenceOf(feature), feature);
        }

        return results;
    }

    private IReadOnlyList<Evidence> EvidenceOf(string feature)
    {
        var evidence = evidenceOf?.Invoke(feature) ?? [];
        return evidence.Count > RulesetEngine.MostEvidence ? [.. evidence.Take(RulesetEngine.MostEvidence)] : evidence;
    }

    private void Note(string what)
    {
        if (evidenceOf is null)
        {
            return;
        }

        var note = $"{what} could not be judged on this page.";

        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }

    private string? FindShortage(double confidence) => engine.WordsIn(values) switch
    {
        < Confidence.FewestWords and var words
            => FormattableString.Invariant($"The page has {words:0} words of prose; a score takes at least {Confidence.FewestWords}."),
        _ when _knownWeight <= 0
            => "Nothing that the ruleset asks for could be read on this page.",
        _ when confidence < engine.Ruleset.Bands.Confidence
            => FormattableString.Invariant($"Too little could be read for a score: the confidence is {confidence:0.00}, and a score takes at least {engine.Ruleset.Bands.Confidence:0.00##}."),
        _ => null,
    };

    private Band BandOf(double score)
        => score >= engine.Ruleset.Bands.Strong ? Band.Strong : score >= engine.Ruleset.Bands.Fair ? Band.Fair : Band.Weak;

    /// <summary>What a measure gave.</summary>
    private readonly record struct Finding(ReadyMeasure Measure, int Order, double Value, int Effect, int OutOf)
    {
        /// <summary>Twice the distance of the effect from the middle, to stay with whole numbers.</summary>
        public int Pull => Math.Abs((2 * Effect) - OutOf);
    }
}
