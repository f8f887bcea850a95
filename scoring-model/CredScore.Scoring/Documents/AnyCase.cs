namespace CredScore.Scoring.Documents;

/// <summary>
/// Searches text whatever the case of its letters. Without the data of cultures the runtime compares at every position; looking for the first letter alone
/// skips most of them many at a time.
/// </summary>
internal static class AnyCase
{
    /// <summary>Where a part first stands in a text, or −1. The part begins with a character of ASCII.</summary>
    public static int IndexOfAnyCase(this ReadOnlySpan<char> text, ReadOnlySpan<char> part)
    {
        var lower = char.ToLowerInvariant(part[0]);
        var upper = char.ToUpperInvariant(part[0]);
        var start = 0;

        while (text.Length - start >= part.Length)
        {
            var found = text[start..(text.Length - part.Length + 1)].IndexOfAny(lower, upper);

            if (found < 0)
            {
                return -1;
            }

            start += found;

            if (text[start..].StartsWith(part, StringComparison.OrdinalIgnoreCase))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <inheritdoc cref="IndexOfAnyCase"/>
    public static bool ContainsAnyCase(this ReadOnlySpan<char> text, ReadOnlySpan<char> part) => text.IndexOfAnyCase(part) >= 0;
}
