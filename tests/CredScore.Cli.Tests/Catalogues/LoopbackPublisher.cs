using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CredScore.Cli.Tests.Catalogues;

/// <summary>A publisher on this machine: lists by name, with ETag and ranges, and the faults that publishers have.</summary>
internal sealed class LoopbackPublisher : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, byte[], Task>>> _faults = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    /// <param name="certificate">What it shows; null to speak without TLS.</param>
    public LoopbackPublisher(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();

        if (certificate is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        }

        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.Start();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    /// <summary>Name of the list, range asked for, mark asked with: one for each request.</summary>
    public ConcurrentQueue<(string List, string Range, string IfNoneMatch)> Requests { get; } = new();

    /// <summary>Completes with the first request.</summary>
    public TaskCompletionSource WasAsked { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LoopbackPublisher Publishes(string list, byte[] content)
    {
        _lists[list] = content;
        return this;
    }

    public LoopbackPublisher Publishes(string list, string content) => Publishes(list, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>What happens instead of the next answer for a list.</summary>
    public LoopbackPublisher Once(string list, Func<HttpContext, byte[], Task> fault)
    {
        _faults.GetOrAdd(list, _ => new()).Enqueue(fault);
        return this;
    }

    public LoopbackPublisher BreaksOff(string list, int after) => Once(list, async (context, content) =>
    {
        context.Response.Headers.ETag = TagOf(content);
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content.AsMemory(0, after));
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public LoopbackPublisher Answers(string list, int status, string? header = null, string? value = null) => Once(list, (context, _) =>
    {
        context.Response.StatusCode = status;

        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return Task.CompletedTask;
    });

    public void Forget()
    {
        Requests.Clear();
        WasAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string TagOf(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";

    private async Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.Path.Value!.Trim('/');
        Requests.Enqueue((name, context.Request.Headers.Range.ToString(), context.Request.Headers.IfNoneMatch.ToString()));
        WasAsked.TrySetResult();

        if (!_lists.TryGetValue(name, out var content))
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (_faults.TryGetValue(name, out var faults) && faults.TryDequeue(out var fault))
        {
            await fault(context, content);
            return;
        }

        var tag = TagOf(content);
        context.Response.Headers.ETag = tag;

        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        var range = context.Request.GetTypedHeaders().Range?.Ranges.FirstOrDefault()?.From;
        var from = range is { } start && context.Request.Headers.IfRange == tag ? (int)start : 0;

        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        context.Response.ContentLength = content.Length - from;
        await context.Response.Body.WriteAsync(content.AsMemory(from), context.RequestAborted);
    }
}
