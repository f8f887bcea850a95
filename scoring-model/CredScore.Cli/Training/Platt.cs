namespace CredScore.Cli.Training;

/// <summary>Two numbers that make a raw answer a probability, fitted by maximum likelihood (Platt 1999).</summary>
internal readonly record struct Platt(double Slope, double Intercept)
{
    private const int MostSteps = 50;

    public double Probability(double raw) => 1 / (1 + Math.Exp(-((Slope * raw) + Intercept)));

    /// <summary>Newton's method from nothing known, where its steps do not overshoot; the likelihood has one top.</summary>
    public static Platt Fit(IReadOnlyList<double> raw, IReadOnlyList<bool> passed)
    {
        var (slope, intercept) = (0.0, 0.0);

        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, other, squares, cross, count) = (0.0, 0.0, 1e-9, 0.0, 1e-9);

            for (var i = 0; i < raw.Count; i++)
            {
                var probability = new Platt(slope, intercept).Probability(raw[i]);
                var (rest, weight) = ((passed[i] ? 1 : 0) - probability, probability * (1 - probability));
                gradient += rest * raw[i];
                other += rest;
                squares += weight * raw[i] * raw[i];
                cross += weight * raw[i];
                count += weight;
            }

            var determinant = (squares * count) - (cross * cross);
            var (up, along) = (((count * gradient) - (cross * other)) / determinant, ((squares * other) - (cross * gradient)) / determinant);
            slope += up;
            intercept += along;

            if (Math.Abs(up) + Math.Abs(along) < 1e-10)
            {
                break;
            }
        }

        return new(slope, intercept);
    }
}
