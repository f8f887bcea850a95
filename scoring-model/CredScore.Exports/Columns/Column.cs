using System.Globalization;

namespace CredScore.Exports.Columns;

/// <summary>What a cell of a column holds when it holds something.</summary>
public enum CellKind
{
    Text,
    Whole,
    Number,
}

/// <summary>What a reader of a table must know of a column.</summary>
/// <param name="Name">Header of the column.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Meaning">What it says, in sentences.</param>
public record ColumnFace(string Name, CellKind Kind, string Meaning)
{
    /// <summary>Unit of the numbers, such as <c>words</c>; null for text and for numbers without one.</summary>
    public string? Unit { get; init; }

    /// <summary>Least value; null where none is set.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest value; null where none is set.</summary>
    public double? Most { get; init; }

    /// <summary>The words that a cell of text is one of; empty where any text may stand.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Who says so: the site, the ruleset, the model, the catalogues or this service.</summary>
    public required string Source { get; init; }
}

/// <summary>A column of a table. Cells are read without boxing, since a table has millions.</summary>
/// <typeparam name="TRow">What a row is read from.</typeparam>
public sealed record Column<TRow> : ColumnFace
{
    internal Column(string name, CellKind kind, string meaning)
        : base(name, kind, meaning)
    {
    }

    /// <summary>Reads a cell of text; null where unknown. Only for columns of text.</summary>
    public Func<TRow, string?> Text { get; internal init; } = _ => null;

    /// <summary>Reads a whole number; null where unknown. Only for columns of whole numbers.</summary>
    public Func<TRow, long?> Whole { get; internal init; } = _ => null;

    /// <summary>Reads a number; null where unknown. Only for columns of numbers.</summary>
    public Func<TRow, double?> Number { get; internal init; } = _ => null;

    /// <summary>A cell for people to look at; empty where unknown.</summary>
    public string WordsOf(TRow row) => Kind switch
    {
        CellKind.Text => Text(row),
        CellKind.Whole => Whole(row)?.ToString(CultureInfo.InvariantCulture),
        _ => Number(row)?.ToString("0.####", CultureInfo.InvariantCulture),
    } ?? "";
}

/// <summary>Makes columns.</summary>
public static class Column
{
    public static Column<TRow> OfText<TRow>(string name, Func<TRow, string?> read, string meaning, string source, IReadOnlyList<string>? words = null)
        => new(name, CellKind.Text, meaning) { Text = read, Source = source, Words = words ?? [] };

    public static Column<TRow> OfWhole<TRow>(string name, Func<TRow, long?> read, string meaning, string source, string? unit = null)
        => new(name, CellKind.Whole, meaning) { Whole = read, Source = source, Unit = unit, Least = 0 };

    public static Column<TRow> OfNumber<TRow>(string name, Func<TRow, double?> read, string meaning, string source, string? unit = null, double? least = null, double? most = null)
        => new(name, CellKind.Number, meaning) { Number = read, Source = source, Unit = unit, Least = least, Most = most };
}
