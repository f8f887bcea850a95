using System.Diagnostics;
using System.Globalization;
using System.Text;
using CredScore.Api;
using CredScore.Api.Accounts;
using CredScore.Api.Batches;
using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CredScore.Benchmarks;

/// <summary>What a batch costs beside what its pages cost anyway: the same pages, as many at a time, scored one by one and as a batch.</summary>
internal static class BatchMeasurement
{
    private const double MostMilliseconds = 1;
    private const int Rows = 1000;
    private const int Rounds = 3;
    private const int LongList = 100_000;

    private static readonly Actor Researcher = new("measurement", "Measurement", Roles.Researcher);

    public static async Task RunAsync(BarSheet sheet)
    {
        using var folder = new TemporaryFolder();
        await using var service = await BuildAsync(folder.Path);
        await ScoreAsync(service, "Warm");
        var rounds = new List<(double Single, double Batch)>();

        for (var round = 0; round < Rounds; round++)
        {
            var single = await ScoreAsync(service, $"Single {(char)('A' + round)}");
            rounds.Add((single, await WorkAsync(service, $"Batch {(char)('A' + round)}")));
        }

        var over = rounds.Select(round => round.Batch - round.Single).ToList();
        sheet.Note("a page scored and stored", Meter.Median(rounds.Select(round => round.Single)), "ms", $"{Rows} pages, two at a time");
        sheet.AtMost("a row of a batch beyond that", Meter.Median(over), MostMilliseconds, "ms", Meter.Spread(over));
        sheet.Note("rows received", await ReceiveAsync(service), "a second", $"a list of {LongList}");
    }

    private static async Task<WebApplication> BuildAsync(string folder)
    {
        var builder = WebApplication.CreateBuilder(
            ["--urls", "http://127.0.0.1:0", "--Storage:Directory", folder, "--Batches:Work", "false", "--Upstream:Contact", "benchmarks@credscore.example", "--environment", "Production", "--Logging:LogLevel:Default", "Error"]).AddCredScore();
        builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter, ReplayedWikipedia>();
        var service = builder.Build();
        await service.Services.GetRequiredService<StorageStart>().PrepareAsync();
        await service.Services.GetRequiredService<AccountStart>().PrepareAsync();
        await service.Services.GetRequiredService<TableStart<BatchContext>>().PrepareAsync();
        return service;
    }

    private static async Task<double> ScoreAsync(WebApplication service, string name)
    {
        var scoring = service.Services.GetRequiredService<PageScoring>();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Rows, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (number, token) => await scoring.ScoreAsync(PageAddress.OfArticle("en", TitleOf(name, number)), null, token));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Rows;
    }

    private static async Task<double> WorkAsync(WebApplication service, string name)
    {
        var list = string.Join('\n', Enumerable.Range(0, Rows).Select(number => PageAddress.OfArticle("en", TitleOf(name, number)).WebAddress));
        var started = Stopwatch.GetTimestamp();
        var batch = await SendAsync(service, list);
        await service.Services.GetRequiredService<BatchWorker>().RunAsync(default);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Rows;
        var ended = await service.Services.GetRequiredService<BatchStore>().GetAsync(Researcher, batch.Id, default);
        return ended is { State: BatchState.Done, Scored: Rows } ? elapsed : throw new InvalidOperationException($"The batch is {ended.State} with {ended.Scored} of {ended.Rows} rows scored.");
    }

    private static async Task<double> ReceiveAsync(WebApplication service)
    {
        var list = string.Join('\n', Enumerable.Range(0, LongList).Select(number => PageAddress.OfArticle("en", TitleOf("Long", number)).WebAddress));
        var started = Stopwatch.GetTimestamp();
        await SendAsync(service, list);
        return LongList / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<StoredBatch> SendAsync(WebApplication service, string list)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(list));
        return await service.Services.GetRequiredService<BatchIntake>().ReceiveAsync(Researcher, body, "text/plain", _ => null, default);
    }

    private static string TitleOf(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {((((name[^1] % 32) * 32) + (name[0] % 32)) * 10_000) + number}");
}
