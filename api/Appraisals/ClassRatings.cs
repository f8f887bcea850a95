using System.Collections.Concurrent;
using CredScore.Api.Rulesets;

namespace CredScore.Api.Appraisals;

/// <summary>A page that an educator's classes have appraised.</summary>
/// <param name="Page">With what scoring it again takes.</param>
/// <param name="Mean">Mean answer to the last question, 1 to 5.</param>
internal sealed record RatedPage(PanelPage Page, double Mean);

/// <summary>What an educator's own classes think of stored pages, held for a while so that each move of a slider needs no database.</summary>
internal sealed class ClassRatings(AppraisalShelf shelf, PreviewPanel panel, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Owner, string Site), (DateTimeOffset At, IReadOnlyList<RatedPage> Pages)> _held = new();

    /// <summary>The pages of a site that may be shown, those first that most have appraised.</summary>
    public async Task<IReadOnlyList<RatedPage>> GetAsync(string owner, string site, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue((owner, site), out var held) && time.GetUtcNow() - held.At <= Fresh)
        {
            return held.Pages;
        }

        var pages = await ReadAsync(owner, site, cancellationToken);
        _held[(owner, site)] = (time.GetUtcNow(), pages);
        return pages;
    }

    private async Task<IReadOnlyList<RatedPage>> ReadAsync(string owner, string site, CancellationToken cancellationToken)
    {
        // Two classes of one educator are one group here: all their raters count alike.
        var means = (await shelf.GroupsAsync(owner, cancellationToken)).SelectMany(pages => pages).Where(page => page.Page.StartsWith($"{site}:", StringComparison.Ordinal))
            .GroupBy(page => page.Page, StringComparer.Ordinal)
            .Select(page => (page.Key, Raters: page.Sum(one => one.Appraisals.Count), Sum: page.Sum(one => one.Mean * one.Appraisals.Count)))
            .OrderByDescending(page => page.Raters).ThenBy(page => page.Key, StringComparer.Ordinal).Take(PreviewPanel.MostPages)
            .ToDictionary(page => page.Key, page => page.Sum / page.Raters, StringComparer.Ordinal);
        return [.. (await panel.FindAsync(site, means.Keys, cancellationToken)).Select(page => new RatedPage(page, means[page.Page.Key]))];
    }
}
