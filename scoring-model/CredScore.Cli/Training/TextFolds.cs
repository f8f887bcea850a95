namespace CredScore.Cli.Training;

/// <summary>Parts groups among folds so that each fold has about as many rows of each label.</summary>
internal static class TextFolds
{
    /// <summary>The fold of each group that occurs among the rows, 0 to count − 1. The same seed gives the same folds.</summary>
    public static Dictionary<int, int> Assign(IEnumerable<TextRow> rows, int count, int seed)
    {
        var random = new Random(seed);
        var groups = rows.GroupBy(row => row.Group).OrderBy(group => group.Key).Select(group => (Rows: group.ToList(), Order: random.NextDouble())).ToList();
        var folds = new Dictionary<int, int>();
        var (promoting, debunking) = (new int[count], new int[count]);

        // Large groups first: what is small then evens out.
        foreach (var (group, _) in groups.OrderByDescending(group => group.Rows.Count).ThenBy(group => group.Order))
        {
            var (more, less) = (group.Count(row => row.Label > 0), group.Count(row => row.Label < 0));
            var fold = Enumerable.Range(0, count).MinBy(i => (more > 0 ? promoting[i] : 0) + (less > 0 ? debunking[i] : 0));
            promoting[fold] += more;
            debunking[fold] += less;
            folds.Add(group[0].Group, fold);
        }

        return folds;
    }
}
