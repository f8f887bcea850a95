using CredScore.Api.Appraisals;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Rulesets;

/// <summary>What a change of rules does to the pages of a panel.</summary>
/// <param name="Pages">Pages that were scored by both.</param>
/// <param name="Bands">How many pages had each band, and have it now; the highest first.</param>
/// <param name="ScoresBefore">Pages in each ten points, from 0 to 100.</param>
/// <param name="ScoresAfter">The same now.</param>
/// <param name="BandChanges">Pages that changed their band.</param>
/// <param name="Up">Those that rose most, with the reason.</param>
/// <param name="Down">Those that fell most.</param>
/// <param name="Agreement">How scores agree with the grades that people gave, measured without the rules that read these grades; null with too few graded pages.</param>
/// <param name="ClassAgreement">How scores agree with what the educator's own classes think of pages; null with fewer than five of them.</param>
/// <param name="Warnings">What to think about before it is published.</param>
/// <param name="Changes">The change in words.</param>
public sealed record RulesetPreview(
    int Pages,
    IReadOnlyList<BandCount> Bands,
    IReadOnlyList<int> ScoresBefore,
    IReadOnlyList<int> ScoresAfter,
    int BandChanges,
    IReadOnlyList<Mover> Up,
    IReadOnlyList<Mover> Down,
    AgreementChange? Agreement,
    AgreementChange? ClassAgreement,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Changes)
{
    private const int MostMovers = 5;
    private const int FewestForRanks = 20;
    private const int FewestRated = 5;
    private const double StrongRank = 0.6;
    private const double RiseOfRank = 0.05;
    private const double MovedPoints = 0.005;
    private const string Words = Confidence.WordsFeature;

    /// <summary>Grades that people gave, as features; rules over them are left out where agreement with them is measured.</summary>
    private static readonly string[] Grades = ["review.assessed_class", "review.badge"];

    // What must not decide, whatever it goes along with.
    private static readonly (string What, string With, Func<PanelPage, double?> Value)[] Temptations =
    [
        ("Length", "words", WordsOf),
        ("Length", "minutes", page => page.Page.Video?.LengthSeconds),
        ("Popularity", "views", page => page.Page.Video?.Views),
    ];

    /// <summary>Scores every page by both. Nothing is fetched, read or stored.</summary>
    internal static RulesetPreview Of(Ruleset before, Ruleset after, IReadOnlyList<PanelPage> panel, IReadOnlyList<RatedPage>? rated = null)
    {
        var pages = panel.Where(page => page.Page.Kind == after.Site && before.Site == after.Site).AsParallel().AsOrdered()
            .Select(page => new Pair(page, Evaluate(before, page), Evaluate(after, page))).ToList();
        var moved = pages.Where(pair => Math.Abs(pair.Shift) > MovedPoints).ToList();

        return new(
            pages.Count,
            [.. Enum.GetValues<Band>().Reverse().Select(band => new BandCount(Console.Results.Words.Of(band), pages.Count(pair => pair.Before.Band == band), pages.Count(pair => pair.After.Band == band)))],
            TensOf(pages, pair => pair.Before),
            TensOf(pages, pair => pair.After),
            pages.Count(pair => pair.Before.Band != pair.After.Band),
            [.. moved.Where(pair => pair.Shift > 0).OrderByDescending(pair => pair.Shift).Take(MostMovers).Select(Mover.Of)],
            [.. moved.Where(pair => pair.Shift < 0).OrderBy(pair => pair.Shift).Take(MostMovers).Select(Mover.Of)],
            AgreementOf(before, after, pages),
            rated is { Count: >= FewestRated } ? AgreementOf(before, after, [.. rated.Select(page => (page.Page, (double?)page.Mean))]) : null,
            [.. WarningsOf(after, pages)],
            RulesetDifference.Between(before, after));
    }

    private static Evaluation Evaluate(Ruleset ruleset, PanelPage page) => PageScorer.Evaluate(ruleset, page.Page, page.References, page.Features);

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
        var graded = pages.Where(pair => pair.Page.Features.Names.IndexOf(Grades[0]) >= 0 && pair.Page.Features[Grades[0]] is not null)
            .Select(pair => (pair.Page, pair.Page.Features[Grades[0]])).ToList();
        return graded.Count < FewestForRanks ? null : AgreementOf(WithoutGrades(before), WithoutGrades(after), graded);
    }

    private static AgreementChange AgreementOf(Ruleset before, Ruleset after, List<(PanelPage Page, double? People)> judged)
    {
        List<(double? Score, double? People)> By(Ruleset ruleset) => [.. judged.AsParallel().AsOrdered().Select(one => (Evaluate(ruleset, one.Page).Score, one.People))];
        var (old, now) = (By(before), By(after));
        return new(judged.Count, Ranks.Correlate(old), Ranks.Correlate(now), Ranks.SameOrder(old), Ranks.SameOrder(now));
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

        foreach (var (what, with, value) in Temptations)
        {
            var (old, now) = (RankWith(value, pages, pair => pair.Before), RankWith(value, pages, pair => pair.After));

            if (now > StrongRank && now - (old ?? 0) > RiseOfRank)
            {
                yield return FormattableString.Invariant($"{what} decides more than before: the rank correlation of score and {with} rose from {old ?? 0:0.00} to {now:0.00}. Look for a measure that grows with it.");
            }
        }

        if (after.Criteria.Where(criterion => criterion.Weight > 0).ToList() is [var only])
        {
            yield return $"Nothing counts but {only.Name}: a page can be good at one thing only.";
        }
    }

    private static double? RankWith(Func<PanelPage, double?> value, List<Pair> pages, Func<Pair, Evaluation> side)
    {
        var known = pages.Select(pair => (side(pair).Score, Value: value(pair.Page))).Where(pair => pair.Value is not null).ToList();
        return known.Count < FewestForRanks ? null : Ranks.Correlate(known);
    }

    private static double? WordsOf(PanelPage page) => page.Features.Names.IndexOf(Words) >= 0 ? page.Features[Words] : null;

    /// <summary>A page under both.</summary>
    internal sealed record Pair(PanelPage Page, Evaluation Before, Evaluation After)
    {
        /// <summary>Points won or lost; 0 where either gave no score.</summary>
        public double Shift => After.Score - Before.Score ?? 0;
    }
}

/// <summary>Pages of a band.</summary>
/// <param name="Band"><c>strong</c>, <c>fair</c>, <c>weak</c> or <c>insufficient</c>.</param>
/// <param name="Before">How many had it.</param>
/// <param name="After">How many have it now.</param>
public sealed record BandCount(string Band, int Before, int After);

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

/// <summary>How scores agree with what people think of pages.</summary>
/// <param name="Pages">Pages that people judged.</param>
/// <param name="Before">Rank correlation (Spearman), −1 to 1; null where all are alike.</param>
/// <param name="After">The same now.</param>
/// <param name="PairsBefore">Of two pages that people judged differently, the share of pairs that the score puts in the same order, a tie counting half; null where there are none.</param>
/// <param name="PairsAfter">The same now.</param>
public sealed record AgreementChange(int Pages, double? Before, double? After, double? PairsBefore, double? PairsAfter);
