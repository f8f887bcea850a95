using System.Text.Json;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Asks Wikipedia's Action API about one page at a time.</summary>
internal sealed class WikipediaClient(IHttpClientFactory clients, IOptions<WikipediaOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client and of its pipeline.</summary>
    public const string Name = "wikipedia";

    /// <summary>What sentences call it.</summary>
    public const string Site = "Wikipedia";

    // The first answer holds the text; the rest are grades and edits, which a busy page has enough of.
    private const int MostParts = 5;

    private readonly UpstreamCall _call = new(clients, time, Name, Site);

    /// <summary>Finds the revision that was asked for, or the latest. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<PageFinding> FindAsync(PageAddress address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var question = WikipediaQuery.For(address, now);
        var home = options.Value.AddressOf(address.Language!);
        var answer = await AskAsync(new Uri(home, question), cancellationToken);
        var query = answer.Query ?? throw Unusable();

        for (var part = 1; answer.Continue is { } members && part < MostParts; part++)
        {
            answer = await AskAsync(new Uri(home, WikipediaQuery.Continued(question, members)), cancellationToken);
            query = Merge(query, answer.Query ?? throw Unusable());
        }

        return new WikipediaReading(address, query, now).Find();
    }

    private async Task<ApiAnswer> AskAsync(Uri question, CancellationToken cancellationToken)
    {
        using var response = await _call.GetAsync(question, cancellationToken);

        if (!response.IsSuccessStatusCode)
        {
            throw _call.Refusal(response.StatusCode);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = Parse(body);

        return answer.Error is null
            ? answer
            : throw new UpstreamException(Site, UpstreamFault.BadAnswer, "Wikipedia refused the question as it was put.");
    }

    private static ApiAnswer Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiAnswer>(body, ApiAnswer.Json) ?? throw Unusable();
        }
        catch (JsonException exception)
        {
            throw new UpstreamException(Site, UpstreamFault.BadAnswer, "Wikipedia sent an answer that is cut off or is no answer at all.", cause: exception);
        }
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

    private static UpstreamException Unusable() => new(Site, UpstreamFault.BadAnswer, "Wikipedia's answer cannot be used. It holds no answer to the question.");
}
