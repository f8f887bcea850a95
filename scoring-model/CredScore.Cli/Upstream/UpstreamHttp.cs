using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using CredScore.Scoring;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CredScore.Cli.Upstream;

/// <summary>
/// Asks one site politely: names itself, waits as long as it is told, tries again only where the answer can change, follows redirects
/// only on the same host, and reads no more than a stated size.
/// </summary>
internal sealed class UpstreamHttp : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _http;
    private readonly ResiliencePipeline _pipeline;
    private readonly UpstreamOptions _options;
    private readonly TimeProvider _time;

    public UpstreamHttp(UpstreamOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        _pipeline = Pipeline(options, time);
    }

    /// <summary>What <paramref name="read"/> makes of a successful answer's body; it throws where the body itself says that it is a refusal.</summary>
    public async Task<T> GetAsync<T>(Uri address, Func<ReadOnlyMemory<byte>, TimeSpan?, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await AttemptAsync(address, read, token), cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new UpstreamException($"{address.Host} took longer than {_options.AttemptTimeout.TotalSeconds:0} seconds to answer, {_options.Retries + 1} times.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new UpstreamException($"{address.Host} could not be reached: {Sentence.Of(exception)}", exception);
        }
    }

    public void Dispose() => _http.Dispose();

    // https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy
    public static string UserAgent(string? contact)
    {
        var who = string.IsNullOrWhiteSpace(contact) ? "command line" : $"command line; {Sentence.Plain(contact).Replace('(', ' ').Replace(')', ' ')}";
        return $"CredScore/{PageScorer.ScorerVersion} ({who}) {RuntimeInformation.FrameworkDescription.Replace(' ', '/')}";
    }

    // A timeout for each attempt inside the retry; see docs/architecture.md on upstreams.
    private static ResiliencePipeline Pipeline(UpstreamOptions options, TimeProvider time)
        => new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(IsPassing(outcome.Outcome.Exception, options)),
                DelayGenerator = outcome => ValueTask.FromResult((outcome.Outcome.Exception as PassingUpstreamException)?.RetryAfter),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout })
            .Build();

    private static bool IsPassing(Exception? exception, UpstreamOptions options) => exception switch
    {
        PassingUpstreamException passing => passing.RetryAfter is null || passing.RetryAfter <= options.LongestDelay,
        HttpRequestException or TimeoutRejectedException or IOException => true,
        _ => false,
    };

    private async Task<T> AttemptAsync<T>(Uri address, Func<ReadOnlyMemory<byte>, TimeSpan?, T> read, CancellationToken cancellationToken)
    {
        using var response = await FollowAsync(address, cancellationToken);
        var retryAfter = RetryAfter(response);

        if (!response.IsSuccessStatusCode)
        {
            throw Refusal(address, response.StatusCode, retryAfter);
        }

        return read(await ReadBodyAsync(address, response, cancellationToken), retryAfter);
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var next = address;

        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var response = await _http.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            if ((int)response.StatusCode is < 301 or > 308 || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            next = new Uri(next, location);

            if (next.Scheme != address.Scheme || next.Authority != address.Authority)
            {
                throw new SentAwayException(address.Host, next);
            }
        }

        throw new UpstreamException($"{address.Host} redirected more than {MostRedirects} times.");
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = new ArrayBufferWriter<byte>();

        while (await stream.ReadAsync(body.GetMemory(16 * 1024), cancellationToken) is var read and > 0)
        {
            body.Advance(read);

            if (body.WrittenCount > _options.LargestAnswer)
            {
                throw new UpstreamException($"{address.Host} sent more than {_options.LargestAnswer / 1024 / 1024} MB for one page.");
            }
        }

        return body.WrittenMemory;
    }

    private static UpstreamException Refusal(Uri address, HttpStatusCode status, TimeSpan? retryAfter) => (int)status switch
    {
        429 => new PassingUpstreamException($"{address.Host} asks us to slow down (status 429){In(retryAfter)}.", retryAfter),
        408 or 500 or 502 or 503 or 504 => new PassingUpstreamException($"{address.Host} has a fault (status {(int)status}){In(retryAfter)}.", retryAfter),
        _ => new UpstreamException($"{address.Host} refused to answer (status {(int)status})."),
    };

    private static string In(TimeSpan? retryAfter)
        => retryAfter is { } wait ? $": try again in {Math.Ceiling(wait.TotalSeconds):0} seconds" : string.Empty;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
