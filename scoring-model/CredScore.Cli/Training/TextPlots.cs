using System.Globalization;
using System.Text;

namespace CredScore.Cli.Training;

/// <summary>Small plots of figures from 0 to 1, as SVG.</summary>
internal static class TextPlots
{
    private const int Side = 320;
    private const int Edge = 44;

    /// <summary>How often the model is right when it speaks, against how often it speaks.</summary>
    public static string Abstention(IReadOnlyList<TextJudged> rows)
    {
        var sorted = rows.OrderByDescending(row => row.Confidence).ToList();
        var right = 0;
        var points = sorted.Select((row, i) => ((i + 1.0) / sorted.Count, (double)(right += row.IsRight ? 1 : 0) / (i + 1)));

        // The first few rows tell of themselves only.
        return Draw("Share of videos it speaks about", "Share of these that it gets right", Line([.. points.Where((_, i) => i >= sorted.Count / 20)]));
    }

    /// <summary>What was so against what was said; circles grow with the number of rows.</summary>
    public static string Calibration(IReadOnlyList<TextJudged> rows)
    {
        var circles = new StringBuilder(Line([(0, 0), (1, 1)]).Replace("#1f5fa8", "#999999", StringComparison.Ordinal));

        foreach (var (count, probability, share) in TextMeasures.Bins(rows))
        {
            circles.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(probability):0.0}\" cy=\"{Y(share):0.0}\" r=\"{2 + (12 * Math.Sqrt((double)count / rows.Count)):0.0}\" fill=\"#1f5fa8\" fill-opacity=\"0.7\"/>\n");
        }

        return Draw("Probability said", "Share that reviewers found to promote", circles.ToString());
    }

    private static double X(double value) => Edge + (value * (Side - (2 * Edge)));

    private static double Y(double value) => Side - X(value);

    private static string Line(IReadOnlyList<(double X, double Y)> points)
        => $"<polyline fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.0},{Y(point.Y):0.0}")))}\"/>\n";

    private static string Draw(string below, string beside, string content)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"{Side}\" height=\"{Side}\" fill=\"white\"/>\n");

        foreach (var tick in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(tick):0.0} {Y(0):0.0}V{Y(1):0.0}M{X(0):0.0} {Y(tick):0.0}H{X(1):0.0}\" stroke=\"#dddddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(tick):0.0}\" y=\"{Y(0) + 14:0.0}\" text-anchor=\"middle\">{tick:0.##}</text><text x=\"{X(0) - 4:0.0}\" y=\"{Y(tick) + 4:0.0}\" text-anchor=\"end\">{tick:0.##}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Side / 2}\" y=\"{Side - 8}\" text-anchor=\"middle\">{below}</text>\n<text transform=\"translate(12 {Side / 2}) rotate(-90)\" text-anchor=\"middle\">{beside}</text>\n");
        return svg.Append(content).Append("</svg>\n").ToString();
    }
}
