using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CredScore.Cli.Tests.Support;

/// <summary>A server on this machine that answers as it is told, one answer for each request; a request too many fails the test.</summary>
internal sealed class LoopbackWiki : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly WebApplication _server;

    public LoopbackWiki()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.Start();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    public ConcurrentQueue<Uri> Requests { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    public bool WasAskedTooOften { get; private set; }

    public LoopbackWiki Answers(string json, int status = 200, string? header = null, string? value = null)
        => Answers(Encoding.UTF8.GetBytes(json), status, header, value);

    public LoopbackWiki Answers(byte[] body, int status = 200, string? header = null, string? value = null)
    {
        _answers.Enqueue(async context =>
        {
            context.Response.StatusCode = status;

            if (header is not null)
            {
                context.Response.Headers[header] = value;
            }

            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        return this;
    }

    /// <summary>Says nothing until the caller hangs up.</summary>
    public LoopbackWiki KeepsSilent()
    {
        _answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.That(WasAskedTooOften, Is.False, $"The wiki was asked more often than it had answers: {string.Join(' ', Requests)}");
    }

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(new(context.Request.GetEncodedUrl()));
        Agents.Enqueue(context.Request.Headers.UserAgent.ToString());

        if (_answers.TryDequeue(out var answer))
        {
            return answer(context);
        }

        WasAskedTooOften = true;
        context.Response.StatusCode = 418;
        return Task.CompletedTask;
    }
}
