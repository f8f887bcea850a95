using System.Diagnostics;
using System.Security.Cryptography;
using CredScore.Catalogues.Reading;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Refreshing;

/// <summary>What came of an attempt at a list.</summary>
public enum RefreshResult
{
    /// <summary>A new edition is in use.</summary>
    Refreshed,

    /// <summary>The known edition is still the publisher's newest.</summary>
    Unchanged,

    /// <summary>It could not be fetched, or what came is not to be trusted: the last good list stays.</summary>
    Refused,
}

/// <summary>What came of an attempt at a list, in numbers and in words.</summary>
/// <param name="List">The list.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Fault">Why it was refused; null when it was not.</param>
/// <param name="Entries">Entries in use afterwards; 0 when there is no list.</param>
/// <param name="Added">Keys that are new.</param>
/// <param name="Removed">Keys that are gone.</param>
/// <param name="SourceBytes">Bytes of the publisher's file.</param>
/// <param name="Elapsed">Time it took.</param>
public sealed record ListOutcome(ListDeclaration List, RefreshResult Result, string? Fault, int Entries, int Added, int Removed, long SourceBytes, TimeSpan Elapsed);

/// <summary>A sign of life while a list is fetched.</summary>
/// <param name="List">The list.</param>
/// <param name="Bytes">Bytes so far.</param>
public sealed record RefreshProgress(ListDeclaration List, long Bytes);

/// <summary>Refreshes lists one after the other: fetch, read, check, compile, swap. Whatever goes wrong with one leaves it as it was and does not stop the others.</summary>
public sealed class CatalogueRefresh(CatalogueFolder folder, HttpClient http, RefreshOptions options, TimeProvider time)
{
    private readonly ListDownload _download = new(http, options, time);

    /// <summary>What a client of publishers is built on: no redirect is followed unseen, nothing is kept, nothing is unpacked on the way.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        UseCookies = false,
    };

    /// <summary>Refreshes lists. Throws <see cref="CatalogueFaultException"/> when the folder cannot be used or another refresh works in it.</summary>
    /// <param name="lists">Which.</param>
    /// <param name="accepted">Names of lists whose difference from the last good edition an operator has looked at.</param>
    /// <param name="report">Told of each list that is done.</param>
    /// <param name="progress">Told of bytes as they come.</param>
    /// <param name="cancellationToken">Stops after the step at hand.</param>
    public async Task<IReadOnlyList<ListOutcome>> RefreshAsync(
        IEnumerable<ListDeclaration> lists, IReadOnlyCollection<string> accepted, Action<ListOutcome>? report, Action<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lists);
        using var held = folder.Hold();
        var outcomes = new List<ListOutcome>();

        foreach (var list in lists)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await RefreshAsync(list, accepted.Contains(list.Name), progress, cancellationToken);
            outcomes.Add(outcome);
            report?.Invoke(outcome);
        }

        return outcomes;
    }

    private async Task<ListOutcome> RefreshAsync(ListDeclaration list, bool isAccepted, Action<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var manifest = folder.ReadManifest();
        var known = manifest.Find(list.Name);
        var last = known is null ? null : folder.Read(known);

        // A list that is damaged here is fetched whole, whatever its mark says.
        known = last is null ? null : known;
        var file = folder.PartOf(list.Name);

        try
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var fetched = await _download.FetchAsync(options.AddressesOf(list, today), list, known, file, bytes => progress?.Invoke(new(list, bytes)), cancellationToken);

            if (fetched is null || fetched.Digest == known?.SourceDigest)
            {
                PartMark.Drop(file);
                folder.Note(manifest, new(list.Name, time.GetUtcNow(), null));
                return new(list, RefreshResult.Unchanged, null, last!.Count, 0, 0, known!.SourceBytes, Stopwatch.GetElapsedTime(started));
            }

            return Swap(list, manifest, last, fetched, file, isAccepted) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        }
        catch (Exception exception) when (exception is ListRefusedException or IOException or UnauthorizedAccessException)
        {
            var fault = $"{list.Title}: {exception.Message} {(last is null ? "The embedded core works without it." : "The last good list stays.")}";
            Note(manifest, new(list.Name, time.GetUtcNow(), fault));
            return new(list, RefreshResult.Refused, fault, last?.Count ?? 0, 0, 0, 0, Stopwatch.GetElapsedTime(started));
        }
    }

    private ListOutcome Swap(ListDeclaration list, Manifest manifest, CompiledList? last, Downloaded fetched, string file, bool isAccepted)
    {
        try
        {
            var rows = ReadRows(list, file);
            ListChecks.CheckAlone(list, rows);
            ListChecks.CheckBeside(list, rows, last ?? CompiledList.Empty, isAccepted);
            var compiled = CompiledList.Write(rows.Entries);
            var digest = Convert.ToHexStringLower(SHA256.HashData(compiled));
            var now = time.GetUtcNow();
            var date = DateOnly.FromDateTime((fetched.LastModified ?? now).UtcDateTime);
            var entry = new ManifestEntry(
                list.Name, CatalogueFolder.FileOf(list.Name, digest), digest, compiled.Length, rows.Entries.Count, date, now, fetched.Source.AbsoluteUri, fetched.ETag, fetched.LastModified, fetched.Bytes, fetched.Digest);
            folder.Put(manifest, entry, compiled, new(list.Name, now, null));
            var kept = last?.Entries().Count(one => rows.Contains(one.Key)) ?? 0;
            return new(list, RefreshResult.Refreshed, null, rows.Entries.Count, rows.Entries.Count - kept, (last?.Count ?? 0) - kept, fetched.Bytes, default);
        }
        finally
        {
            // Right or wrong, it was whole: the next attempt begins anew.
            PartMark.Drop(file);
        }
    }

    private static ListRows ReadRows(ListDeclaration list, string file)
    {
        var rows = new ListRows();

        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan))
        {
            list.Read(stream, rows);
        }

        if (list.HasHosts)
        {
            // Lists do name a registry's suffix now and then; as an entry it would speak for everybody under it.
            foreach (var host in rows.Entries.Keys.Where(ListChecks.IsRegistry).ToList())
            {
                rows.Remove(host);
                rows.CountUnread();
            }
        }

        return rows;
    }

    private void Note(Manifest manifest, ListAttempt attempt)
    {
        try
        {
            folder.Note(manifest, attempt);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The outcome says what went wrong; that it could not be written down adds nothing.
        }
    }
}
