using System.Security.Cryptography;
using System.Text.Json;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Refreshing;

/// <summary>
/// A folder of refreshed lists. Whoever reads it finds the old lists or the new ones, whole, whenever a refresh is stopped: a list is written beside the others under the
/// name of its digest, and used once the manifest, replaced in one step, names it.
/// </summary>
public sealed class CatalogueFolder(string path)
{
    private const string ManifestName = "manifest.json";
    private const string Compiled = ".list";
    private const string Unfinished = ".tmp";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string ManifestFile => File(ManifestName);

    /// <summary>The manifest; empty in a new folder. Throws <see cref="CatalogueFaultException"/> when it cannot be read.</summary>
    public Manifest ReadManifest()
    {
        try
        {
            return System.IO.File.Exists(ManifestFile) ? Manifest.Parse(System.IO.File.ReadAllBytes(ManifestFile)) : Manifest.Empty;
        }
        catch (JsonException exception)
        {
            throw new CatalogueFaultException($"{ManifestFile} is no manifest of lists. Delete it, and the next refresh fetches the lists anew.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueFaultException($"{ManifestFile} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The lists in use. A list whose file is missing or damaged is left out, with a sentence for the operator.</summary>
    public RefreshedLists Open(ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);

        // A refresh may take a list away between the look at the manifest and the look at the file: then the manifest has changed too.
        var found = Open(ReadManifest(), faults);
        return faults.Count == 0 ? found : OpenAgain(faults);
    }

    /// <summary>Holds the folder against a second refresh. Throws <see cref="CatalogueFaultException"/> when one is running.</summary>
    public IDisposable Hold()
    {
        try
        {
            Directory.CreateDirectory(Path);
            return new FileStream(File("refresh.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new CatalogueFaultException($"Another refresh works in {Path}, or the folder cannot be written to: {exception.Message}", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new CatalogueFaultException($"{Path} cannot be written to.", exception);
        }
    }

    /// <summary>Where a download waits until it is whole.</summary>
    internal string PartOf(string name) => File($"{name}.part");

    /// <summary>Puts a list in the place of the one before: the file first, the manifest last, each on the disk before the next.</summary>
    internal void Put(Manifest before, ManifestEntry entry, byte[] compiled, ListAttempt attempt)
    {
        Replace(File(entry.File), compiled);
        Replace(ManifestFile, before.With(entry).With(attempt).Write());
        DropUnused(ReadManifest());
    }

    /// <summary>Notes an attempt without a new list.</summary>
    internal void Note(Manifest before, ListAttempt attempt) => Replace(ManifestFile, before.With(attempt).Write());

    /// <summary>The list that an entry names; null when it is missing or damaged.</summary>
    internal CompiledList? Read(ManifestEntry entry) => Read(entry, []);

    internal static string FileOf(string name, string digest) => $"{name}.{digest[..16]}{Compiled}";

    private RefreshedLists OpenAgain(ICollection<string> faults)
    {
        faults.Clear();
        return Open(ReadManifest(), faults);
    }

    private RefreshedLists Open(Manifest manifest, ICollection<string> faults)
        => RefreshedLists.Of(manifest.Lists.Select(entry => (entry, List: Read(entry, faults))).Where(pair => pair.List is not null).Select(pair => new RefreshedList(pair.entry.Name, pair.entry.Date, pair.entry.Digest, pair.List!)).ToList());

    private CompiledList? Read(ManifestEntry entry, ICollection<string> faults)
    {
        try
        {
            var bytes = System.IO.File.ReadAllBytes(File(System.IO.Path.GetFileName(entry.File)));

            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == entry.Digest)
            {
                return CompiledList.Open(bytes);
            }

            faults.Add($"{entry.File} is not the file that was written; the list {entry.Name} is not used until the next refresh.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            faults.Add($"{entry.File} cannot be read, so the list {entry.Name} is not used: {exception.Message}");
        }

        return null;
    }

    private static void Replace(string file, byte[] content)
    {
        var beside = $"{file}{Unfinished}";

        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(beside, file, overwrite: true);
    }

    // Programs that read the lists hold them in memory: a file that is no longer named serves nobody.
    private void DropUnused(Manifest manifest)
    {
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => file.EndsWith(Compiled, StringComparison.Ordinal) || file.EndsWith(Unfinished, StringComparison.Ordinal)))
        {
            if (manifest.Lists.All(list => list.File != System.IO.Path.GetFileName(file)))
            {
                System.IO.File.Delete(file);
            }
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>The folder of lists cannot be used; the message says why and what to do.</summary>
public sealed class CatalogueFaultException : Exception
{
    public CatalogueFaultException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
