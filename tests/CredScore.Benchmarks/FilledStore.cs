using System.Globalization;
using CredScore.Api;
using CredScore.Api.Accounts;
using CredScore.Api.Storage;
using CredScore.Exports.Columns;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Benchmarks;

/// <summary>A database with many pages in it that were all submitted, and a researcher's key to it.</summary>
internal sealed record FilledStore(string Key)
{
    public const int Pages = 100_000;

    // So many different articles, each under many names: assessing is not what is measured.
    private const int Articles = 2000;
    private const int PagesAtATime = 1000;

    private static readonly DateTime Read = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The store that an earlier run left in a folder, else a new one.</summary>
    public static async Task<FilledStore> FindOrMakeAsync(string folder)
    {
        var key = Path.Combine(folder, "key.txt");

        if (!File.Exists(key))
        {
            await File.WriteAllTextAsync(key, (await MakeAsync(folder)).Key);
        }

        return new(await File.ReadAllTextAsync(key));
    }

    private static async Task<FilledStore> MakeAsync(string folder)
    {
        await using var service = WebApplication.CreateBuilder(["--Storage:Directory", folder, "--Upstream:Contact", "benchmarks@credscore.example"]).AddCredScore().Build();
        await service.Services.GetRequiredService<StorageStart>().PrepareAsync();
        await service.Services.GetRequiredService<AccountStart>().PrepareAsync();
        await FillAsync(service.Services.GetRequiredService<IDbContextFactory<ScoreContext>>());
        return new(await KeyAsync(service.Services));
    }

    private static async Task<string> KeyAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var person = new Person { UserName = "bench@credscore.example", Email = "bench@credscore.example", DisplayName = "Bench", Role = Roles.Researcher };
        await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, "correct horse battery");
        return await services.GetRequiredService<People>().MakeKeyAsync(new(person.Id, "Bench", Roles.Researcher), new("benchmark", Scopes.Exports, 30), default);
    }

    private static async Task FillAsync(IDbContextFactory<ScoreContext> contexts)
    {
        var texts = RealData.HasArticles ? RealData.Articles().Take(Articles) : Enumerable.Range(0, Articles).Select(SampleArticles.Ordinary);
        var assessments = texts.AsParallel().Select(Assess).ToList();

        for (var first = 0; first < Pages; first += PagesAtATime)
        {
            await using var context = await contexts.CreateDbContextAsync();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            context.Pages.AddRange(Enumerable.Range(first, PagesAtATime).Select(number => PageOf(number, assessments[number % assessments.Count])));
            await context.SaveChangesAsync();
        }
    }

    private static Assessment Assess(string wikitext)
    {
        return PageScorer.Default.Assess(PageAddress.OfArticle("en", "Sample"), WikitextReader.Read(wikitext, new() { Title = "Sample", Language = "en" }));
    }

    private static StoredPage PageOf(int number, Assessment assessment)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Sample {number}");
        var address = PageAddress.OfArticle("en", title);
        var page = new StoredPage
        {
            Key = address.Key,
            Hash = address.KeyHash,
            Prefix = address.KeyHash[..ScoreStore.PrefixLength],
            Language = "en",
            Title = title,
            Address = address.Key,
            Revision = number + 1,
            RevisionTime = Read,
            FetchedAt = Read,
            LatestAt = Read,
            Features = ScoreStore.JsonOf(assessment.Features),
            References = ScoreStore.JsonOf(assessment.References),
            Provenance = Provenance.Submitted,
        };
        page.Assessments.Add(new()
        {
            Ruleset = assessment.Versions.Ruleset,
            Model = assessment.Versions.Model ?? "",
            Catalogue = assessment.Versions.Catalogue,
            Scorer = assessment.Versions.Scorer,
            IsDefault = true,
            Score = assessment.Score,
            Band = ExportRow.Word(assessment.Band),
            Confidence = assessment.Confidence,
            Body = [],
            Digest = new() { Json = AssessmentDigest.Of(assessment).Write() },
        });
        return page;
    }
}
