namespace CredScore.Cli.Training;

/// <summary>Joins rows that must stay on one side of a split: the same channel in any set, and the same title or long description under different channels.</summary>
internal static class TextGroups
{
    // A shorter description may be the same by chance ("Subscribe!").
    private const int ShortestShared = 40;

    /// <summary>The rows with their groups, numbered in order of first appearance.</summary>
    public static IReadOnlyList<TextRow> Assign(IReadOnlyList<TextRow> rows, bool joinsSameTexts = true)
    {
        var parents = Enumerable.Range(0, rows.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var key in KeysOf(rows[i], joinsSameTexts))
            {
                if (!first.TryAdd(key, i))
                {
                    Join(parents, first[key], i);
                }
            }
        }

        return [.. rows.Select((row, i) => row with { Group = Find(parents, i) })];
    }

    private static IEnumerable<string> KeysOf(TextRow row, bool joinsSameTexts)
    {
        if (Plain(row.Text.ChannelName) is { Length: > 0 } channel)
        {
            yield return "c " + channel;
        }

        if (!joinsSameTexts)
        {
            yield break;
        }

        if (Plain(row.Text.Title) is { Length: > 0 } title)
        {
            yield return "t " + title;
        }

        if (Plain(row.Text.Description) is { Length: >= ShortestShared } description)
        {
            yield return "d " + description;
        }
    }

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // The smaller row is always the parent, so that numbers do not depend on the order of joining.
    private static void Join(int[] parents, int left, int right)
    {
        var (a, b) = (Find(parents, left), Find(parents, right));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(int[] parents, int row)
    {
        while (parents[row] != row)
        {
            row = parents[row] = parents[parents[row]];
        }

        return row;
    }
}
