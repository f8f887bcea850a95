using System.Globalization;
using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Upstream;

/// <summary>Finds articles by Wikipedia's Action API: one request a page for everything wanted.</summary>
internal sealed class WikipediaClient(WikipediaOptions options, TimeProvider time) : IDisposable
{
    // Long texts and many WikiProjects may each ask for one more part.
    private const int MostParts = 5;

    private readonly UpstreamHttp _http = new(options, time);

    /// <summary>The article's text with what the wiki knows of it, under its own title; null when the wiki has no such page.</summary>
    public async Task<PageText?> FindAsync(PageAddress address, CancellationToken cancellationToken)
    {
        // https://www.mediawiki.org/wiki/API:Query
        var query = QueryFor(address);
        var parts = new ArticleParts(address);

        for (var part = 0; part < MostParts; part++)
        {
            using var answer = await _http.GetAsync(query, Read, cancellationToken);

            if (parts.Add(answer.RootElement) is not { } next)
            {
                return PageOf(address, parts);
            }

            query = new Uri(QueryFor(address) + next);
        }

        throw new UpstreamException($"{query.Host} did not come to an end after {MostParts} parts of one article.");
    }

    public void Dispose() => _http.Dispose();

    private Uri QueryFor(PageAddress address)
    {
        var host = options.Address.Replace("{language}", address.Language, StringComparison.Ordinal).TrimEnd('/');
        var which = address switch
        {
            { Revision: { } revision } => $"revids={revision.ToString(CultureInfo.InvariantCulture)}",
            { PageId: { } page } => $"pageids={page.ToString(CultureInfo.InvariantCulture)}",
            _ => $"titles={Uri.EscapeDataString(address.Title!)}",
        };

        return new($"{host}/w/api.php?action=query&format=json&formatversion=2&redirects=1&maxlag=5&{which}"
            + "&prop=revisions%7Cinfo%7Cpageprops%7Cpageassessments&rvprop=ids%7Ctimestamp%7Ccontent&rvslots=main"
            + "&inprop=protection%7Curl&ppprop=wikibase_item%7Cdisambiguation&palimit=max&pasubprojects=1");
    }

    private JsonDocument Read(ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        try
        {
            var answer = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            ThrowIfRefused(answer.RootElement, retryAfter);
            return answer;
        }
        catch (JsonException exception)
        {
            throw new UpstreamException("Wikipedia's answer is not whole JSON: it was cut, or something else answered in its place.", exception);
        }
    }

    // Refusals come with status 200: the error member stands before any data.
    private void ThrowIfRefused(JsonElement answer, TimeSpan? retryAfter)
    {
        if (answer.Find("error") is not { } error)
        {
            return;
        }

        var code = Sentence.Plain(error.Text("code") ?? "without a code");

        throw code is "maxlag" or "ratelimited" or "readonly" || code.StartsWith("internal_api_error", StringComparison.Ordinal)
            ? new PassingUpstreamException($"Wikipedia is too busy to answer ({code}): try again in a minute.", AtLeastLagDelay(retryAfter))
            : new UpstreamException($"Wikipedia refused the question ({code}).");
    }

    private TimeSpan AtLeastLagDelay(TimeSpan? asked) => asked > options.LagDelay ? asked.Value : options.LagDelay;

    private PageText? PageOf(PageAddress asked, ArticleParts parts)
    {
        if (parts.IsMissing)
        {
            return null;
        }

        var wikitext = parts.Wikitext ?? throw new UpstreamException("Wikipedia's answer holds no text for this page.");
        var title = parts.Title ?? throw new UpstreamException("Wikipedia's answer holds no title for this page.");

        var address = asked.WithTitle(title) ?? throw CommandFailure.NotScorable($"{title} is not an article.");

        return new(address, DocumentFormat.Wikitext, wikitext)
        {
            Record = parts.ToRecord(time.GetUtcNow()),
            Origin = Origin.Fetched,
        };
    }
}
