using System.Collections.Concurrent;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Storage;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Exports;

/// <summary>
/// The exports, a folder for each: what was asked for and how far it is, the table and its package. What is written stands under another name until it is whole, so that a
/// folder never shows half a file. Throws <see cref="RefusedException"/> for what cannot be done.
/// </summary>
internal sealed class ExportShelf(StorageLocation location, IOptions<ExportOptions> options, TimeProvider time) : IDisposable
{
    public const string PackageName = "package.zip";
    public const string MembersName = "members.bin";

    private const string StateName = "export.json";

    // How far those are that run now; what stands in a folder is as of its last change of state.
    private readonly ConcurrentDictionary<Guid, StoredExport> _running = new();
    private readonly SemaphoreSlim _making = new(1);

    private string Root => options.Value.Directory is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(location.File))!, "exports");

    public string FolderOf(Guid id) => Path.Combine(Root, id.ToString("N"));

    /// <summary>Makes room for an export and writes down what is wanted.</summary>
    public async Task<StoredExport> AddAsync(Actor actor, ExportRequest request, CancellationToken cancellationToken)
    {
        await _making.WaitAsync(cancellationToken);

        try
        {
            var most = options.Value.MostUnfinished;

            if (await ListAllAsync(cancellationToken) is var all && all.Count(export => export.IsUnfinished && export.OwnerId == actor.Id) >= most)
            {
                throw ExportProblems.TooMany(most);
            }

            var export = new StoredExport { Id = Guid.NewGuid(), OwnerId = actor.Id, Request = request, MadeAt = time.GetUtcNow() };
            Directory.CreateDirectory(FolderOf(export.Id));
            await SaveAsync(export, cancellationToken);
            return export;
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>The exports that a person may see, the newest first: their own, an owner every one.</summary>
    public async Task<IReadOnlyList<StoredExport>> ListAsync(Actor actor, CancellationToken cancellationToken)
        => [.. (await ListAllAsync(cancellationToken)).Where(export => IsOf(export, actor)).OrderByDescending(export => export.MadeAt).ThenBy(export => export.Id)];

    /// <summary>Every export there is.</summary>
    public async Task<IReadOnlyList<StoredExport>> ListAllAsync(CancellationToken cancellationToken)
    {
        var exports = new List<StoredExport>();

        foreach (var folder in Directory.Exists(Root) ? Directory.EnumerateDirectories(Root) : [])
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out var id) && await FindAsync(id, cancellationToken) is { } export)
            {
                exports.Add(export);
            }
        }

        return exports;
    }

    /// <summary>An export that this person may see.</summary>
    public async Task<StoredExport> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
        => await FindAsync(id, cancellationToken) is { } export && IsOf(export, actor) ? export : throw ExportProblems.Missing;

    public async Task DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var export = await GetAsync(actor, id, cancellationToken);

        if (export.State is ExportState.Running)
        {
            throw ExportProblems.NotReady("running, and can be deleted afterwards");
        }

        Directory.Delete(FolderOf(export.Id), recursive: true);
    }

    public async Task<StoredExport?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (_running.TryGetValue(id, out var running))
        {
            return running;
        }

        var state = Path.Combine(FolderOf(id), StateName);
        return File.Exists(state) ? ExportJson.Read(await File.ReadAllBytesAsync(state, cancellationToken)) : null;
    }

    /// <summary>Says how far an export is that runs.</summary>
    public void Report(StoredExport export) => _running[export.Id] = export;

    /// <summary>Writes the state down; what is no longer running is told from its folder again.</summary>
    public async Task SaveAsync(StoredExport export, CancellationToken cancellationToken)
    {
        var state = Path.Combine(FolderOf(export.Id), StateName);
        await File.WriteAllBytesAsync($"{state}.part", ExportJson.Write(export), cancellationToken);
        File.Move($"{state}.part", state, overwrite: true);

        if (export.State is not ExportState.Running)
        {
            _running.TryRemove(export.Id, out _);
        }
    }

    /// <summary>Deletes exports that have outlived their time; answers with how many.</summary>
    public async Task<int> DeleteOutlivedAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var outlived = (await ListAllAsync(cancellationToken)).Where(export => !export.IsUnfinished && (export.EndedAt ?? export.MadeAt) < end).ToList();
        outlived.ForEach(export => Directory.Delete(FolderOf(export.Id), recursive: true));
        return outlived.Count;
    }

    public void Dispose() => _making.Dispose();

    private static bool IsOf(StoredExport export, Actor actor) => export.OwnerId == actor.Id || actor.IsOwner;
}
