using System.Globalization;

namespace CredScore.Scoring.Documents;

/// <summary>Reads the moments that a page states.</summary>
internal static class HtmlPageTimes
{
    /// <summary>"This page was last edited on 3 March 2025, at 16:53 (UTC)"; "last modified on 7 September 2014 at 15:50". Other languages are left unread.</summary>
    public static DateTimeOffset? OfFooter(string footer)
    {
        var on = footer.IndexOf(" on ", StringComparison.Ordinal);
        var at = on < 0 ? -1 : footer.IndexOf(" at ", on, StringComparison.Ordinal);

        if (at < 0 || at + 9 > footer.Length)
        {
            return null;
        }

        var stamp = $"{footer[(on + 4)..at].TrimEnd(',')} {footer.AsSpan(at + 4, 5)}";
        return DateTimeOffset.TryParseExact(stamp, "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    /// <summary>A moment as machines write it; null when it is none.</summary>
    public static DateTimeOffset? Read(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
