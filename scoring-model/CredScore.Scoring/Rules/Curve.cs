namespace CredScore.Scoring.Rules;

/// <summary>A piecewise-linear function from a feature's value to a share of points: flat before its first point and after its last.</summary>
public sealed class Curve
{
    /// <summary>Largest distance of x from zero: far beyond any feature, and far from where the arithmetic would overflow.</summary>
    public const double FarthestX = 1e9;

    private readonly double[] _x;
    private readonly double[] _y;

    /// <summary>Makes a curve of points that <see cref="FaultIn"/> finds nothing wrong with; throws <see cref="ArgumentException"/> otherwise.</summary>
    public Curve(IReadOnlyList<(double X, double Y)> points)
    {
        if (FaultIn(points) is { } fault)
        {
            throw new ArgumentException(fault, nameof(points));
        }

        _x = [.. points.Select(point => point.X)];
        _y = [.. points.Select(point => point.Y)];
        Highest = _y.Max();
        Peaks = FindPeaks();
    }

    /// <summary>The points in order.</summary>
    public IEnumerable<(double X, double Y)> Points => _x.Zip(_y);

    /// <summary>The largest share it gives.</summary>
    public double Highest { get; }

    /// <summary>Where it gives the largest share, in order; infinite at an end that stays there.</summary>
    public IReadOnlyList<(double From, double To)> Peaks { get; }

    /// <summary>A sentence on what keeps points from being a curve; null when they are one.</summary>
    public static string? FaultIn(IReadOnlyList<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);

        if (points.Count < 2)
        {
            return "A curve has two points or more.";
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (!(Math.Abs(points[i].X) <= FarthestX))
            {
                return $"Point {i + 1} of the curve lies outside -1,000,000,000 to 1,000,000,000.";
            }

            if (points[i].Y is not (>= 0 and <= 1))
            {
                return $"Point {i + 1} of the curve gives a share of points outside 0 to 1.";
            }

            if (i > 0 && points[i].X <= points[i - 1].X)
            {
                return $"Point {i + 1} of the curve does not lie to the right of point {i}.";
            }
        }

        return null;
    }

    /// <summary>The share of points at a value.</summary>
    public double At(double value)
    {
        if (value <= _x[0])
        {
            return _y[0];
        }

        for (var i = 1; i < _x.Length; i++)
        {
            if (value <= _x[i])
            {
                return _y[i - 1] + ((_y[i] - _y[i - 1]) * ((value - _x[i - 1]) / (_x[i] - _x[i - 1])));
            }
        }

        return _y[^1];
    }

    private List<(double From, double To)> FindPeaks()
    {
        var peaks = new List<(double, double)>();

        for (var i = 0; i < _x.Length; i++)
        {
            if (_y[i] < Highest)
            {
                continue;
            }

            var first = i;

            while (i + 1 < _x.Length && _y[i + 1] == Highest)
            {
                i++;
            }

            peaks.Add((first == 0 ? double.NegativeInfinity : _x[first], i == _x.Length - 1 ? double.PositiveInfinity : _x[i]));
        }

        return peaks;
    }
}
