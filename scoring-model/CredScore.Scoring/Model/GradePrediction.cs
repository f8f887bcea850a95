namespace CredScore.Scoring.Model;

/// <summary>What the model expects reviewers to grade an article, and what moved it there.</summary>
public sealed class GradePrediction
{
    // https://en.wikipedia.org/wiki/Wikipedia:Content_assessment: shares of the grades in the whole encyclopedia.
    private static readonly double[] NaturalShares = [0.576, 0.322, 0.054, 0.035, 0.010, 0.003];

    // What is seen nowhere in training is read as the most extreme that was. That is harmless where the trees hardly ask, and a guess where they do.
    private const double MostOutside = 0.05;

    private readonly double[] _probabilities;

    internal GradePrediction(double[] probabilities, double start, double[] effects, double ofLength, IReadOnlyList<int> outside)
    {
        _probabilities = probabilities;
        Start = start;
        Effects = effects;
        BeyondLength = Math.Clamp(Expected - ofLength, 0, Grades.Count - 1);
        Outside = outside;
    }

    /// <summary>Probability of each grade, in order; they add up to one. As if all grades were equally frequent, as they are in the training set.</summary>
    public IReadOnlyList<double> Probabilities => _probabilities;

    /// <summary>The most probable grade.</summary>
    public Grade Grade => MostProbable(_probabilities);

    /// <summary>Mean grade, 0 stub to 5 featured.</summary>
    public double Expected => Mean(_probabilities);

    /// <summary>The mean grade without what the features that follow the number of words added, 0 to 5.</summary>
    public double BeyondLength { get; }

    /// <summary>The mean grade before anything is known of the page; with all effects it adds up to <see cref="Expected"/>.</summary>
    public double Start { get; }

    /// <summary>How far the article was judged by the norms of 2022 rather than of 2014, 0 to 1: higher ones, since today's articles are longer and cite more at every grade.</summary>
    public double Drift { get; internal init; }

    /// <summary>What each of the model's features moved the mean grade, in the model's order.</summary>
    public IReadOnlyList<double> Effects { get; }

    /// <summary>Positions of the model's features whose value lies outside what it was trained on.</summary>
    public IReadOnlyList<int> Outside { get; }

    /// <summary>How much of all that moves predictions lies with those features, 0 to 1.</summary>
    public double OutsideShare { get; internal init; }

    /// <summary>Whether the page lies within what the model was trained on, but for features that it hardly looks at.</summary>
    public bool IsWithinTraining => OutsideShare <= MostOutside;

    /// <summary>The probabilities where grades are as frequent as in the whole encyclopedia, in which most articles are stubs.</summary>
    public IReadOnlyList<double> InNaturalMix() => ToNaturalMix(_probabilities);

    internal static double[] ToNaturalMix(double[] probabilities)
    {
        var weighed = probabilities.Select((probability, grade) => probability * NaturalShares[grade]).ToArray();
        var sum = weighed.Sum();
        return [.. weighed.Select(probability => probability / sum)];
    }

    internal static Grade MostProbable(double[] probabilities) => (Grade)Array.IndexOf(probabilities, probabilities.Max());

    private static double Mean(double[] probabilities)
    {
        var mean = 0.0;

        for (var grade = 1; grade < probabilities.Length; grade++)
        {
            mean += grade * probabilities[grade];
        }

        return mean;
    }
}
