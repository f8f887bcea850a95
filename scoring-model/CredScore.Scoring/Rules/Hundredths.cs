namespace CredScore.Scoring.Rules;

/// <summary>
/// Points as whole hundredths. All of the engine's sums are sums of whole numbers, so that the decimal numbers in an answer add up exactly;
/// they become doubles only on the way out.
/// </summary>
internal static class Hundredths
{
    /// <summary>A whole score: 100.00 points.</summary>
    public const int All = 10_000;

    public static double ToPoints(int hundredths) => hundredths / 100.0;

    /// <summary>Points rounded down, so that a score never passes its limit; by way of decimal, since 20.57 * 100 is less than 2057 in doubles.</summary>
    public static int Floor(double points) => (int)decimal.Floor((decimal)points * 100);

    /// <summary>The part of a total that a share from 0 to 1 earns.</summary>
    public static int Part(int total, double share) => (int)Math.Round(total * share, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Shares a total in proportion to weights by the method of the largest remainder, the earlier of two equals first. The shares add up to the
    /// total; all are 0 when no weight is above 0.
    /// </summary>
    public static int[] Divide(int total, ReadOnlySpan<double> weights)
    {
        var shares = new int[weights.Length];
        var sum = 0.0;

        foreach (var weight in weights)
        {
            sum += weight;
        }

        if (!(sum > 0))
        {
            return shares;
        }

        var remainders = new double[weights.Length];
        var left = total;

        for (var i = 0; i < shares.Length; i++)
        {
            var exact = total * weights[i] / sum;
            // Rounding of the division may not hand out more than there is.
            shares[i] = Math.Min((int)exact, left);
            remainders[i] = exact - shares[i];
            left -= shares[i];
        }

        for (; left > 0; left--)
        {
            var largest = IndexOfLargest(remainders);
            remainders[largest]--;
            shares[largest]++;
        }

        return shares;
    }

    private static int IndexOfLargest(double[] numbers)
    {
        var largest = 0;

        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[largest])
            {
                largest = i;
            }
        }

        return largest;
    }
}
