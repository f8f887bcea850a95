using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>One question to the Action API of an edition. What asks an edition to be left alone holds for every question, whoever puts it.</summary>
internal sealed class ActionApi(IHttpClientFactory clients, IOptions<WikipediaOptions> options, TimeProvider time)
{
    private readonly UpstreamCall _call = new(clients, time, WikipediaClient.Name, WikipediaClient.Site);

    /// <summary>The answer, which holds no error. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<ApiAnswer> AskAsync(string language, string question, CancellationToken cancellationToken)
    {
        using var response = await _call.GetAsync(new Uri(options.Value.AddressOf(language), question), cancellationToken);

        if (!response.IsSuccessStatusCode)
        {
            throw _call.Refusal(response.StatusCode);
        }

        var answer = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));

        return answer.Error switch
        {
            null => answer,
            { Code: ActionApiHandler.Lagging } => throw Behind(response),
            _ => throw new UpstreamException(WikipediaClient.Site, UpstreamFault.BadAnswer, "Wikipedia refused the question as it was put."),
        };
    }

    public static UpstreamException Unusable() => new(WikipediaClient.Site, UpstreamFault.BadAnswer, "Wikipedia's answer cannot be used. It holds no answer to the question.");

    // Only who may wait is told so: readers go on asking.
    private UpstreamException Behind(HttpResponseMessage response) => new(
        WikipediaClient.Site, UpstreamFault.Unavailable, "Wikipedia is behind with its work and asks whoever can to come back later.", response.Headers.RetryAfter?.WaitFrom(time.GetUtcNow()));

    private static ApiAnswer Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiAnswer>(body, ApiAnswer.Json) ?? throw Unusable();
        }
        catch (JsonException exception)
        {
            throw new UpstreamException(WikipediaClient.Site, UpstreamFault.BadAnswer, "Wikipedia sent an answer that is cut off or is no answer at all.", cause: exception);
        }
    }
}
