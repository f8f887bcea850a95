namespace CredScore.Exports.Statistics;

/// <summary>A rating of a page by one rater on one item of a form.</summary>
public readonly record struct ItemRating(string Page, string Rater, int Value);

/// <summary>How far raters agree on one item.</summary>
/// <param name="Raters">Who rated anything.</param>
/// <param name="Pages">Pages with two raters or more.</param>
/// <param name="FleissKappa">Over the pages that most raters rated alike in number; null where it cannot be had.</param>
/// <param name="MeanCohenKappa">Mean of the pairs of raters with two pages in common or more, with squared weights, since the scale has an order.</param>
/// <param name="Correlation">Over the pages that every rater rated; null for fewer than two of them.</param>
public sealed record ItemAgreement(int Raters, int Pages, double? FleissKappa, double? MeanCohenKappa, IntraclassCorrelation? Correlation)
{
    /// <summary>Fewer raters than this could be told apart: what they agree on is not shown.</summary>
    public const int FewestRaters = 5;

    /// <summary>The agreement on an item; null for a group of fewer than <see cref="FewestRaters"/>. Of two ratings by one rater the last one counts.</summary>
    /// <param name="ratings">Values from <paramref name="least"/> on.</param>
    /// <param name="least">Least value of the scale.</param>
    /// <param name="most">Greatest value of the scale.</param>
    public static ItemAgreement? Of(IEnumerable<ItemRating> ratings, int least, int most)
    {
        var byPage = ratings.GroupBy(rating => rating.Page).ToDictionary(
            page => page.Key,
            page => page.GroupBy(rating => rating.Rater).ToDictionary(rater => rater.Key, rater => rater.Last().Value - least, StringComparer.Ordinal),
            StringComparer.Ordinal);
        string[] raters = [.. byPage.Values.SelectMany(page => page.Keys).Distinct().Order(StringComparer.Ordinal)];

        if (raters.Length < FewestRaters)
        {
            return null;
        }

        var categories = most - least + 1;
        var complete = byPage.Values.Where(page => page.Count == raters.Length).ToList();
        return new(
            raters.Length,
            byPage.Values.Count(page => page.Count > 1),
            Fleiss([.. byPage.Values], categories),
            MeanCohen(byPage.Values, raters, categories),
            complete.Count < 2 ? null : IntraclassCorrelation.Of([.. complete.Select(page => (IReadOnlyList<double>)[.. raters.Select(rater => (double)page[rater])])]));
    }

    // Fleiss asks for as many raters on each page: those pages count that have the number most pages have.
    private static double? Fleiss(IReadOnlyList<Dictionary<string, int>> pages, int categories)
    {
        var usual = pages.Where(page => page.Count > 1).GroupBy(page => page.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return usual is null ? null : Agreement.FleissKappa([.. usual.Select(page => (IReadOnlyList<int>)[.. Enumerable.Range(0, categories).Select(value => page.Values.Count(rated => rated == value))])]);
    }

    private static double? MeanCohen(IReadOnlyCollection<Dictionary<string, int>> pages, string[] raters, int categories)
    {
        var kappas = new List<double>();

        for (var one = 0; one < raters.Length; one++)
        {
            for (var other = one + 1; other < raters.Length; other++)
            {
                var both = pages.Where(page => page.ContainsKey(raters[one]) && page.ContainsKey(raters[other])).Select(page => (page[raters[one]], page[raters[other]])).ToList();

                if (both.Count > 1 && Agreement.CohenKappa(both, categories, isWeighted: true) is { } kappa)
                {
                    kappas.Add(kappa);
                }
            }
        }

        return kappas.Count == 0 ? null : kappas.Average();
    }
}
