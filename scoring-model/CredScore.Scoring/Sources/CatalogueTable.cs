namespace CredScore.Scoring.Sources;

/// <summary>Reads a catalogue file: tab-separated cells under a line of column names, with <c>|</c> between the items of a cell.</summary>
internal static class CatalogueTable
{
    /// <summary>The rows under the header.</summary>
    /// <param name="name">Name of the file without its extension, for messages.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="columns">The columns the header must have, in order.</param>
    public static IEnumerable<string[]> Read(string name, string text, IReadOnlyList<string> columns)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        if (lines.Length == 0 || !lines[0].Split('\t').SequenceEqual(columns))
        {
            throw new InvalidDataException($"{name}.tsv must start with the columns {string.Join(", ", columns)}.");
        }

        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');

            if (cells.Length != columns.Count)
            {
                throw new InvalidDataException($"{name}.tsv has {cells.Length} cells where {columns.Count} belong: {lines[i]}");
            }

            yield return cells;
        }
    }

    /// <summary>The items of a cell.</summary>
    public static string[] Items(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The source type a cell names in camel case; false for what is none.</summary>
    public static bool TryTypeOf(string cell, out SourceType type) => Enum.TryParse(cell, ignoreCase: true, out type);

    /// <summary>The source type a cell names in camel case.</summary>
    public static SourceType TypeOf(string name, string cell) => Enum.TryParse<SourceType>(cell, ignoreCase: true, out var type)
        ? type
        : throw new InvalidDataException($"{name}.tsv names an unknown source type: {cell}");
}
