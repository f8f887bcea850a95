namespace CredScore.Cli.Bulk.Output;

/// <summary>What a cell of a column holds when it holds something.</summary>
internal enum CellKind
{
    Text,
    Integer,
    Number,
}

/// <summary>A column of a flat export.</summary>
/// <param name="Name">Header of the column.</param>
/// <param name="Kind">Text for <see cref="string"/>, integer for <see cref="long"/>, number for <see cref="double"/>.</param>
/// <param name="Read">The cell of a row; null where unknown.</param>
internal sealed record FlatColumn(string Name, CellKind Kind, Func<RowResult, object?> Read);
