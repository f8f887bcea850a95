namespace CredScore.Scoring.Documents;

/// <summary>What the classes of an element say about its role, as far as the readers care.</summary>
[Flags]
internal enum HtmlMarks : ulong
{
    None = 0,

    /// <summary>Furniture without any words of the article: edit links, contents, hints for screen readers and printers.</summary>
    Furniture = 1UL << 0,
    Hatnote = 1UL << 1,
    ShortDescription = 1UL << 2,
    Infobox = 1UL << 3,
    MaintenanceBox = 1UL << 4,
    MultipleIssues = 1UL << 5,

    /// <summary>Boxes that lead away from the article: navigation, sister projects, portals.</summary>
    NavigationBox = 1UL << 6,
    Sidebar = 1UL << 7,
    ReferenceList = 1UL << 8,
    NoteList = 1UL << 9,
    ReferenceText = 1UL << 10,
    ReferenceCall = 1UL << 11,
    RemovedReferences = 1UL << 12,
    Bibliography = 1UL << 13,
    Citation = 1UL << 14,
    Coins = 1UL << 15,
    AccessDate = 1UL << 16,
    CitationError = 1UL << 17,
    InlineMark = 1UL << 18,
    Thumbnail = 1UL << 19,
    Caption = 1UL << 20,
    Gallery = 1UL << 21,
    GalleryItem = 1UL << 22,
    LazyImage = 1UL << 23,
    Formula = 1UL << 24,
    Quotation = 1UL << 25,
    External = 1UL << 26,
    FreeLink = 1UL << 27,
    Interwiki = 1UL << 28,
    ParserOutput = 1UL << 29,
    MobileSection = 1UL << 30,
    MobileHeading = 1UL << 31,
    Indicators = 1UL << 32,
    RedirectNote = 1UL << 33,
    Disambiguation = 1UL << 34,
    Tagline = 1UL << 35,
    Date = 1UL << 36,
    InfoboxLabel = 1UL << 37,
    InfoboxData = 1UL << 38,
    MobileSkin = 1UL << 39,
    Protection = 1UL << 40,
    RedLink = 1UL << 41,
    FreeCitation = 1UL << 42,
}

/// <summary>The class names that the readers know; when a skin renames one, it is renamed here.</summary>
internal static class HtmlClasses
{
    /// <summary>Reads a class attribute in one pass, by whole names: <c>box-shadow</c> is no maintenance box.</summary>
    public static HtmlMarks Read(ReadOnlySpan<char> classes)
    {
        var marks = HtmlMarks.None;

        while (TryTake(ref classes, out var name))
        {
            marks |= Mark(name);
        }

        return marks;
    }

    /// <summary>Takes the first name off a class attribute; false when none is left.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> classes, out ReadOnlySpan<char> name)
    {
        var start = 0;

        while (start < classes.Length && classes[start] <= ' ')
        {
            start++;
        }

        var end = start;

        while (end < classes.Length && classes[end] > ' ')
        {
            end++;
        }

        name = classes[start..end];
        classes = classes[end..];
        return end > start;
    }

    private static HtmlMarks Mark(ReadOnlySpan<char> name) => name switch
    {
        "reference" or "mw-ref" => HtmlMarks.ReferenceCall,
        "external" => HtmlMarks.External,
        "free" or "autonumber" => HtmlMarks.FreeLink,
        "extiw" => HtmlMarks.Interwiki,
        "new" => HtmlMarks.RedLink,
        "citation" => HtmlMarks.Citation,
        "wikicite" => HtmlMarks.FreeCitation,
        "Z3988" => HtmlMarks.Coins,
        "reference-text" or "mw-reference-text" => HtmlMarks.ReferenceText,
        "reference-accessdate" => HtmlMarks.AccessDate,
        "error" or "cs1-maint" or "cs1-visible-error" or "cs1-hidden-error" => HtmlMarks.CitationError,
        "Inline-Template" => HtmlMarks.InlineMark,
        "infobox" or "taxobox" or "infobox_v2" => HtmlMarks.Infobox,
        "infobox-label" => HtmlMarks.InfoboxLabel,
        "infobox-data" => HtmlMarks.InfoboxData,
        "mwe-math-element" or "mwe-math-fallback-image-inline" or "mwe-math-fallback-image-display" or "tex" => HtmlMarks.Formula,
        _ => MarkBox(name) | MarkMedia(name),
    };

    private static HtmlMarks MarkBox(ReadOnlySpan<char> name) => name switch
    {
        "ambox" => HtmlMarks.MaintenanceBox,
        "box-Multiple_issues" or "ambox-multiple_issues" => HtmlMarks.MultipleIssues,
        "ambox-protection" => HtmlMarks.Protection,
        "date" or "date-container" => HtmlMarks.Date,
        "navbox" or "navbox-subgroup" => HtmlMarks.NavigationBox,
        "vertical-navbox" or "sidebar" or "sistersitebox" or "side-box" or "mbox-small" or "portal" or "portalbox" or "portal-bar" or "stub" or "asbox"
            or "succession-box" or "authority-control" => HtmlMarks.Sidebar,
        "hatnote" or "dablink" or "rellink" => HtmlMarks.Hatnote,
        "dmbox" => HtmlMarks.Disambiguation,
        "shortdescription" => HtmlMarks.ShortDescription,
        "tagline" => HtmlMarks.Tagline,
        "references" => HtmlMarks.ReferenceList,
        "reflist-lower-alpha" or "reflist-upper-alpha" or "reflist-lower-roman" or "reflist-upper-roman" or "reflist-lower-greek" => HtmlMarks.NoteList,
        "mw-references-placeholder" => HtmlMarks.RemovedReferences,
        "refbegin" => HtmlMarks.Bibliography,
        "templatequote" => HtmlMarks.Quotation,
        "mw-editsection" or "mw-editsection-like" or "toc" or "mw-toc" or "pcs_edit_section_link_container" or "mw-empty-elt" or "navbox-styles"
            or "mw-jump-link" or "printfooter" or "catlinks" => HtmlMarks.Furniture,
        _ => MarkPage(name),
    };

    private static HtmlMarks MarkPage(ReadOnlySpan<char> name) => name switch
    {
        "mw-parser-output" => HtmlMarks.ParserOutput,
        "mf-section-0" or "collapsible-block" => HtmlMarks.MobileSection,
        "pcs_edit_section_header" or "pcs-edit-section-header" => HtmlMarks.MobileHeading,
        "skin-minerva" or "mw-mf" => HtmlMarks.MobileSkin,
        "mw-indicators" => HtmlMarks.Indicators,
        "mw-redirectedfrom" => HtmlMarks.RedirectNote,
        _ => HtmlMarks.None,
    };

    private static HtmlMarks MarkMedia(ReadOnlySpan<char> name) => name switch
    {
        "thumb" or "tsingle" => HtmlMarks.Thumbnail,
        "thumbcaption" or "gallerytext" or "infobox-caption" => HtmlMarks.Caption,
        "gallery" => HtmlMarks.Gallery,
        "gallerybox" => HtmlMarks.GalleryItem,
        "lazy-image-placeholder" or "pcs_lazy_load_placeholder" or "pcs-lazy-load-placeholder" => HtmlMarks.LazyImage,
        _ => HtmlMarks.None,
    };
}
