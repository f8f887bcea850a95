using CredScore.Exports.Writing;

namespace CredScore.Cli.Bulk.Output;

/// <summary>What an output's name asks for.</summary>
internal enum OutputKind
{
    JsonLines,
    Csv,
    Parquet,
}

/// <summary>The form of an output, told by the end of its name.</summary>
internal sealed record OutputForm(OutputKind Kind, TableForm Table)
{
    public const string Forms = ".jsonl, .csv, .jsonl.gz, .csv.gz, .jsonl.zst, .csv.zst or .parquet";

    /// <summary>Whether a later run can go on where one stopped.</summary>
    public bool CanResume => Kind is not OutputKind.Parquet && Table.Packing is Packing.None;

    /// <summary>The stream to write rows to: packing, when the form asks for it.</summary>
    public Stream Open(Stream file) => Table.Pack(file);

    public static OutputForm Of(string path) => TableForm.OfFile(path) switch
    {
        { Kind: TableKind.JsonLines } form => new(OutputKind.JsonLines, form),
        { Kind: TableKind.Csv } form => new(OutputKind.Csv, form),
        { } form => new(OutputKind.Parquet, form),
        null when path.EndsWith(".parquet.gz", StringComparison.OrdinalIgnoreCase) => throw CommandFailure.BadInput("Parquet is packed already: leave out the .gz."),
        null => throw CommandFailure.BadInput($"--out {path} does not say its form: its name ends in {Forms}."),
    };
}
