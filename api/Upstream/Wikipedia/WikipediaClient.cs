using System.Net;
using System.Text.Json;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Asks Wikipedia's Action API about one page at a time.</summary>
internal sealed class WikipediaClient(IHttpClientFactory clients, IOptions<WikipediaOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client and of its pipeline.</summary>
    public const string Name = "wikipedia";

    // Ticks until which Wikipedia asked to be left alone; it means all pages, not the one that was asked for.
    private long _pausedUntil;

    // The first answer holds the text; the rest are grades and edits, which a busy page has enough of.
    private const int MostParts = 5;

    /// <summary>Finds the revision that was asked for, or the latest. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<WikipediaFinding> FindAsync(PageAddress address, CancellationToken cancellationToken)
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
        ThrowWhilePaused();
        using var response = await SendAsync(question, cancellationToken);

        if (!response.IsSuccessStatusCode)
        {
            var wait = RetryAfterOf(response);
            Interlocked.Exchange(ref _pausedUntil, (time.GetUtcNow() + (wait ?? TimeSpan.Zero)).Ticks);
            throw new UpstreamException(UpstreamFault.Unavailable, Describe(response.StatusCode), wait);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = Parse(body);

        return answer.Error is null
            ? answer
            : throw new UpstreamException(UpstreamFault.BadAnswer, "Wikipedia refused the question as it was put.");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri question, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.CreateClient(Name).GetAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (BrokenCircuitException exception)
        {
            throw new UpstreamException(UpstreamFault.Unavailable, "Wikipedia has failed several times and is left alone for a while.", exception.RetryAfter, exception);
        }
        catch (RateLimiterRejectedException exception)
        {
            throw new UpstreamException(UpstreamFault.Unavailable, "Too many pages are waiting for Wikipedia.", exception.RetryAfter, exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new UpstreamException(UpstreamFault.Unavailable, "Wikipedia took too long to answer.", cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new UpstreamException(UpstreamFault.Unavailable, "Wikipedia cannot be reached.", cause: exception);
        }
    }

    private void ThrowWhilePaused()
    {
        if (Interlocked.Read(ref _pausedUntil) - time.GetUtcNow().Ticks is var left and > 0)
        {
            throw new UpstreamException(UpstreamFault.Unavailable, Describe(HttpStatusCode.TooManyRequests), TimeSpan.FromTicks(left));
        }
    }

    private static ApiAnswer Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiAnswer>(body, ApiAnswer.Json) ?? throw Unusable();
        }
        catch (JsonException exception)
        {
            throw new UpstreamException(UpstreamFault.BadAnswer, "Wikipedia sent an answer that is cut off or is no answer at all.", cause: exception);
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

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static string Describe(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "Wikipedia asks us to slow down.",
        HttpStatusCode.Forbidden => "Wikipedia refuses to answer this service.",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => "Wikipedia sends us to another address, which is not followed.",
        _ => $"Wikipedia answers with status {(int)status}.",
    };

    private static UpstreamException Unusable() => new(UpstreamFault.BadAnswer, "Wikipedia's answer cannot be used. It holds no answer to the question.");
}
