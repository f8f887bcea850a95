using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>Reads maintenance boxes and marks inside sentences into our names for them.</summary>
internal static class HtmlMaintenance
{
    private const string Box = "box-";
    private const string OldBox = "ambox-";

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Template of the box, in lower case → our name, where they differ.
    private static readonly FrozenDictionary<string, string> Boxes = new Dictionary<string, string>
    {
        ["refimprove"] = "more citations needed",
        ["more citations needed section"] = "more citations needed",
        ["refimprove section"] = "more citations needed",
        ["blp sources"] = "more citations needed",
        ["citations missing"] = "more citations needed",
        ["unreferenced section"] = "unreferenced",
        ["unsourced"] = "unreferenced",
        ["blp unsourced"] = "unreferenced",
        ["no references"] = "unreferenced",
        ["pov"] = "neutrality disputed",
        ["npov"] = "neutrality disputed",
        ["pov section"] = "neutrality disputed",
        ["unbalanced"] = "neutrality disputed",
        ["disputed"] = "accuracy disputed",
        ["disputed section"] = "accuracy disputed",
        ["inaccurate"] = "accuracy disputed",
        ["original research section"] = "original research",
        ["synthesis"] = "original research",
        ["update section"] = "update",
        ["out of date"] = "update",
        ["outdated"] = "update",
        ["copy edit section"] = "copy edit",
        ["copyedit"] = "copy edit",
        ["advertisement"] = "advert",
        ["promotional"] = "advert",
        ["coi"] = "conflict of interest",
        ["autobiography"] = "conflict of interest",
        ["paid contributions"] = "conflict of interest",
        ["undisclosed paid"] = "conflict of interest",
        ["expert"] = "expert needed",
        ["expert-subject"] = "expert needed",
        ["medref"] = "medical citations needed",
        ["more medical citations needed"] = "medical citations needed",
        ["unreliable medical sources"] = "medical citations needed",
        ["lead missing"] = "lead too short",
        ["no lead"] = "lead too short",
        ["inadequate lead"] = "lead too short",
        ["technical"] = "too technical",
        ["incomprehensible"] = "too technical",
        ["expand"] = "expand section",
        ["incomplete"] = "expand section",
        ["missing information"] = "expand section",
        ["one source section"] = "one source",
        ["primary sources section"] = "primary sources",
        ["primary source"] = "primary sources",
        ["primarysources"] = "primary sources",
        ["third-party"] = "primary sources",
        ["third-party sources"] = "primary sources",
        ["self-published"] = "self-published sources",
        ["self-published source"] = "self-published sources",
        ["unreliable"] = "unreliable sources",
        ["unreliable sources section"] = "unreliable sources",
        ["more footnotes"] = "no footnotes",
        ["more footnotes needed"] = "no footnotes",
        ["nofootnotes"] = "no footnotes",
        ["no footnotes section"] = "no footnotes",
        ["cleanup section"] = "cleanup",
        ["cleanup rewrite"] = "cleanup",
        ["cleanup-rewrite"] = "cleanup",
        ["cleanup reorganize"] = "cleanup",
        ["essay"] = "essay-like",
        ["essaylike"] = "essay-like",
        ["globalize section"] = "globalize",
        ["tone section"] = "tone",
        ["peacock"] = "tone",
        ["weasel"] = "tone",
        ["fanpov"] = "tone",
        ["undue"] = "undue weight",
        ["undue section"] = "undue weight",
        ["undue weight section"] = "undue weight",
        ["fringe theories"] = "undue weight",
        ["merge from"] = "merge",
        ["merge to"] = "merge",
        ["mergefrom"] = "merge",
        ["mergeto"] = "merge",
        ["merge portions from"] = "merge",
        ["split section"] = "split",
        ["external links cleanup"] = "external links",
        ["cleanup bare urls"] = "bare links",
        ["cleanup-bare urls"] = "bare links",
        ["bare urls"] = "bare links",
        ["linkrot"] = "bare links",
        ["link rot"] = "bare links",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What the mark shows, in lower case and without its question mark → our name, where they differ.
    private static readonly FrozenDictionary<string, string> InlineMarks = new Dictionary<string, string>
    {
        ["not in citation given"] = "failed verification",
        ["not in source given"] = "failed verification",
        ["not verified in body"] = "failed verification",
        ["clarify"] = "clarification needed",
        ["further explanation needed"] = "clarification needed",
        ["who"] = "by whom",
        ["according to whom"] = "by whom",
        ["attribution needed"] = "by whom",
        ["specify"] = "which",
        ["time needed"] = "when",
        ["needs update"] = "update needed",
        ["dated info"] = "update needed",
        ["verify source"] = "verification needed",
        ["need quotation to verify"] = "verification needed",
        ["unreliable medical source"] = "unreliable source",
        ["unreliable fringe source"] = "unreliable source",
        ["self published source"] = "self-published source",
        ["neutrality is disputed"] = "neutrality disputed",
        ["disputed"] = "dubious",
        ["contradictory"] = "dubious",
        ["improper synthesis"] = "original research",
        ["non sequitur"] = "original research",
        ["primary source"] = "non-primary source needed",
        ["third-party source needed"] = "non-primary source needed",
        ["permanent dead link"] = "dead link",
        ["page range too broad"] = "page needed",
        ["page number needed"] = "page needed",
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
        return InlineMarks.GetValueOrDefault(kind, kind);
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
        return Boxes.GetValueOrDefault(name, name);
    }
}
