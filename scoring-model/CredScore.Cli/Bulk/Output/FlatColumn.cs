using System.Globalization;

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
internal sealed record FlatColumn(string Name, CellKind Kind, Func<RowResult, object?> Read)
{
    /// <summary>The cell as text; empty where unknown. Text cannot start a formula in a spreadsheet.</summary>
    public string Format(RowResult row) => Read(row) switch
    {
        null => string.Empty,
        string text => Guard(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"{Name} holds a {other.GetType().Name}."),
    };

    // https://owasp.org/www-community/attacks/CSV_Injection
    private static string Guard(string text)
        => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
