using CredScore.Api.Classes;
using CredScore.Api.Rulesets;
using CredScore.Api.Storage;
using CredScore.Exports.Appraisals;
using CredScore.Exports.Statistics;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Appraisals;

/// <summary>Says how far a class agrees with itself and with CredScore.</summary>
internal sealed class ClassAgreement(AppraisalShelf shelf, IDbContextFactory<ScoreContext> scores)
{
    private const int FewestForRanks = 5;

    public async Task<AgreementAnswer> OfAsync(StoredClass row, CancellationToken cancellationToken)
    {
        var pages = await shelf.PagesAsync(row, cancellationToken);
        var known = await ScoresAsync([.. pages.Select(page => page.Page)], cancellationToken);
        var means = pages.Select(page => Of(page, known.GetValueOrDefault(page.Page))).ToList();
        return new(
            pages.SelectMany(page => page.Appraisals).Select(one => one.Rater).Distinct(StringComparer.Ordinal).Count(),
            [.. AppraisedPage.AgreementOn(pages).Select(one => ItemAnswer.Of(one.Item, one.Agreement))],
            means,
            means.Count(page => page.Score is not null) < FewestForRanks ? null : Ranks.Correlate([.. means.Select(page => (page.Score, (double?)page.Mean))]));
    }

    private static PageMeanAnswer Of(AppraisedPage page, (double? Score, string? Band) known)
        => new(page.Page, page.Title, page.Appraisals.Count, Math.Round(page.Mean, 2), known.Score, known.Band);

    // By the rules that the page's topic asks for: those of the class would judge the class by its own educator's words.
    private async Task<Dictionary<string, (double? Score, string? Band)>> ScoresAsync(List<string> keys, CancellationToken cancellationToken)
    {
        await using var context = await scores.CreateDbContextAsync(cancellationToken);
        var rows = await context.Assessments.AsNoTracking().Where(one => one.IsDefault && one.Page!.LatestAt != null && keys.Contains(one.Page.Key))
            .OrderBy(one => one.Id).Select(one => new { one.Page!.Key, one.Score, one.Band }).ToListAsync(cancellationToken);
        return rows.GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (group.Last().Score, (string?)group.Last().Band), StringComparer.Ordinal);
    }
}

/// <summary>What a class thinks of pages, over those that five or more of it have appraised.</summary>
/// <param name="Raters">Who appraised any of these pages.</param>
/// <param name="Items">How far they agree, question by question.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Rank">Rank correlation (Spearman) of the mean answers to the last question with CredScore's scores; null for fewer than five pages with both.</param>
internal sealed record AgreementAnswer(int Raters, IReadOnlyList<ItemAnswer> Items, IReadOnlyList<PageMeanAnswer> Pages, double? Rank);

/// <summary>How far raters agree on a question; all null while fewer than five answered it.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Question">For people.</param>
/// <param name="Raters">Who answered it for any page.</param>
/// <param name="Pages">Pages with two answers or more.</param>
/// <param name="FleissKappa">Fleiss' kappa, over the pages that most raters rated alike in number.</param>
/// <param name="CohenKappa">Mean of Cohen's kappas of all pairs of raters, with squared weights.</param>
/// <param name="IccOneWay">ICC(1,1) of Shrout and Fleiss, over the pages that every rater rated.</param>
/// <param name="IccTwoWay">ICC(2,1).</param>
/// <param name="IccConsistency">ICC(3,1).</param>
internal sealed record ItemAnswer(string Id, string Question, int? Raters, int? Pages, double? FleissKappa, double? CohenKappa, double? IccOneWay, double? IccTwoWay, double? IccConsistency)
{
    public static ItemAnswer Of(AppraisalItem item, ItemAgreement? found) => new(
        item.Id, item.Question, found?.Raters, found?.Pages, found?.FleissKappa, found?.MeanCohenKappa, found?.Correlation?.OneWay, found?.Correlation?.TwoWay, found?.Correlation?.Consistency);
}

/// <summary>A page and what the class thinks of it.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Raters">Who appraised it, five or more.</param>
/// <param name="Mean">Mean answer to the last question, 1 to 5.</param>
/// <param name="Score">CredScore's, by the rules that its topic asks for; null where none is stored.</param>
/// <param name="Band">That score in a word.</param>
internal sealed record PageMeanAnswer(string Key, string? Title, int Raters, double Mean, double? Score, string? Band);
