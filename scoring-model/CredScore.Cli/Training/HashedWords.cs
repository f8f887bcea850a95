using System.Runtime.InteropServices;
using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>
/// What words alone would add: the words of a text, hashed, weighed by a linear regression on the grade. It is measured and not shipped, since words name subjects.
/// </summary>
internal sealed class HashedWords
{
    private const int Places = 1 << 16;
    private const int Rounds = 12;
    private const float Decay = 1e-6f;

    private readonly (int Place, float Weight)[][] _pages;

    private HashedWords((int Place, float Weight)[][] pages) => _pages = pages;

    /// <summary>Reads the texts of the table's pages, which must be the input's in its order.</summary>
    public static HashedWords Read(string path, FeatureTable table)
    {
        using var input = InputFile.Open(path, new());
        var pages = input.Rows().AsParallel().AsOrdered().Select(row => row.Read()).Select(page => (page.Id.Text, Words: Weigh(GradeMarks.Remove(page.Text ?? "")))).ToArray();

        return pages.Select(page => page.Text).SequenceEqual(table.Rows.Select(row => row.Id))
            ? new([.. pages.Select(page => page.Words)])
            : throw CommandFailure.BadInput($"{path} does not hold the pages of the table in its order.");
    }

    /// <summary>The table's inputs of some rows with what the words say of the grade: of rows to learn from by regressions without them, of others by one on all of these.</summary>
    public (FeatureTable Train, FeatureTable Test) Add(FeatureTable table, int[] train, int[] test)
    {
        var said = new float[_pages.Length];

        foreach (var half in new[] { 0, 1 })
        {
            // Groups stay together: pages of like titles share their words.
            var others = train.Where(row => table.Rows[row].Group % 2 != half).ToArray();
            Ask(Fit(table, others), train.Where(row => table.Rows[row].Group % 2 == half), said);
        }

        Ask(Fit(table, train), test, said);
        return (With(table, train, said), With(table, test, said));
    }

    private static FeatureTable With(FeatureTable table, int[] rows, float[] said)
        => new([.. table.Names, "words"], [.. rows.Select(row => table.Rows[row] with { Values = [.. table.Rows[row].Values, said[row]] })]);

    private void Ask((float[] Weights, float Bias) fit, IEnumerable<int> rows, float[] said)
    {
        foreach (var row in rows)
        {
            said[row] = Say(fit, _pages[row]);
        }
    }

    // Least squares by steps along each page's error, smaller every round: the same rows give the same weights.
    private (float[] Weights, float Bias) Fit(FeatureTable table, int[] rows)
    {
        var (weights, bias) = (new float[Places], 2.5f);
        var order = (int[])rows.Clone();
        var random = new Random(1);

        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = 1f / (1 + round);

            foreach (var row in order)
            {
                var error = (int)table.Rows[row].Grade - Say((weights, bias), _pages[row]);
                bias += 0.01f * step * error;

                foreach (var (place, weight) in _pages[row])
                {
                    weights[place] += step * ((error * weight) - (Decay * weights[place]));
                }
            }
        }

        return (weights, bias);
    }

    private static float Say((float[] Weights, float Bias) fit, (int Place, float Weight)[] page)
    {
        var sum = fit.Bias;

        foreach (var (place, weight) in page)
        {
            sum += fit.Weights[place] * weight;
        }

        return sum;
    }

    // One and the logarithm of how often, of length one together.
    private static (int Place, float Weight)[] Weigh(string text)
    {
        var counts = new Dictionary<int, int>();

        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var hash = 2166136261u;

            while (end < text.Length && char.IsLetter(text[end]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[end++])) * 16777619u;
            }

            if (end - i > 1)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (int)((hash ^ (hash >> 16)) % Places), out _)++;
            }

            i = Math.Max(end, i + 1);
        }

        var weights = counts.Select(pair => (pair.Key, Weight: 1 + MathF.Log(pair.Value))).ToArray();
        var length = MathF.Sqrt(weights.Sum(pair => pair.Weight * pair.Weight));
        return [.. weights.Select(pair => (pair.Key, pair.Weight / length))];
    }
}
