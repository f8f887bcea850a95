using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CredScore.Api;
using CredScore.Api.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredScore.Benchmarks;

/// <summary>Requests a second for a stored score against an endpoint of the same server that returns the same bytes from memory, turn by turn.</summary>
internal static class ServiceSection
{
    private const int Clients = 8;
    private const string ScorePath = "/v1/scores?url=https://en.wikipedia.org/wiki/Measles";

    public static async Task RunAsync(Bars bars)
    {
        var data = Directory.CreateTempSubdirectory("credscore-benchmark-").FullName;
        await using var wikipedia = await StartWikipediaAsync();
        await using var service = await StartServiceAsync(data, AddressOf(wikipedia));
        var address = AddressOf(service);
        using var http = new HttpClient { BaseAddress = new(address) };
        await http.GetByteArrayAsync(ScorePath);
        _memory = await http.GetByteArrayAsync(ScorePath);
        Bars.Say($"{_memory.Length / 1000.0:0.0} kB an answer, {Clients} clients on the same machine");
        var (scores, memory) = (new List<double>(), new List<double>());

        for (var round = 0; round < 6; round++)
        {
            memory.Add(await RequestsASecondAsync(address, "/bytes"));
            scores.Add(await RequestsASecondAsync(address, ScorePath));
        }

        var (score, bytes) = (Median(scores.Skip(1)), Median(memory.Skip(1)));
        Bars.Note("stored score", score, "requests/s");
        Bars.Note("the same bytes from memory", bytes, "requests/s");
        bars.AtLeast("stored score against bytes from memory", score / bytes, 0.5, "×");
        Directory.Delete(data, recursive: true);
    }

    private static byte[] _memory = [];

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static async Task<WebApplication> StartServiceAsync(string data, string wikipedia)
    {
        var builder = WebApplication.CreateBuilder(["--Urls=http://127.0.0.1:0", "--Limits:Enabled=false", $"--Storage:Directory={data}", $"--Upstream:Wikipedia:Address={wikipedia}", "--Upstream:Contact=benchmark"]);
        var app = builder.AddCredScore().Build();
        await app.Services.GetRequiredService<StorageStart>().PrepareAsync();
        app.UseCredScore();
        app.MapGet("/bytes", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = _memory.Length;
            await context.Response.Body.WriteAsync(_memory);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A Wikipedia that knows one page: the hand-written recording of the service's tests.</summary>
    private static async Task<WebApplication> StartWikipediaAsync()
    {
        var answer = await File.ReadAllBytesAsync(Path.Combine(RealData.Root, "tests", "CredScore.Api.Tests", "Recordings", "measles.json"));
        var builder = WebApplication.CreateBuilder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/w/api.php", () => Results.Bytes(answer, "application/json"));
        await app.StartAsync();
        return app;
    }

    private static string AddressOf(WebApplication app)
        => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static async Task<double> RequestsASecondAsync(string address, string path)
    {
        var end = Stopwatch.GetTimestamp() + (Stopwatch.Frequency * 2);
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskUntilAsync(new Uri(address), path, end))));
        return counts.Sum() / 2.0;
    }

    /// <summary>A client as thin as can be, so that the server is what is measured: one connection, requests one after another, lengths known.</summary>
    private static async Task<int> AskUntilAsync(Uri address, string path, long end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        var buffer = new byte[1 << 18];
        var count = 0;

        while (Stopwatch.GetTimestamp() < end)
        {
            await socket.SendAsync(request);
            await ReceiveAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        var whole = int.MaxValue;

        while (length < whole)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length));

            if (received == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            length += received;
            whole = whole == int.MaxValue ? WholeLength(buffer.AsSpan(0, length)) : whole;
        }
    }

    private static int WholeLength(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);

        if (head < 0)
        {
            return int.MaxValue;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException("The server refused.");
        }

        var at = answer.IndexOf("Content-Length: "u8);
        return head + 4 + int.Parse(Encoding.ASCII.GetString(answer[(at + 16)..(at + 16 + answer[(at + 16)..].IndexOf((byte)'\r'))]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
