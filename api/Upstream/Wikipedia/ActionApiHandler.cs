using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>
/// Stands inside the retries. Reads each answer whole within its limits, and gives refusals that the Action API sends as 200 the status that
/// HTTP has for them, so that one retry policy knows them all.
/// </summary>
internal sealed class ActionApiHandler(IOptions<WikipediaOptions> options) : DelegatingHandler
{
    /// <summary>Code of an answer that the wiki's copies lag too far behind for who asked with <c>maxlag</c>.</summary>
    public const string Lagging = "maxlag";

    // https://www.mediawiki.org/wiki/Manual:Maxlag_parameter asks for at least five seconds.
    private static readonly TimeSpan LeastMaxlagWait = TimeSpan.FromSeconds(5);

    // An error is the whole answer; a page's text is longer than this or parses quickly.
    private const int MostErrorBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            var body = await LimitedBody.LoadAsync(response, options.Value.MostMegabytes, WikipediaClient.Site, cancellationToken);

            if (response.StatusCode == HttpStatusCode.OK && CodeOf(response, body) is { } code)
            {
                Refuse(request, response, code);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static string? CodeOf(HttpResponseMessage response, byte[] body)
    {
        if (response.Headers.TryGetValues("MediaWiki-API-Error", out var codes))
        {
            return codes.FirstOrDefault();
        }

        // Not every proxy passes the header on.
        return body.Length <= MostErrorBytes && body.AsSpan().IndexOf("\"error\""u8) >= 0 ? CodeIn(body) : null;
    }

    private static string? CodeIn(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiAnswer>(body, ApiAnswer.Json)?.Error?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Refuse(HttpRequestMessage request, HttpResponseMessage response, string code)
    {
        switch (code)
        {
            case Lagging:
                // Who asked so comes back later by himself: it is no failure that should keep readers away.
                response.StatusCode = IsPatient(request) ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable;
                response.Headers.RetryAfter = AtLeast(response.Headers.RetryAfter, LeastMaxlagWait);
                break;
            case "ratelimited":
                response.StatusCode = HttpStatusCode.TooManyRequests;
                break;
            case "readonly":
                response.StatusCode = HttpStatusCode.ServiceUnavailable;
                break;
            case var failure when failure.StartsWith("internal_api_error", StringComparison.Ordinal):
                response.StatusCode = HttpStatusCode.InternalServerError;
                break;
        }
    }

    private static bool IsPatient(HttpRequestMessage request) => request.RequestUri?.Query.Contains(WikipediaQuery.Patient, StringComparison.Ordinal) is true;

    private static RetryConditionHeaderValue AtLeast(RetryConditionHeaderValue? asked, TimeSpan least)
        => asked?.Date is null && !(asked?.Delta >= least) ? new(least) : asked;
}
