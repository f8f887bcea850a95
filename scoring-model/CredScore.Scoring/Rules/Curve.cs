namespace CredScore.Scoring.Rules;

/// <summary>A piecewise-linear function: flat before its first point and after its last.</summary>
public sealed class Curve
{
    private readonly double[] _x;
    private readonly double[] _y;

    /// <summary>Makes a curve of at least two points with rising x; y is a share, 0 to 1. Throws <see cref="ArgumentException"/> otherwise.</summary>
    public Curve(IReadOnlyList<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);

        if (points.Count < 2 || points.Zip(points.Skip(1)).Any(pair => !(pair.First.X < pair.Second.X)) || points.Any(point => !(point.Y is >= 0 and <= 1)))
        {
            throw new ArgumentException("A curve has two points or more, with rising x and y from 0 to 1.", nameof(points));
        }

        _x = [.. points.Select(point => point.X)];
        _y = [.. points.Select(point => point.Y)];
    }

    /// <summary>The points in order.</summary>
    public IEnumerable<(double X, double Y)> Points => _x.Zip(_y);

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
                return _y[i - 1] + ((_y[i] - _y[i - 1]) * (value - _x[i - 1]) / (_x[i] - _x[i - 1]));
            }
        }

        return _y[^1];
    }
}
