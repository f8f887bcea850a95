using CredScore.Api.Security;
using CredScore.Api.Storage;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;
using CredScore.Scoring.Sources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Catalogues;

/// <summary>The lists behind the scores: where they are from, under which terms, and how old they are.</summary>
internal static class CatalogueEndpoints
{
    public static void AddCatalogues(this IServiceCollection services)
    {
        services.AddOptions<CatalogueOptions>().BindConfiguration("Catalogues").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new CatalogueFolder(FolderOf(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value, provider.GetRequiredService<StorageLocation>())));
        services.AddSingleton<CurrentScorer>();
        services.AddSingleton<StoredRescoring>();
        services.AddSingleton<CatalogueRefresher>();
        services.AddHostedService<CatalogueSchedule>();
        services.AddHttpClient(CatalogueRefresher.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(CatalogueRefresh.CreateHandler);
    }

    public static void MapCatalogues(this IEndpointRouteBuilder routes)
        => routes.MapGroup("/catalogues").WithTags("Catalogues").RequireRateLimiting(Limits.Reads)
            .MapGet("/", ListCatalogues).WithName("ListCatalogues").WithSummary("Lists the catalogues behind the scores, with publisher, licence, date and size.");

    private static Ok<CataloguesAnswer> ListCatalogues(CurrentScorer current, CatalogueFolder folder) => TypedResults.Ok(Describe(current, folder));

    /// <summary>Everything that decides what a source is, as it stands now.</summary>
    public static CataloguesAnswer Describe(CurrentScorer current, CatalogueFolder folder)
    {
        var version = current.Scorer.CatalogueVersion;
        var manifest = ManifestOf(folder);
        return new(version, CatalogueSet.Embedded.Version, CatalogueSet.Embedded.Names, [.. Lists.All.Select(list => Describe(list, current, manifest))]);
    }

    private static CatalogueAnswer Describe(ListDeclaration list, CurrentScorer current, Manifest manifest)
    {
        // What is in use is what answers carry, whatever another program has put into the folder since.
        var used = current.Lists.Find(list.Name);
        var entry = manifest.Find(list.Name) is { } found && found.Digest == used?.Digest ? found : null;
        var attempt = manifest.FindAttempt(list.Name);
        return new(
            list.Name, list.Title, list.Publisher, list.Licence, list.Attribution, used is not null, used?.Date, used?.Entries.Count, entry?.Bytes, entry?.Source, entry?.FetchedAt, attempt?.At, attempt?.Fault);
    }

    private static Manifest ManifestOf(CatalogueFolder folder)
    {
        try
        {
            return folder.ReadManifest();
        }
        catch (CatalogueFaultException)
        {
            // The log says so once; the lists in use are known without it.
            return Manifest.Empty;
        }
    }

    private static string FolderOf(CatalogueOptions options, StorageLocation storage)
        => options.Folder is { Length: > 0 } folder ? folder : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.File))!, "catalogues");
}

/// <summary>Everything that decides what a source is.</summary>
/// <param name="Version">What answers give as <c>versions.catalogue</c>: the embedded core and the lists in use together.</param>
/// <param name="Core">Digest of the embedded core alone.</param>
/// <param name="CoreFiles">The files of the embedded core.</param>
/// <param name="Lists">The lists of others that can be refreshed.</param>
internal sealed record CataloguesAnswer(string Version, string Core, IReadOnlyList<string> CoreFiles, IReadOnlyList<CatalogueAnswer> Lists);

/// <summary>A list of others.</summary>
/// <param name="Name">As in <c>references[].list</c>, there with the date behind it.</param>
/// <param name="Title">For people.</param>
/// <param name="Publisher">Who keeps it.</param>
/// <param name="Licence">Its terms.</param>
/// <param name="Attribution">The sentence to show with it.</param>
/// <param name="IsUsed">Whether an edition is in use.</param>
/// <param name="Date">Day of the edition in use.</param>
/// <param name="Entries">Number of its keys.</param>
/// <param name="Bytes">Size of the compiled list.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="FetchedAt">When it was fetched.</param>
/// <param name="TriedAt">When it was last asked for.</param>
/// <param name="Fault">Why nothing came of that; null when it went well.</param>
internal sealed record CatalogueAnswer(
    string Name,
    string Title,
    string Publisher,
    string Licence,
    string Attribution,
    bool IsUsed,
    DateOnly? Date,
    int? Entries,
    long? Bytes,
    string? Source,
    DateTimeOffset? FetchedAt,
    DateTimeOffset? TriedAt,
    string? Fault);
