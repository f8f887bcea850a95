using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Questions that every part of the HTML reader asks of an element.</summary>
internal static class HtmlElements
{
    public static HtmlMarks Marks(this Element element)
        => element.ClassName is { Length: > 0 } classes ? HtmlClasses.Read(classes) : HtmlMarks.None;

    public static bool Has(this HtmlMarks marks, HtmlMarks any) => (marks & any) != 0;

    extension(Element element)
    {
        /// <summary>Whether a template made the element, maybe among other things: <c>mw:Transclusion mw:Extension/ref</c>.</summary>
        public bool IsTransclusion => element.GetAttribute("typeof") is { } types && types.Contains("mw:Transclusion", StringComparison.Ordinal);

        /// <summary>What stands directly below it.</summary>
        public INodeList Nodes => ((INode)element).ChildNodes;
    }

    /// <summary>The address of a link that leads out of the wiki; null for any other.</summary>
    public static string? OutwardAddress(Element link, string? address, HtmlMarks marks)
    {
        if (address is not { Length: > 3 } || address[0] is '#' or '.' || (address[0] is '/' && address[1] is not '/') || marks.Has(HtmlMarks.Interwiki))
        {
            return null;
        }

        var isOutward = address[0] is '/'
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);
        // Links of the wiki to itself are absolute in some fragments, but only those to other sites carry the mark.
        return isOutward && (marks.Has(HtmlMarks.External) || IsParsoidExternal(link)) ? address.Trim() : null;
    }

    private static bool IsParsoidExternal(Element link)
        => link.GetAttribute("rel") is { } relation && relation.Contains("mw:ExtLink", StringComparison.Ordinal);

    /// <summary>The anchor that a link leads to on the same page, with its prefix; empty for other links.</summary>
    public static ReadOnlySpan<char> AnchorOf(string? address, string prefix)
    {
        if (address is null)
        {
            return [];
        }

        // https://www.mediawiki.org/wiki/Specs/HTML: Parsoid writes ./Dog#cite_note-1 where the parser writes #cite_note-1.
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        return hash >= 0 && address.AsSpan(hash + 1).StartsWith(prefix, StringComparison.Ordinal) ? address.AsSpan(hash + 1) : [];
    }

    /// <summary>Whether a link leads to an article of the same wiki, be there one or not.</summary>
    public static bool IsArticleLink(string? address, HtmlMarks marks)
    {
        if (address is null || marks.Has(HtmlMarks.Interwiki))
        {
            return false;
        }

        var path = address.AsSpan();
        var wiki = path.IndexOf("/wiki/", StringComparison.Ordinal);

        if (path.StartsWith("./", StringComparison.Ordinal))
        {
            return !IsOtherNamespace(path[2..]);
        }

        return marks.Has(HtmlMarks.RedLink) || (wiki >= 0 && !IsOtherNamespace(path[(wiki + "/wiki/".Length)..]));
    }

    // A colon also stands in titles: only the prefixes of namespaces lead elsewhere.
    private static bool IsOtherNamespace(ReadOnlySpan<char> title)
    {
        var colon = title.IndexOf(':');
        return colon > 0 && title[..colon] is "File" or "Image" or "Category" or "Help" or "Wikipedia" or "WP" or "Special" or "Template" or "Portal" or "Talk"
            or "User" or "User_talk" or "Wikipedia_talk" or "Template_talk" or "Draft" or "Module" or "MediaWiki" or "Book" or "TimedText" or "Project";
    }

    /// <summary>A number in an attribute, such as a width; null when there is none.</summary>
    public static int? Number(this Element element, string attribute)
        => int.TryParse(element.GetAttribute(attribute), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
