using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Rulesets;

/// <summary>What a change of rules does to the pages of a panel.</summary>
/// <param name="Pages">Pages that were scored by both.</param>
/// <param name="Before">How many pages had each band.</param>
/// <param name="After">How many have it now.</param>
/// <param name="ScoresBefore">Pages in each ten points, from 0 to 100.</param>
/// <param name="ScoresAfter">The same now.</param>
/// <param name="BandChanges">Pages that changed their band.</param>
/// <param name="Up">Those that rose most, with the reason.</param>
/// <param name="Down">Those that fell most.</param>
/// <param name="Agreement">How scores agree with the grades that people gave, measured without the rules that read these grades; null with too few graded pages.</param>
/// <param name="Warnings">What to think about before it is published.</param>
/// <param name="Changes">The change in words.</param>
public sealed record RulesetPreview(
    int Pages,
    IReadOnlyDictionary<string, int> Before,
    IReadOnlyDictionary<string, int> After,
    IReadOnlyList<int> ScoresBefore,
    IReadOnlyList<int> ScoresAfter,
    int BandChanges,
    IReadOnlyList<Mover> Up,
    IReadOnlyList<Mover> Down,
    AgreementChange? Agreement,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Changes)
{
    private const int MostMovers = 5;
    private const int FewestForRanks = 20;
    private const double StrongRank = 0.6;
    private const double RiseOfRank = 0.05;
    private const double MovedPoints = 0.005;
    private const string Words = Confidence.WordsFeature;

    /// <summary>Grades that people gave, as features; rules over them are left out where agreement with them is measured.</summary>
    private static readonly string[] Grades = ["review.assessed_class", "review.badge"];

    /// <summary>Scores every page by both. Nothing is fetched, read or stored.</summary>
    internal static RulesetPreview Of(Ruleset before, Ruleset after, IReadOnlyList<PanelPage> panel)
    {
        var pages = panel.Where(page => page.Page.Kind == after.Site && before.Site == after.Site).AsParallel().AsOrdered()
            .Select(page => new Pair(page, Evaluate(before, page), Evaluate(after, page))).ToList();
        var moved = pages.Where(pair => Math.Abs(pair.Shift) > MovedPoints).ToList();

        return new(
            pages.Count,
            BandsOf(pages, pair => pair.Before),
            BandsOf(pages, pair => pair.After),
            TensOf(pages, pair => pair.Before),
            TensOf(pages, pair => pair.After),
            pages.Count(pair => pair.Before.Band != pair.After.Band),
            [.. moved.Where(pair => pair.Shift > 0).OrderByDescending(pair => pair.Shift).Take(MostMovers).Select(Mover.Of)],
            [.. moved.Where(pair => pair.Shift < 0).OrderBy(pair => pair.Shift).Take(MostMovers).Select(Mover.Of)],
            AgreementOf(before, after, pages),
            [.. WarningsOf(after, pages)],
            RulesetDifference.Between(before, after));
    }

    private static Evaluation Evaluate(Ruleset ruleset, PanelPage page) => PageScorer.Evaluate(ruleset, page.Page, page.References, page.Features);

    private static Dictionary<string, int> BandsOf(List<Pair> pages, Func<Pair, Evaluation> side)
        => Enum.GetValues<Band>().Reverse().ToDictionary(band => Console.Results.Words.Of(band), band => pages.Count(pair => side(pair).Band == band));

    private static int[] TensOf(List<Pair> pages, Func<Pair, Evaluation> side)
    {
        var tens = new int[10];

        foreach (var score in pages.Select(pair => side(pair).Score).OfType<double>())
        {
            tens[Math.Min(9, (int)(score / 10))]++;
        }

        return tens;
    }

    private static AgreementChange? AgreementOf(Ruleset before, Ruleset after, List<Pair> pages)
    {
        var graded = pages.Where(pair => pair.Page.Features.Names.IndexOf(Grades[0]) >= 0 && pair.Page.Features[Grades[0]] is not null).ToList();

        if (graded.Count < FewestForRanks)
        {
            return null;
        }

        var (blindBefore, blindAfter) = (WithoutGrades(before), WithoutGrades(after));
        double? Agreement(Ruleset ruleset) => Ranks.Correlate([.. graded.Select(pair => (Evaluate(ruleset, pair.Page).Score, pair.Page.Features[Grades[0]]))]);
        return new(graded.Count, Agreement(blindBefore), Agreement(blindAfter));
    }

    private static Ruleset WithoutGrades(Ruleset ruleset) => ruleset with
    {
        Criteria = [.. ruleset.Criteria.Select(criterion => criterion with { Measures = [.. criterion.Measures.Where(measure => !Grades.Contains(measure.Feature))] }).Where(criterion => criterion.Measures.Count > 0)],
    };

    private static IEnumerable<string> WarningsOf(Ruleset after, List<Pair> pages)
    {
        var features = AllFeatures.Of(after.Site);
        var names = AllFeatures.NamesOf(after.Site);
        var lengths = after.Criteria.Where(criterion => criterion.Weight > 0).SelectMany(criterion => criterion.Measures)
            .Where(measure => measure.Weight > 0 && features[names.IndexOf(measure.Feature)].Unit is FeatureUnit.Words or FeatureUnit.Characters)
            .Select(measure => measure.Label).ToList();

        if (lengths.Count > 0)
        {
            yield return $"Points are given for length itself: {string.Join(", ", lengths)}. A long page is not a credible one.";
        }

        var (old, now) = (RankWithWords(pages, pair => pair.Before), RankWithWords(pages, pair => pair.After));

        if (now > StrongRank && now - (old ?? 0) > RiseOfRank)
        {
            yield return FormattableString.Invariant($"Length decides more than before: the rank correlation of score and words rose from {old:0.00} to {now:0.00}. Look for a measure that grows with every paragraph.");
        }

        if (after.Criteria.Where(criterion => criterion.Weight > 0).ToList() is [var only])
        {
            yield return $"Nothing counts but {only.Name}: a page can be good at one thing only.";
        }
    }

    private static double? RankWithWords(List<Pair> pages, Func<Pair, Evaluation> side)
    {
        var known = pages.Where(pair => pair.Page.Features.Names.IndexOf(Words) >= 0).Select(pair => (side(pair).Score, pair.Page.Features[Words])).ToList();
        return known.Count < FewestForRanks ? null : Ranks.Correlate(known);
    }

    /// <summary>A page under both.</summary>
    internal sealed record Pair(PanelPage Page, Evaluation Before, Evaluation After)
    {
        /// <summary>Points won or lost; 0 where either gave no score.</summary>
        public double Shift => After.Score - Before.Score ?? 0;
    }
}

