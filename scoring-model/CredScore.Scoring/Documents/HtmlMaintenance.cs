using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>Reads maintenance boxes and marks inside sentences into our names for them.</summary>
internal static class HtmlMaintenance
{
    private const string Box = "box-";
    private const string OldBox = "ambox-";

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // What a mark shows where that is not the name of its template or of a redirect to it, in lower case and without its question mark.
    private static readonly FrozenDictionary<string, string> ShownMarks = new Dictionary<string, string>
    {
        ["not in citation given"] = "failed verification",
        ["not in source given"] = "failed verification",
        ["further explanation needed"] = "clarification needed",
        ["according to whom"] = "by whom",
        ["attribution needed"] = "by whom",
        ["time needed"] = "when",
        ["needs update"] = "update needed",
        ["need quotation to verify"] = "verification needed",
        ["neutrality is disputed"] = "neutrality disputed",
        ["improper synthesis"] = "original research",
        ["third-party source needed"] = "non-primary source needed",
        ["permanent dead link"] = "dead link",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Our name for the box that an element's classes tell of.</summary>
    public static string BoxKind(ReadOnlySpan<char> classes)
    {
        string? old = null;

        while (HtmlClasses.TryTake(ref classes, out var name))
        {
            if (name.StartsWith(Box, StringComparison.Ordinal))
            {
                return NameBox(name[Box.Length..]);
            }

            // Pages before 2018 name the template only here, beside the kind of box.
            if (name.StartsWith(OldBox, StringComparison.Ordinal)
                && name[OldBox.Length..] is not ("content" or "style" or "notice" or "move" or "delete" or "speedy" or "serious" or "growth" or "good"))
            {
                old = NameBox(name[OldBox.Length..]);
            }
        }

        return old ?? "cleanup";
    }

    /// <summary>Our name for the mark that shows a text.</summary>
    public static string InlineKind(string shown)
    {
        var kind = shown.Trim(' ', '?', '[', ']', '\u00a0').ToLowerInvariant();

        if (ShownMarks.TryGetValue(kind, out var known))
        {
            return known;
        }

        return TemplateCatalogue.Find(kind) is { Role: TemplateRole.Inline, Kind: var named } ? named : kind;
    }

    /// <summary>The last month and year in a text, such as <c>October 2017</c>; null when there is none.</summary>
    public static string? DateIn(ReadOnlySpan<char> text)
    {
        for (var end = text.Length; end >= 8; end--)
        {
            var year = text[(end - 4)..end];

            if (!year.ContainsAnyExceptInRange('0', '9') && text[end - 5] is ' ' or '\u00a0')
            {
                var month = MonthBefore(text[..(end - 5)]);

                if (month is not null)
                {
                    return $"{month} {year}";
                }
            }
        }

        return null;
    }

    private static string? MonthBefore(ReadOnlySpan<char> text)
    {
        foreach (var month in Months)
        {
            if (text.EndsWith(month, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return null;
    }

    private static string NameBox(ReadOnlySpan<char> template)
    {
        var name = template.ToString().Replace('_', ' ').ToLowerInvariant();
        return TemplateCatalogue.FindMaintenance(name) ?? name;
    }
}
