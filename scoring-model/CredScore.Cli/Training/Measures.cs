using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>How well probabilities agree with the grades that people gave.</summary>
internal sealed record Measures
{
    private const int Bins = 10;

    public required int Pages { get; init; }

    /// <summary>Share of the pages whose most probable grade is the one given.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of the pages whose most probable grade is at most one away.</summary>
    public required double WithinOne { get; init; }

    /// <summary>Mean over the grades of the area under the curve of one grade against the rest.</summary>
    public required double Auc { get; init; }

    /// <summary>Rank correlation of the mean grade with the grade given (Spearman).</summary>
    public required double Spearman { get; init; }

    /// <summary>Expected calibration error of the most probable grade, over ten bins of equal width.</summary>
    public required double TopError { get; init; }

    /// <summary>Expected calibration error over the probabilities of all grades.</summary>
    public required double AllError { get; init; }

    /// <summary>Rows: the grade given; columns: the most probable grade.</summary>
    public required int[][] Confusion { get; init; }

    public static Measures Of(IReadOnlyList<double[]> probabilities, IReadOnlyList<Grade> grades)
    {
        var guesses = probabilities.Select(page => Array.IndexOf(page, page.Max())).ToArray();
        var confusion = Grades.All.Select(_ => new int[Grades.Count]).ToArray();

        for (var i = 0; i < guesses.Length; i++)
        {
            confusion[(int)grades[i]][guesses[i]]++;
        }

        var top = guesses.Select((guess, page) => (probabilities[page][guess], guess == (int)grades[page]));
        var all = probabilities.SelectMany((page, index) => page.Select((probability, grade) => (probability, grade == (int)grades[index])));

        return new()
        {
            Pages = guesses.Length,
            Accuracy = guesses.Where((guess, page) => guess == (int)grades[page]).Count() / (double)guesses.Length,
            WithinOne = guesses.Where((guess, page) => Math.Abs(guess - (int)grades[page]) <= 1).Count() / (double)guesses.Length,
            Auc = Grades.All.Average(grade => AreaUnderCurve([.. probabilities.Select(page => page[(int)grade])], [.. grades.Select(given => given == grade)])),
            Spearman = Correlation([.. probabilities.Select(Mean)], [.. grades.Select(grade => (double)grade)]),
            TopError = BinsOf(top).Sum(bin => bin.Share * Math.Abs(bin.Probability - bin.Frequency)),
            AllError = BinsOf(all).Sum(bin => bin.Share * Math.Abs(bin.Probability - bin.Frequency)),
            Confusion = confusion,
        };
    }

    public override string ToString() => FormattableString.Invariant(
        $"accuracy {Accuracy:0.000}, within one class {WithinOne:0.000}, macro AUC {Auc:0.000}, Spearman {Spearman:0.000}, calibration error {TopError:0.000} (most probable class) and {AllError:0.000} (all), {Pages:N0} articles");

    public static double Mean(double[] page) => page.Select((probability, grade) => probability * grade).Sum();

    /// <summary>Mean probability and observed frequency in bins of equal width.</summary>
    public static IReadOnlyList<(double Probability, double Frequency, double Share)> BinsOf(IEnumerable<(double Probability, bool IsRight)> answers)
    {
        var list = answers.ToList();
        return [.. list.GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Probability * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => (bin.Average(answer => answer.Probability), bin.Average(answer => answer.IsRight ? 1.0 : 0.0), bin.Count() / (double)list.Count))];
    }

    /// <summary>Rank correlation with mean ranks for ties (Spearman 1904, doi 10.2307/1412159); NaN when one side does not vary.</summary>
    public static double Correlation(double[] left, double[] right)
    {
        var (x, y) = (Ranks(left), Ranks(right));
        var mean = (x.Length - 1) / 2.0;
        var products = x.Zip(y).Sum(pair => (pair.First - mean) * (pair.Second - mean));
        return products / Math.Sqrt(x.Sum(rank => (rank - mean) * (rank - mean)) * y.Sum(rank => (rank - mean) * (rank - mean)));
    }

    private static double AreaUnderCurve(double[] scores, bool[] isMeant)
    {
        var ranks = Ranks(scores);
        var (meant, sum) = (isMeant.Count(yes => yes), ranks.Where((_, i) => isMeant[i]).Sum(rank => rank + 1));
        return (sum - (meant * (meant + 1) / 2.0)) / ((double)meant * (isMeant.Length - meant));
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];

        for (var start = 0; start < order.Length;)
        {
            var end = start;

            while (end + 1 < order.Length && values[order[end + 1]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i <= end; i++)
            {
                ranks[order[i]] = (start + end) / 2.0;
            }

            start = end + 1;
        }

        return ranks;
    }
}
