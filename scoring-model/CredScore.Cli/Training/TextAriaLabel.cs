using System.Text.RegularExpressions;

namespace CredScore.Cli.Training;

/// <summary>The label that browsers read aloud for a search result: "TITLE by CHANNEL 9 years ago 8 minutes 1,234 views".</summary>
internal static partial class TextAriaLabel
{
    /// <summary>The channel's name; null where the result is no video.</summary>
    public static string? ChannelIn(string label, string title)
    {
        // The title comes off first, since it may hold " by " itself.
        var rest = label.StartsWith(title, StringComparison.Ordinal) ? label[title.Length..] : label;
        return Form().Match(rest) is { Success: true } found ? found.Groups["channel"].Value.Trim() : null;
    }

    [GeneratedRegex(@"(?:^|\s)by (?<channel>.+?) (?:Streamed |Premiered )?\d+ (?:second|minute|hour|day|week|month|year)s? ago", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
