using CredScore.Api.Console;
using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Rulesets;

/// <summary>A page of the panel with what scoring it again takes.</summary>
/// <param name="Name">Its title; null for one that readers only looked up: which page that was is not an educator's to see.</param>
/// <param name="Page">What was scored.</param>
/// <param name="References">Its classified references.</param>
/// <param name="Features">Its feature values.</param>
internal sealed record PanelPage(string? Name, PageSummary Page, IReadOnlyList<ReferenceSummary> References, FeatureValues Features);

/// <summary>The pages over which a change is tried: the samples that ship and the newest stored ones, held in memory so that trying needs neither disk nor network.</summary>
internal sealed class PreviewPanel(IDbContextFactory<ScoreContext> contexts, SamplePages samples, TimeProvider time) : IDisposable
{
    public const int MostPages = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (DateTimeOffset At, IReadOnlyList<PanelPage> Pages)> _panels = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1);

    /// <summary>The panel for a site's pages.</summary>
    public async Task<IReadOnlyList<PanelPage>> GetAsync(string site, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);

        try
        {
            if (!_panels.TryGetValue(site, out var panel) || time.GetUtcNow() - panel.At > Fresh)
            {
                panel = (time.GetUtcNow(), [.. SamplesOf(site), .. await ReadAsync(site, null, cancellationToken)]);
                _panels[site] = panel;
            }

            return panel.Pages;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Stored pages by their keys, as far as there are any.</summary>
    public async Task<IReadOnlyList<PanelPage>> FindAsync(string site, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
        => keys.Count == 0 ? [] : await ReadAsync(site, keys, cancellationToken);

    public void Dispose() => _reading.Dispose();

    private IEnumerable<PanelPage> SamplesOf(string site)
        => samples.All.Where(sample => Sites.NameOf(sample.Kind) == site).Select(sample => Of($"Sample: {sample.Title}", samples.Assess(sample.Id)!));

    private async Task<List<PanelPage>> ReadAsync(string site, IReadOnlyCollection<string>? keys, CancellationToken cancellationToken)
    {
        var isArticles = site == Sites.Wikipedia;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = context.Assessments.AsNoTracking().Where(row => row.IsDefault && row.Page!.LatestAt != null && (row.Page.Revision != null) == isArticles);
        var rows = (keys is null ? stored : stored.Where(row => keys.Contains(row.Page!.Key)))
            .OrderByDescending(row => row.Id)
            .Take(MostPages)
            .Select(row => new { row.Body, row.Page!.Key, row.Page.Title, row.Page.Provenance })
            .AsAsyncEnumerable();
        var pages = new Dictionary<string, PanelPage>(StringComparer.Ordinal);

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            pages.TryAdd(row.Key, Of(row.Provenance == Provenance.Fetched ? null : row.Title, Score.Read(row.Body)));
        }

        return [.. pages.Values];
    }

    private static PanelPage Of(string? name, Assessment assessment) => new(name, assessment.Page, assessment.References, assessment.Features);
}
