using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>Stands between the extension and the service: hands everything on, writes down what was sent, and misbehaves when a test wants it to.</summary>
internal sealed class ServiceDoor(ServiceProgram service) : LoopbackServer
{
    private static readonly string[] _passedOn = ["ETag", "Retry-After", "Cache-Control"];

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Everything that the extension has sent.</summary>
    public ConcurrentQueue<Sent> Requests { get; } = new();

    /// <summary>Answers in place of the service; false lets the service answer.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Changes what the service says.</summary>
    public Func<string, string>? Rewrite { get; set; }

    public string Address => $"http://localhost:{Port}";

    /// <summary>What came back for each request, for whoever looks into a test that failed.</summary>
    public ConcurrentQueue<string> Answers { get; } = new();

    public IEnumerable<string> Paths => Requests.Select(request => $"{request.Method} {request.Path}");

    public void Clear()
    {
        (Instead, Rewrite) = (null, null);
        Requests.Clear();
        Answers.Clear();
    }

    public void AnswersWith(int status, string body = "", string? retryAfter = null) => Instead = async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";

        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body, context.RequestAborted);
        return true;
    };

    /// <summary>Hangs up on everybody.</summary>
    public void IsDown() => Instead = context =>
    {
        context.Abort();
        return Task.FromResult(true);
    };

    /// <summary>Holds every answer back until the test lets go.</summary>
    public TaskCompletionSource HoldsBack(string path = "")
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Instead = async context =>
        {
            if (context.Request.Path.Value!.Contains(path, StringComparison.Ordinal))
            {
                await gate.Task.WaitAsync(context.RequestAborted);
            }

            return false;
        };
        return gate;
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Requests.Enqueue(new(context.Request.Method, context.Request.Path + context.Request.QueryString, body, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));

        if (Instead is not { } instead || !await instead(context))
        {
            await HandOnAsync(context, body);
        }

        Answers.Enqueue($"{context.Response.StatusCode} {context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
    }

    private async Task HandOnAsync(HttpContext context, string body)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(service.Address, context.Request.Path + context.Request.QueryString));

        if (context.Request.Headers.IfNoneMatch is [{ } tag])
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (body.Length > 0)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var response = await _client.SendAsync(request, context.RequestAborted);
        var text = await response.Content.ReadAsStringAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();

        foreach (var name in _passedOn.Where(response.Headers.Contains))
        {
            context.Response.Headers[name] = string.Join(',', response.Headers.GetValues(name));
        }

        if (text.Length > 0)
        {
            await context.Response.WriteAsync(Rewrite is { } rewrite ? rewrite(text) : text, context.RequestAborted);
        }
    }

    /// <summary>One request of the extension.</summary>
    public sealed record Sent(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);
}
