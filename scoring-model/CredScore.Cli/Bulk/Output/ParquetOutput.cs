using CredScore.Exports.Columns;
using CredScore.Exports.Writing;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Writes rows as Parquet, as exports do.</summary>
internal sealed class ParquetOutput(ParquetSink<ExportRow> sink) : IRowOutput
{
    public static async Task<ParquetOutput> CreateAsync(Stream stream, IReadOnlyList<Column<ExportRow>> columns) => new(await ParquetSink.CreateAsync(stream, columns));

    public Func<CancellationToken, ValueTask> Prepare(RowResult row)
    {
        var flat = FlatRow.Of(row);
        return cancellationToken => sink.AddAsync(flat, cancellationToken);
    }

    public ValueTask CompleteAsync() => sink.CompleteAsync();

    public ValueTask DisposeAsync() => sink.DisposeAsync();
}
