namespace CredScore.Exports.Statistics;

/// <summary>Intraclass correlations of ratings on a scale: how much of what differs is the subjects' and not the raters' (Shrout and Fleiss 1979).</summary>
/// <param name="OneWay">ICC(1,1): each subject by raters of its own, drawn at random; a single rating.</param>
/// <param name="TwoWay">ICC(2,1): all subjects by the same raters, a sample of raters; a single rating, absolute agreement.</param>
/// <param name="Consistency">ICC(3,1): all subjects by the same raters, who are all there are; a single rating, consistency.</param>
public sealed record IntraclassCorrelation(double? OneWay, double? TwoWay, double? Consistency)
{
    /// <summary>From a row for each subject and in it a rating by each rater. All null for fewer than two subjects or raters; each null where nothing differs.</summary>
    public static IntraclassCorrelation Of(IReadOnlyList<IReadOnlyList<double>> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var (subjects, raters) = (ratings.Count, ratings.Count == 0 ? 0 : ratings[0].Count);

        if (subjects < 2 || raters < 2)
        {
            return new(null, null, null);
        }

        if (ratings.Any(row => row.Count != raters))
        {
            throw new ArgumentException("Each subject has a rating by each rater.", nameof(ratings));
        }

        var mean = ratings.Average(row => row.Average());
        var between = raters * ratings.Sum(row => Square(row.Average() - mean));
        var ofRaters = subjects * Enumerable.Range(0, raters).Sum(rater => Square(ratings.Average(row => row[rater]) - mean));
        var all = ratings.Sum(row => row.Sum(rating => Square(rating - mean)));

        // Mean squares: between subjects, within subjects, between raters, and what is left.
        var bms = between / (subjects - 1);
        var wms = (all - between) / (subjects * (raters - 1.0));
        var jms = ofRaters / (raters - 1);
        var ems = (all - between - ofRaters) / ((subjects - 1.0) * (raters - 1));

        return new(
            Ratio(bms - wms, bms + ((raters - 1) * wms)),
            Ratio(bms - ems, bms + ((raters - 1) * ems) + (raters * (jms - ems) / subjects)),
            Ratio(bms - ems, bms + ((raters - 1) * ems)));
    }

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;

    private static double Square(double value) => value * value;
}