/// <summary>A page that a change moves.</summary>
/// <param name="Title">Its title; null for one that readers only looked up.</param>
/// <param name="Before">Score before.</param>
/// <param name="After">Score now.</param>
/// <param name="Why">What moved it most.</param>
public sealed record Mover(string? Title, double Before, double After, string Why)
{
    internal static Mover Of(RulesetPreview.Pair pair) => new(pair.Page.Name, pair.Before.Score!.Value, pair.After.Score!.Value, WhyOf(pair));

    private static string WhyOf(RulesetPreview.Pair pair)
    {
        var before = pair.Before.Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Points ?? 0);
        var ids = before.Keys.Union(pair.After.Criteria.Select(criterion => criterion.Id));
        var caps = (Before: pair.Before.Caps.Sum(cap => cap.Effect), After: pair.After.Caps.Sum(cap => cap.Effect));
        var shifts = ids.Select(id => (
            Name: (pair.After.Criteria.FirstOrDefault(criterion => criterion.Id == id) ?? pair.Before.Criteria.First(criterion => criterion.Id == id)).Name,
            Shift: (pair.After.Criteria.FirstOrDefault(criterion => criterion.Id == id)?.Points ?? 0) - before.GetValueOrDefault(id)))
            .Append(("What limits the score", caps.After - caps.Before));
        var (name, shift) = shifts.Where(one => Math.Sign(one.Item2) == Math.Sign(pair.Shift)).DefaultIfEmpty(("Rounding", pair.Shift)).MaxBy(one => Math.Abs(one.Item2));
        return FormattableString.Invariant($"{name} {(shift < 0 ? "−" : "+")}{Math.Abs(shift):0.##}");
    }
}

/// <summary>Rank correlation (Spearman) of scores with the grades that people gave.</summary>
/// <param name="Pages">Graded pages.</param>
/// <param name="Before">−1 to 1; null where all are alike.</param>
/// <param name="After">The same now.</param>
public sealed record AgreementChange(int Pages, double? Before, double? After);

/// <summary>Rank correlation.</summary>
internal static class Ranks
{
    /// <summary>Spearman's, over the pairs of which both are known; null with fewer than two or where one side is all alike.</summary>
    public static double? Correlate(IReadOnlyList<(double? Left, double? Right)> pairs)
    {
        var known = pairs.Where(pair => pair.Left is not null && pair.Right is not null).ToList();
        var (left, right) = (Of([.. known.Select(pair => pair.Left!.Value)]), Of([.. known.Select(pair => pair.Right!.Value)]));
        var middle = (known.Count + 1) / 2.0;
        double together = 0, alone = 0, other = 0;

        for (var i = 0; i < known.Count; i++)
        {
            together += (left[i] - middle) * (right[i] - middle);
            alone += (left[i] - middle) * (left[i] - middle);
            other += (right[i] - middle) * (right[i] - middle);
        }

        return alone > 0 && other > 0 ? together / Math.Sqrt(alone * other) : null;
    }

    private static double[] Of(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Length];

        for (var from = 0; from < order.Length;)
        {
            var to = from;

            while (to + 1 < order.Length && values[order[to + 1]].Equals(values[order[from]]))
            {
                to++;
            }

            for (var i = from; i <= to; i++)
            {
                ranks[order[i]] = ((from + to) / 2.0) + 1;
            }

            from = to + 1;
        }

        return ranks;
    }
}
