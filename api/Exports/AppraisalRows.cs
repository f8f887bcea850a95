using CredScore.Exports.Appraisals;
using CredScore.Exports.Columns;

namespace CredScore.Api.Exports;

/// <summary>Puts appraisals beside the scores of their pages. Classes and raters are numbered within the table, raters in the order of what they are kept by, which is random.</summary>
internal sealed class AppraisalRows(ExportPlan plan)
{
    private readonly Dictionary<string, List<ExportRow>> _scored = new(StringComparer.Ordinal);

    /// <summary>The appraisals that the plan asks for, beside what was added of their pages; in the order of pages, classes and raters.</summary>
    public IReadOnlyList<AppraisalRow> All =>
    [
        .. plan.Appraisals!.Select(row => row with { Page = PageOf(row.Appraisal) })
            .Where(row => row.Page is not null || plan.TakesUnstored(row)),
    ];

    /// <summary>The rows of classes, without scores yet.</summary>
    public static IReadOnlyList<AppraisalRow> Of(IReadOnlyList<IReadOnlyList<AppraisedPage>> groups) =>
    [
        .. groups.SelectMany((pages, group) => RowsOf(group + 1, pages)).OrderBy(row => row.Appraisal.Page, StringComparer.Ordinal).ThenBy(row => row.Group).ThenBy(row => row.Rater),
    ];

    /// <summary>Takes a stored page with its score; of the revisions of one page the newest comes last.</summary>
    public void Add(ExportRow page)
    {
        if (!_scored.TryGetValue(page.Key!, out var revisions))
        {
            _scored[page.Key!] = revisions = [];
        }

        // Its features would only fill the memory.
        revisions.Add(page with { Features = null });
    }

    private static IEnumerable<AppraisalRow> RowsOf(int group, IReadOnlyList<AppraisedPage> pages)
    {
        var numbers = pages.SelectMany(page => page.Appraisals).Select(one => one.Rater).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((rater, index) => (rater, index)).ToDictionary(pair => pair.rater, pair => pair.index + 1, StringComparer.Ordinal);
        return pages.SelectMany(page => page.Appraisals.Select(one => new AppraisalRow(group, numbers[one.Rater], page.ShowsKinds, one, null)));
    }

    private ExportRow? PageOf(Appraisal appraisal)
        => _scored.TryGetValue(appraisal.Page, out var revisions) ? revisions.Find(page => page.Revision == appraisal.Revision) ?? revisions[^1] : null;
}
