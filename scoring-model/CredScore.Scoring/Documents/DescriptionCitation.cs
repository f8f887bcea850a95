namespace CredScore.Scoring.Documents;

/// <summary>Whether a line of running text cites a publication: an identifier, a volume with pages, "et al." with a year, a numbered guideline.</summary>
internal static class DescriptionCitation
{
    private const int ShortestListed = 25;
    private const int LongestGap = 24;
    private const int ShortestNumber = 3;
    private const int MostWordsBetween = 3;

    /// <summary>Whether the line has the form of a citation.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isListed">Whether it stands under a heading such as "References", where less form is enough.</param>
    public static bool Fits(ReadOnlySpan<char> text, bool isListed)
    {
        var hasYear = false;

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '-')))
            {
                continue;
            }

            var length = DigitsAt(text[i..]);
            var isYear = length == 4 && (text[i..].StartsWith("19", StringComparison.Ordinal) || text[i..].StartsWith("20", StringComparison.Ordinal));
            hasYear |= isYear;

            if ((isYear && VolumeFollows(text[(i + 4)..])) || (length is > 0 and < 4 && IssueFollows(text[(i + length)..])))
            {
                return true;
            }

            i += length;
        }

        return hasYear && (text.ContainsAnyCase(" et al") || (isListed && text.Length >= ShortestListed && text.IndexOfAny(".,“\"") >= 0 && !IsTitleOnly(text)));
    }

    /// <summary>The digits behind letters such as PMID, wherever they stand; null when there are none.</summary>
    public static string? FindNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        while (text.IndexOfAnyCase(mark) is var at and >= 0)
        {
            var before = at == 0 ? ' ' : text[at - 1];
            text = text[(at + mark.Length)..];
            var rest = text.TrimStart(" :.#=-\u00A0");

            if (!char.IsLetterOrDigit(before) && text.Length - rest.Length <= 3 && DigitsAt(rest) is >= ShortestNumber and <= 9 and var length)
            {
                return rest[..length].ToString();
            }
        }

        return null;
    }

    /// <summary>The guideline that letters of a body stand for: <c>NICE NG28</c>, <c>2021 ESC Guidelines</c>; null when only the body is named.</summary>
    public static string? Guideline(ReadOnlySpan<char> text, List<Range> words, PhraseMatch body)
    {
        var at = body.First;
        var first = at > 0 && IsYear(text[words[at - 1]]) ? at - 1 : at;
        var hasYear = first < at;

        for (var i = at + 1; i < words.Count && i <= at + MostWordsBetween; i++)
        {
            var word = text[words[i]];
            hasYear |= IsYear(word);

            if (IsCode(word))
            {
                return text[body.Start..words[i].End.Value].ToString();
            }

            if (IsGuidelineWord(word))
            {
                var last = i + 1 < words.Count && IsYear(text[words[i + 1]]) ? i + 1 : i;

                // A year belongs to it: "the WHO guidelines" alone names no publication.
                return hasYear || last > i ? text[words[first].Start.Value..words[last].End.Value].ToString() : null;
            }
        }

        return null;
    }

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && DigitsAt(word) == 4 && (word[0] is '2' or '1');

    // NG28, CG181, TA10, QS9
    private static bool IsCode(ReadOnlySpan<char> word)
        => word.Length is >= 3 and <= 6 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && DigitsAt(word[2..]) == word.Length - 2;

    private static bool IsGuidelineWord(ReadOnlySpan<char> word)
        => word.StartsWith("guideline", StringComparison.OrdinalIgnoreCase) || word.StartsWith("leitlinie", StringComparison.OrdinalIgnoreCase) || word.Equals("guidance", StringComparison.OrdinalIgnoreCase);

    // 2019;380:123 · 2018 Feb 6;319(5):483 · 2020, 12(3): 45
    private static bool VolumeFollows(ReadOnlySpan<char> text)
    {
        var semicolon = text[..Math.Min(text.Length, LongestGap)].IndexOf(';');
        return semicolon >= 0 && text[(semicolon + 1)..].TrimStart(' ') is var volume && DigitsAt(volume) is > 0 and < 5 and var length
            && volume[length..] is var rest && (rest.StartsWith(":", StringComparison.Ordinal) || rest.StartsWith("(", StringComparison.Ordinal));
    }

    // 380(2):123 · 15 (3), 45–52
    private static bool IssueFollows(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');

        if (text.IsEmpty || text[0] is not '(' || DigitsAt(text[1..]) is not (> 0 and < 4 and var length) || text.Length <= length + 2 || text[length + 1] is not ')')
        {
            return false;
        }

        text = text[(length + 2)..].TrimStart(' ');
        return text.Length > 1 && text[0] is ':' or ',' && char.IsLetterOrDigit(text[1..].TrimStart(' ') is { IsEmpty: false } pages ? pages[0] : ' ');
    }

    // "Best of 2019, part two" under "Resources" has a year and a comma as well: a citation names people or has a sentence before its year.
    private static bool IsTitleOnly(ReadOnlySpan<char> text)
        => text.IndexOf(". ", StringComparison.Ordinal) < 0 && text.IndexOf('(') < 0;

    private static int DigitsAt(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
}
