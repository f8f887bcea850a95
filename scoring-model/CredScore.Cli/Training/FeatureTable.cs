namespace CredScore.Cli.Training;

/// <summary>Features of labelled pages: what a model is trained and measured on. No text, title or address is in it.</summary>
internal sealed class FeatureTable
{
    public FeatureTable(IReadOnlyList<string> names, IReadOnlyList<LabelledFeatures> rows)
    {
        Names = names;
        Rows = rows;
    }

    /// <summary>The columns of features, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<LabelledFeatures> Rows { get; }

    /// <summary>The same rows with these columns only, in this order; a missing one ends the command with a sentence.</summary>
    public FeatureTable Select(IReadOnlyList<string> names)
    {
        var positions = Names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var missing = names.Where(name => !positions.ContainsKey(name)).ToList();

        if (missing.Count > 0)
        {
            throw CommandFailure.BadInput($"The table lacks {Listed(missing)}: extract it again with this version of credscore.");
        }

        var columns = names.Select(name => positions[name]).ToArray();
        return new(names, [.. Rows.Select(row => row with { Values = [.. columns.Select(column => row.Values[column])] })]);
    }

    /// <summary>The rows at these positions.</summary>
    public FeatureTable At(IEnumerable<int> positions) => new(Names, [.. positions.Select(position => Rows[position])]);

    /// <summary>The first few of some names, and how many more there are.</summary>
    public static string Listed(IReadOnlyList<string> names)
        => names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
}
