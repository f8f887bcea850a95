using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Catalogues;

/// <summary>Refreshes the lists, puts them in use, and scores again what they change. Whatever fails is logged; scores go on with the last good lists.</summary>
internal sealed partial class CatalogueRefresher(
    CatalogueFolder folder, IHttpClientFactory clients, UserAgent agent, IOptions<CatalogueOptions> options, TimeProvider time, CurrentScorer current, ScoreCache cache, StoredRescoring rescoring, ILogger<CatalogueRefresher> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "catalogues";

    /// <summary>Refreshes every list.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var settings = new RefreshOptions { UserAgent = agent.Text, Mirror = options.Value.Mirror is { Length: > 0 } mirror ? new(mirror) : null };
            using var http = clients.CreateClient(Client);
            await new CatalogueRefresh(folder, http, settings, time).RefreshAsync(Lists.All, [], Report, null, cancellationToken);
        }
        catch (CatalogueFaultException exception)
        {
            Log.NotRefreshed(logger, exception.Message);
        }

        await UseAsync(cancellationToken);
    }

    /// <summary>Puts the lists of the folder in use, and scores stored pages again when they are others than before.</summary>
    public async Task UseAsync(CancellationToken cancellationToken)
    {
        var before = current.InUse;

        if (!current.Reload())
        {
            return;
        }

        cache.Clear();

        try
        {
            var sweep = await rescoring.RunAsync(before, cancellationToken);
            Log.ScoredAgain(logger, sweep.Pages, sweep.Changed, sweep.Untouched, sweep.Unkept);
        }
        catch (StorageException exception)
        {
            Log.NotScoredAgain(logger, exception.Message);
        }
    }

    private void Report(ListOutcome outcome)
    {
        if (outcome.Result is RefreshResult.Refused)
        {
            Log.Refused(logger, outcome.Fault!);
        }
        else
        {
            Log.Refreshed(logger, outcome.List.Name, outcome.Result, outcome.Entries, outcome.Added, outcome.Removed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "List {List}: {Result}, {Entries} entries, {Added} new, {Removed} gone.")]
        public static partial void Refreshed(ILogger logger, string list, RefreshResult result, int entries, int added, int removed);

        [LoggerMessage(2, LogLevel.Warning, "A list was not refreshed. {Fault}")]
        public static partial void Refused(ILogger logger, string fault);

        [LoggerMessage(3, LogLevel.Warning, "The lists were not refreshed. {Fault}")]
        public static partial void NotRefreshed(ILogger logger, string fault);

        [LoggerMessage(4, LogLevel.Information, "Other lists are in use: {Pages} stored pages scored again, {Changed} of them changed; {Untouched} cite nothing that changed; {Unkept} have to be read anew.")]
        public static partial void ScoredAgain(ILogger logger, int pages, int changed, int untouched, int unkept);

        [LoggerMessage(5, LogLevel.Warning, "Other lists are in use, and stored pages are scored again as they are asked for. {Message}")]
        public static partial void NotScoredAgain(ILogger logger, string message);
    }
}
