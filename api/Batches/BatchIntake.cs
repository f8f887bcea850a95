using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Batches;

/// <summary>Receives a list as it arrives and makes a batch of it, whole or not at all.</summary>
internal sealed class BatchIntake(BatchStore store, BatchWake wake, RulesetShelf rulesets, IOptions<BatchOptions> options, TimeProvider time) : IDisposable
{
    private const int RowsAtOnce = 5000;

    private readonly SemaphoreSlim _places = new(options.Value.MostReceiving);

    /// <summary>Reads a list by what its sender calls it. Throws <see cref="RefusedException"/>, and then nothing was kept.</summary>
    /// <param name="actor">To whom it will belong.</param>
    /// <param name="body">The list.</param>
    /// <param name="mediaType">Its kind.</param>
    /// <param name="settingOf">Settings that stand beside the list, by name.</param>
    /// <param name="cancellationToken">Ends it when the sender leaves.</param>
    public async Task<StoredBatch> ReceiveAsync(Actor actor, Stream body, string? mediaType, Func<string, string?> settingOf, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(0, cancellationToken))
        {
            throw BatchProblems.Busy;
        }

        try
        {
            await using var list = await ListReader.UnpackAsync(body, options.Value.MostBytes, options.Value.MostMegabytes, cancellationToken);

            switch (mediaType)
            {
                case "application/json":
                    var json = new JsonListReader();
                    return await ReceiveAsync(actor, json.ReadAsync(list, cancellationToken), name => settingOf(name) ?? json.Settings.GetValueOrDefault(name), cancellationToken);
                case "text/csv" or "text/plain":
                    return await ReceiveAsync(actor, ListReader.ReadAsync(list, mediaType == "text/csv", cancellationToken), settingOf, cancellationToken);
                default:
                    throw BatchProblems.NotAList;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Refuses by its length a list that would be refused in the end, before a byte of it is read.</summary>
    public void ThrowIfTooLarge(long? length)
    {
        if (length > options.Value.MostBytes)
        {
            throw BatchProblems.TooLarge(options.Value.MostMegabytes);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<StoredBatch> ReceiveAsync(Actor actor, IAsyncEnumerable<GivenRow> rows, Func<string, string?> settingOf, CancellationToken cancellationToken)
    {
        var batch = await store.BeginAsync(actor, options.Value.MostOpen, cancellationToken);

        try
        {
            var count = await KeepAsync(batch.Id, rows, cancellationToken);
            var settings = await BatchSettings.ReadAsync(settingOf, options.Value, rulesets, time.GetUtcNow(), cancellationToken);

            if (count == 0 == settings.Gathering is null)
            {
                throw BatchProblems.Invalid("Send either addresses, at least one, or a category, wikiProject or playlist.");
            }

            batch = await store.OpenAsync(batch.Id, settings, cancellationToken);
        }
        catch (Exception exception)
        {
            // Nothing half received is left as if whole, whoever broke it off.
            await store.DropAsync(batch.Id);
            throw exception is InvalidDataException or EndOfStreamException ? BatchProblems.Broken : exception;
        }

        await wake.WakeAsync(CancellationToken.None);
        return batch;
    }

    private async Task<int> KeepAsync(int batch, IAsyncEnumerable<GivenRow> rows, CancellationToken cancellationToken)
    {
        var (known, piece, number) = (new Dictionary<UInt128, int>(), new List<StoredBatchRow>(RowsAtOnce), 0);

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++number > options.Value.MostRows)
            {
                throw BatchProblems.TooManyRows(options.Value.MostRows);
            }

            piece.Add(RowOf(batch, number, row, known));

            if (piece.Count == RowsAtOnce)
            {
                await store.AddRowsAsync(batch, piece, cancellationToken);
                piece.Clear();
            }
        }

        await store.AddRowsAsync(batch, piece, cancellationToken);
        return number;
    }

    private StoredBatchRow RowOf(int batch, int number, GivenRow given, Dictionary<UInt128, int> known)
    {
        var row = new StoredBatchRow { BatchId = batch, Number = number, Asked = given.Address[..Math.Min(given.Address.Length, StoredBatchRow.LongestText)], State = BatchRowState.Waiting };

        if (given.Fault is { } fault)
        {
            return End(row, BatchRowState.NotScorable, fault.Reason, fault.Text);
        }

        if (RevisionOf(given, out var revision) is { } noRevision)
        {
            return End(row, BatchRowState.NotScorable, noRevision.Reason, noRevision.Text);
        }

        if (RowAddress.Read(given.Address, revision, out var why) is not { } address)
        {
            return End(row, BatchRowState.NotScorable, why!.Reason, why.Text);
        }

        (row.Key, row.Revision, row.Site) = (address.Key, address.Revision, RowAddress.SiteOf(address.Kind));

        if (!known.TryAdd(HashOf(address), number))
        {
            row.SameAs = known[HashOf(address)];
            return End(row, BatchRowState.Duplicate, "duplicate", string.Create(CultureInfo.InvariantCulture, $"Row {row.SameAs} has the same page."));
        }

        return row;
    }

    private StoredBatchRow End(StoredBatchRow row, BatchRowState state, string reason, string text)
    {
        (row.State, row.Reason, row.Detail, row.EndedAt) = (state, reason, text, time.GetUtcNow().UtcDateTime);
        return row;
    }

    private static RowFault? RevisionOf(GivenRow given, out long? revision)
    {
        revision = long.TryParse(given.Revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return given.Revision is { Length: > 0 } && revision is null ? RowFault.Revision : null;
    }

    private static UInt128 HashOf(PageAddress address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{address.Key}@{address.Revision}")), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
