namespace CredScore.Cli.Training;

/// <summary>
/// Wikimedia's language-agnostic model of article quality, a weighted sum of six counts against the ninety-fifth percentile of the edition:
/// https://meta.wikimedia.org/wiki/Research:Prioritization_of_Wikipedia_Articles/Language-Agnostic_Quality
/// </summary>
internal static class LanguageAgnostic
{
    // The normalisers of the English edition; length is the square root of the characters, and references, headings and links stand to it.
    private const double Length = 96.55568341635825;
    private const double Media = 5;
    private const double Categories = 15;
    private const double References = 0.507479189896123;
    private const double Headings = 0.1553507724171805;
    private const double Links = 1.180665870370572;

    /// <summary>A table with the formula's score as its only feature.</summary>
    public static FeatureTable Column(FeatureTable table)
    {
        var six = table.Select(["markup.characters", "completeness.media", "structure.categories", "citations.uses", "structure.sections", "structure.subsections", "structure.wikilinks"]);
        return new(["formula"], [.. six.Rows.Select(row => row with { Values = [(float)Score(row.Values)] })]);
    }

    private static double Score(float[] values)
    {
        var length = Math.Sqrt(Math.Max(1, values[0]));
        return (0.395 * Part(length, Length))
            + (0.114 * Part(values[1], Media))
            + (0.181 * Part(values[3] / length, References))
            + (0.123 * Part((values[4] + values[5]) / length, Headings))
            + (0.115 * Part(values[6] / length, Links))
            + (0.070 * Part(values[2], Categories));
    }

    private static double Part(double value, double most) => double.IsNaN(value) ? 0 : Math.Min(1, value / most);
}
