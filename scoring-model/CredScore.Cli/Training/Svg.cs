using System.Globalization;
using System.Text;

namespace CredScore.Cli.Training;

/// <summary>A line or a row of points in a plot.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Colour">As SVG writes it.</param>
/// <param name="Points">Both coordinates as shares of the plot, 0 to 1.</param>
internal sealed record Curve(string Name, string Colour, IReadOnlyList<(double X, double Y)> Points);

/// <summary>Small plots as SVG: no script, no font of our own, the same numbers give the same bytes.</summary>
internal static class Svg
{
    private const int Size = 320;
    private const int Margin = 48;

    public static string Plot(string title, string across, string up, (string From, string To) xEnds, (string From, string To) yEnds, IReadOnlyList<Curve> curves)
    {
        var svg = new StringBuilder();
        var height = Size + (2 * Margin) + (curves.Count * 18);
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size + (2 * Margin)} {height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">");
        Line(svg, $"<title>{title}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><text x=\"{Margin}\" y=\"24\" font-weight=\"bold\">{title}</text>");
        Line(svg, $"<rect x=\"{Margin}\" y=\"{Margin}\" width=\"{Size}\" height=\"{Size}\" fill=\"none\" stroke=\"#888\"/>");
        Line(svg, $"<text x=\"{Margin}\" y=\"{Margin + Size + 16}\">{xEnds.From}</text><text x=\"{Margin + Size}\" y=\"{Margin + Size + 16}\" text-anchor=\"end\">{xEnds.To}</text>");
        Line(svg, $"<text x=\"{Margin + (Size / 2)}\" y=\"{Margin + Size + 32}\" text-anchor=\"middle\">{across}</text>");
        Line(svg, $"<text x=\"{Margin - 6}\" y=\"{Margin + Size}\" text-anchor=\"end\">{yEnds.From}</text><text x=\"{Margin - 6}\" y=\"{Margin + 10}\" text-anchor=\"end\">{yEnds.To}</text>");
        Line(svg, $"<text transform=\"translate({Margin - 22} {Margin + (Size / 2)}) rotate(-90)\" text-anchor=\"middle\">{up}</text>");

        foreach (var (index, curve) in curves.Index())
        {
            Draw(svg, curve, Margin + Size + 52 + (index * 18));
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, Curve curve, int legend)
    {
        var points = curve.Points.Select(point => FormattableString.Invariant($"{Margin + (point.X * Size):0.0},{Margin + Size - (point.Y * Size):0.0}")).ToList();
        Line(svg, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"2\"/>");
        Line(svg, $"<rect x=\"{Margin}\" y=\"{legend - 10}\" width=\"12\" height=\"12\" fill=\"{curve.Colour}\"/><text x=\"{Margin + 18}\" y=\"{legend}\">{curve.Name}</text>");
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
