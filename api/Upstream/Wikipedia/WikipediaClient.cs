using CredScore.Scoring.Pages;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Asks Wikipedia's Action API about one page at a time.</summary>
internal sealed class WikipediaClient(ActionApi api, TimeProvider time)
{
    /// <summary>Name of the HTTP client and of its pipeline.</summary>
    public const string Name = "wikipedia";

    /// <summary>What sentences call it.</summary>
    public const string Site = "Wikipedia";

    // The first answer holds the text; the rest are grades and edits, which a busy page has enough of.
    private const int MostParts = 5;

    /// <summary>Finds the revision that was asked for, or the latest. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<PageFinding> FindAsync(PageAddress address, Urgency urgency, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var question = WikipediaQuery.For(address, now, urgency);
        var answer = await api.AskAsync(address.Language!, question, cancellationToken);
        var query = answer.Query ?? throw ActionApi.Unusable();

        for (var part = 1; answer.Continue is { } members && part < MostParts; part++)
        {
            answer = await api.AskAsync(address.Language!, WikipediaQuery.Continued(question, members), cancellationToken);
            query = Merge(query, answer.Query ?? throw ActionApi.Unusable());
        }

        return new WikipediaReading(address, query, now).Find();
    }

    /// <summary>Number of the revision that stood at a moment; null when there is no such page or it was not there yet. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<long?> FindRevisionAtAsync(PageAddress address, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var answer = await api.AskAsync(address.Language!, WikipediaQuery.RevisionAt(address, moment), cancellationToken);
        return answer.Query is { } query ? query.Pages is [{ Revisions: [{ Id: { } revision }, ..] }] ? revision : null : throw ActionApi.Unusable();
    }

    private static ApiQuery Merge(ApiQuery first, ApiQuery later) => first with
    {
        Pages = MergePages(first.Pages ?? [], later.Pages ?? []),
        RecentChanges = [.. first.RecentChanges ?? [], .. later.RecentChanges ?? []],
    };

    private static List<ApiPage> MergePages(IReadOnlyList<ApiPage?> first, IReadOnlyList<ApiPage?> later)
    {
        var merged = first.OfType<ApiPage>().ToList();

        foreach (var page in later.OfType<ApiPage>())
        {
            var known = merged.FindIndex(one => one.PageId == page.PageId);

            if (known < 0)
            {
                merged.Add(page);
            }
            else
            {
                merged[known] = merged[known].With(page);
            }
        }

        return merged;
    }
}
