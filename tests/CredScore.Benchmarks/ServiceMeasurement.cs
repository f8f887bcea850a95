using CredScore.Api;
using CredScore.Api.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace CredScore.Benchmarks;

/// <summary>A stored page from the real service, against a service that does nothing but send the same bytes from memory.</summary>
internal static class ServiceMeasurement
{
    private const double ShareOfTheBareService = 0.5;
    private const int Clients = 8;
    private const int Rounds = 9;

    private static readonly string[] Titles = ["Measles", "Migraine", "Iron deficiency", "Asthma"];
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(BarSheet sheet)
    {
        using var folder = new TemporaryFolder();
        await using var service = await StartServiceAsync(folder.Path);
        var address = new Uri(AddressOf(service), $"/v1/scores?url={Uri.EscapeDataString("https://en.wikipedia.org/wiki/" + Titles[0])}");
        var bytes = await StoreAsync(service, address);
        await using var bare = await StartBareAsync(bytes);

        using var scores = new KeepAliveClients(address, Clients);
        using var memory = new KeepAliveClients(AddressOf(bare), Clients);
        await scores.RunAsync(Warm);
        await memory.RunAsync(Warm);

        var rounds = new List<(double Scores, double Memory)>();

        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((await scores.RunAsync(Round), await memory.RunAsync(Round)));
        }

        var shares = rounds.Select(round => round.Scores / round.Memory).ToList();
        sheet.Note("GET /v1/scores of a stored page", Meter.Median(rounds.Select(round => round.Scores)), "a second", $"{Clients} clients in the same process, {bytes.Length / 1000} kB");
        sheet.Note("the same bytes from memory, by a service with nothing else", Meter.Median(rounds.Select(round => round.Memory)), "a second");
        sheet.AtLeast("share of it", Meter.Median(shares), ShareOfTheBareService, "", Meter.Spread(shares));
    }

    private static async Task<WebApplication> StartServiceAsync(string folder)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0", "--Storage:Directory", folder, "--Limits:Enabled", "false", "--Catalogues:Refresh", "false", "--Alternatives:AskProviders", "false", "--Upstream:Contact", "benchmarks@credscore.example", "--environment", "Production", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning",
        ]).AddCredScore();
        builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter, ReplayedWikipedia>();
        var service = builder.Build();
        await service.Services.GetRequiredService<StorageStart>().PrepareAsync();
        await service.UseCredScore().StartAsync();
        return service;
    }

    private static async Task<WebApplication> StartBareAsync(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var bare = builder.Build();
        bare.MapGet("/", (HttpContext context) =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await bare.StartAsync();
        return bare;
    }

    // Puts the pages into the store through the service itself; the second answer is the stored one.
    private static async Task<byte[]> StoreAsync(WebApplication service, Uri measured)
    {
        using var client = new HttpClient();

        foreach (var title in Titles)
        {
            await client.GetByteArrayAsync(new Uri(AddressOf(service), $"/v1/scores?url={Uri.EscapeDataString("https://en.wikipedia.org/wiki/" + title)}"));
        }

        return await client.GetByteArrayAsync(measured);
    }

    private static Uri AddressOf(WebApplication app) => new(app.Urls.First());
}
