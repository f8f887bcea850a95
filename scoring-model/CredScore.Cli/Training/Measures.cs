using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>How well probabilities agree with the grades that people gave.</summary>
internal sealed record Measures
{
    private const int Bins = 10;

    // Crossing answers give a grade no probability at all.
    private const double LeastProbability = 1e-6;

    public required int Pages { get; init; }

    /// <summary>Share of the pages whose most probable grade is the one given.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of the pages whose most probable grade is at most one away.</summary>
    public required double WithinOne { get; init; }

    /// <summary>Mean over the grades of the area under the curve of one grade against the rest.</summary>
    public required double Auc { get; init; }

    /// <summary>Rank correlation of the mean grade with the grade given (Spearman).</summary>
    public required double Spearman { get; init; }

    /// <summary>Mean of what the grade given was held unlikely by, in natural logarithms: the only measure here that no other probabilities can please by chance.</summary>
    public required double LogLoss { get; init; }

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
            Spearman = RankCorrelation.Of([.. probabilities.Select(Mean)], [.. grades.Select(grade => (double)grade)]),
            LogLoss = -probabilities.Select((page, index) => Math.Log(Math.Max(LeastProbability, page[(int)grades[index]]))).Average(),
            TopError = BinsOf(top).Sum(bin => bin.Share * Math.Abs(bin.Probability - bin.Frequency)),
            AllError = BinsOf(all).Sum(bin => bin.Share * Math.Abs(bin.Probability - bin.Frequency)),
            Confusion = confusion,
        };
    }

    /// <summary>Mean calibration error of probabilities that hold exactly, over many draws of what they speak of.</summary>
    public static double ErrorByChance(double[] probabilities)
    {
        var random = new Random(1);
        return Enumerable.Range(0, 500).Average(_ => BinsOf(probabilities.Select(probability => (probability, random.NextDouble() < probability))).Sum(bin => bin.Share * Math.Abs(bin.Probability - bin.Frequency)));
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

    private static double AreaUnderCurve(double[] scores, bool[] isMeant)
    {
        var ranks = RankCorrelation.Ranks(scores);
        var (meant, sum) = (isMeant.Count(yes => yes), ranks.Where((_, i) => isMeant[i]).Sum(rank => rank + 1));
        return (sum - (meant * (meant + 1) / 2.0)) / ((double)meant * (isMeant.Length - meant));
    }
}
