using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Http;

namespace CredScore.Api.Tests.Support;

/// <summary>The outside world: answers from recordings below the Polly pipeline. A call that nobody recorded fails the test.</summary>
internal sealed class RecordedUpstream : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Uri> _calls = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly ConcurrentQueue<string> _userAgents = new();
    private readonly ConcurrentQueue<string> _apiKeys = new();

    public IReadOnlyList<Uri> Calls => [.. _calls];

    public IReadOnlyList<string> Unexpected => [.. _unexpected];

    public IReadOnlyList<string> UserAgents => [.. _userAgents];

    /// <summary>Keys that were sent, one a call; empty where none was.</summary>
    public IReadOnlyList<string> ApiKeys => [.. _apiKeys];

    /// <summary>Answers every call whose path and query hold a text with a recording. Several for one text follow each other; the last one stays.</summary>
    public RecordedUpstream Answers(string query, string recording)
        => Answers(query, _ => Task.FromResult(Response(HttpStatusCode.OK, Read(recording))));

    public RecordedUpstream Fails(string query, HttpStatusCode status, TimeSpan? retryAfter = null)
        => Answers(query, _ =>
        {
            var response = Response(status, "<html><body>Our servers are currently under maintenance</body></html>"u8.ToArray());
            response.Headers.RetryAfter = retryAfter is { } wait ? new(wait) : null;
            return Task.FromResult(response);
        });

    public RecordedUpstream Refuses(string query, HttpStatusCode status, string recording)
        => Answers(query, _ => Task.FromResult(Response(status, Read(recording))));

    public RecordedUpstream Sends(string query, byte[] body) => Answers(query, _ => Task.FromResult(Response(HttpStatusCode.OK, body)));

    public RecordedUpstream Answers(string query, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.GetOrAdd(query, _ => new()).Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Response(HttpStatusCode status, byte[] body)
        => new(status) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } } };

    public static byte[] Read(string recording) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recordings", recording));

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.PrimaryHandler = new Handler(this);
    };

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _calls.Enqueue(request.RequestUri!);
        _userAgents.Enqueue(request.Headers.UserAgent.ToString());
        _apiKeys.Enqueue(request.Headers.TryGetValues("X-Goog-Api-Key", out var keys) ? string.Join(',', keys) : string.Empty);
        var query = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery);
        var match = _answers.Where(pair => query.Contains(pair.Key, StringComparison.Ordinal)).OrderByDescending(pair => pair.Key.Length).FirstOrDefault().Value;

        if (match is null || !match.TryPeek(out var answer))
        {
            _unexpected.Enqueue(query);
            throw new InvalidOperationException($"Nobody recorded an answer for {query}");
        }

        if (match.Count > 1)
        {
            match.TryDequeue(out _);
        }

        return answer(cancellationToken);
    }

    private sealed class Handler(RecordedUpstream upstream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => upstream.AnswerAsync(request, cancellationToken);
    }
}
