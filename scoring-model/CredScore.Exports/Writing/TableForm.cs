using System.IO.Compression;
using CredScore.Exports.Columns;
using ZstdSharp;

namespace CredScore.Exports.Writing;

/// <summary>How a table is written.</summary>
public enum TableKind
{
    Csv,
    JsonLines,
    Parquet,
}

/// <summary>How a text form is packed.</summary>
public enum Packing
{
    None,
    Gzip,
    Zstandard,
}

/// <summary>The form of a file with a table, told by the end of its name.</summary>
/// <param name="Kind">How the table is written.</param>
/// <param name="Packing">How it is packed; Parquet packs by itself.</param>
public sealed record TableForm(TableKind Kind, Packing Packing)
{
    // Zstandard's usual level: as small as gzip's best, and several times as fast.
    private const int ZstandardLevel = 3;

    private static readonly Dictionary<string, TableForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csv"] = new(TableKind.Csv, Packing.None),
        ["csv.gz"] = new(TableKind.Csv, Packing.Gzip),
        ["csv.zst"] = new(TableKind.Csv, Packing.Zstandard),
        ["jsonl"] = new(TableKind.JsonLines, Packing.None),
        ["jsonl.gz"] = new(TableKind.JsonLines, Packing.Gzip),
        ["jsonl.zst"] = new(TableKind.JsonLines, Packing.Zstandard),
        ["parquet"] = new(TableKind.Parquet, Packing.None),
    };

    /// <summary>The endings that there are, without the dot in front.</summary>
    public static IReadOnlyCollection<string> Endings => Forms.Keys;

    /// <summary>What a file's name ends in, without the dot in front.</summary>
    public string Ending => Forms.First(pair => pair.Value == this).Key;

    public string MediaType => (Kind, Packing) switch
    {
        (_, Packing.Gzip) => "application/gzip",
        (_, Packing.Zstandard) => "application/zstd",
        (TableKind.Csv, _) => "text/csv; charset=utf-8; header=present",
        (TableKind.JsonLines, _) => "application/jsonl; charset=utf-8",
        _ => "application/vnd.apache.parquet",
    };

    /// <summary>The form that an ending such as <c>csv.gz</c> names; null for one that there is not.</summary>
    public static TableForm? Find(string? ending) => ending is null ? null : Forms.GetValueOrDefault(ending);

    /// <summary>The form of a file; null when its name ends in none of <see cref="Endings"/>.</summary>
    public static TableForm? OfFile(string path) => Forms
        .Where(pair => path.EndsWith($".{pair.Key}", StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Value)
        .FirstOrDefault();

    /// <summary>Opens a sink over a file; whoever disposes the sink closes the file.</summary>
    public async Task<IRowSink<TRow>> OpenAsync<TRow>(Stream file, IReadOnlyList<Column<TRow>> columns) => Kind switch
    {
        TableKind.Csv => new TextSink<TRow>(Pack(file), new CsvRows<TRow>(columns)),
        TableKind.JsonLines => new TextSink<TRow>(Pack(file), new JsonRows<TRow>(columns)),
        _ => await ParquetSink.CreateAsync(file, columns),
    };

    /// <summary>The stream to write text to.</summary>
    public Stream Pack(Stream file) => Packing switch
    {
        Packing.Gzip => new GZipStream(file, CompressionLevel.Fastest),
        Packing.Zstandard => new CompressionStream(file, ZstandardLevel, leaveOpen: false),
        _ => file,
    };

    /// <summary>The stream to read text from.</summary>
    public Stream Unpack(Stream file) => Packing switch
    {
        Packing.Gzip => new GZipStream(file, CompressionMode.Decompress),
        Packing.Zstandard => new DecompressionStream(file, leaveOpen: false),
        _ => file,
    };
}
