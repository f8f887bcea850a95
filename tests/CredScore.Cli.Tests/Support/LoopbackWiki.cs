using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CredScore.Cli.Tests.Support;

/// <summary>A server on this machine that answers as it is told, one answer for each request; a request too many fails the test.</summary>
internal sealed class LoopbackWiki : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Func<HttpListenerResponse, Task>> _answers = new();
    private readonly Task _serving;

    public LoopbackWiki()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<Uri> Requests { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    public bool WasAskedTooOften { get; private set; }

    public LoopbackWiki Answers(string json, int status = 200, string? header = null, string? value = null)
        => Answers(Encoding.UTF8.GetBytes(json), status, header, value);

    public LoopbackWiki Answers(byte[] body, int status = 200, string? header = null, string? value = null)
    {
        _answers.Enqueue(async response =>
        {
            response.StatusCode = status;

            if (header is not null)
            {
                response.Headers[header] = value;
            }

            await response.OutputStream.WriteAsync(body);
        });
        return this;
    }

    /// <summary>Says nothing until the caller has lost its patience.</summary>
    public LoopbackWiki KeepsSilent(Task until)
    {
        _answers.Enqueue(_ => until);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        Assert.That(WasAskedTooOften, Is.False, $"The wiki was asked more often than it had answers: {string.Join(' ', Requests)}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // Stopped, or the caller hung up.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        Requests.Enqueue(context.Request.Url!);
        Agents.Enqueue(context.Request.UserAgent ?? string.Empty);

        if (_answers.TryDequeue(out var answer))
        {
            await answer(context.Response);
        }
        else
        {
            WasAskedTooOften = true;
            context.Response.StatusCode = 418;
        }

        context.Response.Close();
    }
}
