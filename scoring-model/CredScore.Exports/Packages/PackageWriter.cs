using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CredScore.Exports.Packages;

/// <summary>Puts a table into a zip with all that is needed to cite it, to load it and to get the same numbers again. The same table gives the same bytes.</summary>
public static class PackageWriter
{
    // Zip cannot say “no time”: this is the earliest that it knows.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The files beside the table, by name, the checksums last.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Describe(PackageContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        List<KeyValuePair<string, byte[]>> files =
        [
            new("datapackage.json", DataPackage.Write(contents)),
            new("croissant.json", Croissant.Write(contents)),
            new("dictionary.csv", Dictionary.Write(contents)),
            new("CITATION.cff", Text(Prose.Citation(contents))),
            new("README.md", Text(Prose.ReadMe(contents))),
            new("LICENSE.txt", Text(Prose.Licence)),
            new("examples/load.py", Text(Prose.Python(contents))),
            new("examples/load.sql", Text(Prose.Sql(contents))),
            new("examples/load.R", Text(Prose.R(contents))),
            .. contents.NotHelpful is { } links ? [KeyValuePair.Create(NotHelpful.FileName, NotHelpful.Write(links))] : Array.Empty<KeyValuePair<string, byte[]>>(),
            .. contents.Rulesets.Select(ruleset => KeyValuePair.Create($"rulesets/{ruleset.Key.Replace('/', '-')}.json", ruleset.Value.ToArray())),
        ];
        files.Add(new("SHA256SUMS", Text(string.Concat(files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}\n").Prepend($"{contents.Sha256}  {contents.File}\n")))));
        return files;
    }

    /// <summary>Writes the package to a stream.</summary>
    public static async Task WriteAsync(Stream stream, PackageContents contents, string table, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

        foreach (var (name, bytes) in Describe(contents))
        {
            await using var entry = Open(zip, name, CompressionLevel.Optimal);
            await entry.WriteAsync(bytes, cancellationToken);
        }

        // What is packed already is only copied.
        var isPacked = contents.Form is { Kind: Writing.TableKind.Parquet } or { Packing: not Writing.Packing.None };
        await using var data = Open(zip, contents.File, isPacked ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        await using var file = File.OpenRead(table);
        await file.CopyToAsync(data, cancellationToken);
    }

    private static Stream Open(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
}
