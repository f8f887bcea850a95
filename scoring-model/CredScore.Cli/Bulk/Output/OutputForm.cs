using System.IO.Compression;

namespace CredScore.Cli.Bulk.Output;

/// <summary>What an output's name asks for.</summary>
internal enum OutputKind
{
    JsonLines,
    Csv,
    Parquet,
}

/// <summary>The form of an output, told by the end of its name.</summary>
internal sealed record OutputForm(OutputKind Kind, bool IsPacked)
{
    public const string Forms = ".jsonl, .csv, .jsonl.gz, .csv.gz or .parquet";

    /// <summary>Whether a later run can go on where one stopped.</summary>
    public bool CanResume => Kind is not OutputKind.Parquet && !IsPacked;

    /// <summary>The stream to write rows to: packing, when the form asks for it.</summary>
    public Stream Open(Stream file) => IsPacked ? new GZipStream(file, CompressionLevel.Fastest) : file;

    public static OutputForm Of(string path)
    {
        var isPacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var name = isPacked ? path[..^3] : path;

        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" => new(OutputKind.JsonLines, isPacked),
            ".csv" => new(OutputKind.Csv, isPacked),
            ".parquet" when !isPacked => new(OutputKind.Parquet, IsPacked: false),
            ".parquet" => throw CommandFailure.BadInput("Parquet is packed already: leave out the .gz."),
            _ => throw CommandFailure.BadInput($"--out {path} does not say its form: its name ends in {Forms}."),
        };
    }
}
