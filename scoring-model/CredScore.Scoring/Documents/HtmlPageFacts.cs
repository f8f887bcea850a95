using System.Globalization;
using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>What a page says about itself outside its text: in its head, its scripts, its indicators, its footer and the links of Parsoid.</summary>
internal sealed partial class HtmlPageFacts
{
    private const string CategoryLink = "mw:PageProp/Category";
    private const string ModifiedKey = "\"dateModified\"";
    private const string EntityPath = "wikidata.org/entity/";

    private readonly HtmlText _text = new(500);
    private readonly List<string> _categories = [];
    private HtmlPageScript? _script;
    private string? _heading;
    private string? _headTitle;
    private string? _redirectedFrom;
    private string? _parsoidEntity;
    private List<string>? _indicators;
    private DateTimeOffset? _modified;
    private DateTimeOffset? _parsoidTime;
    private DateTimeOffset? _footerTime;
    private long? _parsoidRevision;
    private long? _parsoidPage;
    private bool _isDisambiguation;
    private bool _hasCategoryBox;

    /// <summary>Language of the text, as the page says it.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the page is in a form without navigation boxes, categories and indicators.</summary>
    public bool IsMobile { get; set; }

    /// <summary>Whether Parsoid made the page, and templates' sources may stand in its attributes.</summary>
    public bool IsParsoid { get; private set; }

    public string? ShortDescription { get; set; }

    public string? Title => _heading ?? _script?.Text("wgTitle") ?? _headTitle;

    /// <summary>The record of the page: what the caller knows comes first.</summary>
    public PageRecord Record(PageRecord known)
    {
        var revision = _script?.Number("wgRevisionId") ?? _parsoidRevision;
        // JSON-LD speaks of the newest revision, which an old one is not.
        var isNewest = _script?.Number("wgCurRevisionId") is not { } newest || newest == revision;
        var edits = _script?.Texts("wgRestrictionEdit");

        return known with
        {
            Revision = known.Revision ?? (revision > 0 ? revision : null),
            RevisionTime = known.RevisionTime ?? _parsoidTime ?? (isNewest ? _modified : null) ?? _footerTime,
            PageId = known.PageId ?? _script?.Number("wgArticleId") ?? _parsoidPage,
            WikibaseItem = known.WikibaseItem ?? _script?.Text("wgWikibaseItemId") ?? _parsoidEntity,
            IsDisambiguation = known.IsDisambiguation ?? (_isDisambiguation ? true : Categories is null ? null : HasCategory("Disambiguation pages")),
            RedirectedFrom = known.RedirectedFrom ?? _script?.Text("wgRedirectedFrom")?.Replace('_', ' ') ?? _redirectedFrom,
            EditProtection = known.EditProtection ?? (edits is null ? null : string.Join(',', edits)),
            LastEdited = known.LastEdited ?? _modified,
        };
    }

    /// <summary>Reads an element of the head, or of the page around its text. True when there is nothing below it to look at.</summary>
    public bool Read(Element element, HtmlMarks marks)
    {
        switch (element.LocalName)
        {
            case "html":
                ReadAbout(element.GetAttribute("about"));
                return false;
            case "script":
                ReadScript(element);
                return true;
            case "link":
                ReadLink(element);
                return true;
            case "meta":
                ReadMeta(element);
                return true;
            case "title":
                _headTitle ??= TitleIn(_text.Read(element, 500));
                return true;
            case "h1" when element.Id is "firstHeading":
                _heading ??= NullIfEmpty(_text.Read(element, 500));
                return true;
            case "style" or "nav" or "svg" or "form" or "template":
                return true;
            default:
                return ReadFurniture(element, marks);
        }
    }

    /// <summary>A link of the head or of Parsoid's text: a category, when it is one.</summary>
    public void ReadLink(Element link)
    {
        if (link.GetAttribute("rel") is { } relation && relation.Contains(CategoryLink, StringComparison.Ordinal) && link.GetAttribute("href") is { } address)
        {
            AddCategory(address);
        }
    }

    /// <summary>A box that says that the page lists what its title can mean.</summary>
    public void MarkDisambiguation() => _isDisambiguation = true;

    private bool ReadFurniture(Element element, HtmlMarks marks)
    {
        IsMobile |= marks.Has(HtmlMarks.MobileSkin);

        if (marks.Has(HtmlMarks.Indicators))
        {
            ReadIndicators(element);
            return true;
        }

        if (marks.Has(HtmlMarks.RedirectNote))
        {
            _redirectedFrom ??= FirstLink(element) is { } link ? NullIfEmpty(_text.Read(link, 500)) : null;
            return true;
        }

        if (marks.Has(HtmlMarks.Tagline))
        {
            ShortDescription ??= NullIfEmpty(_text.Read(element, 500));
            return true;
        }

        switch (element.Id)
        {
            case "mw-normal-catlinks" or "mw-hidden-catlinks":
                ReadCategoryBox(element);
                return true;
            case "footer-info-lastmod":
                _footerTime = HtmlPageTimes.OfFooter(_text.Read(element, 200));
                return true;
            case "good-star" or "featured-star":
                // Until 2014 the star was no indicator but an icon of its own.
                AddIndicator(element.Id);
                return true;
            default:
                return false;
        }
    }

    private void ReadAbout(string? about)
    {
        const string Revision = "/revision/";
        var at = about?.LastIndexOf(Revision, StringComparison.Ordinal) ?? -1;
        _parsoidRevision = at >= 0 && long.TryParse(about.AsSpan(at + Revision.Length), CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }

    private void ReadMeta(Element meta)
    {
        switch (meta.GetAttribute("property"))
        {
            case "mw:pageId":
                _parsoidPage = long.TryParse(meta.GetAttribute("content"), CultureInfo.InvariantCulture, out var page) ? page : null;
                break;
            case "dc:modified":
                _parsoidTime = HtmlPageTimes.Read(meta.GetAttribute("content"));
                break;
            case "mw:html:version" or "mw:htmlVersion":
                IsParsoid = true;
                break;
            case "mw:PageProp/disambiguation":
                _isDisambiguation = true;
                break;
        }
    }

    private void ReadScript(Element script)
    {
        var text = script.TextContent;

        if (script.GetAttribute("type") is "application/ld+json")
        {
            ReadLinkedData(text);
        }
        else
        {
            _script ??= HtmlPageScript.Find(text);
        }
    }

    private void ReadLinkedData(string json)
    {
        var at = json.IndexOf(ModifiedKey, StringComparison.Ordinal);
        var open = at < 0 ? -1 : json.IndexOf('"', at + ModifiedKey.Length);
        var close = open < 0 ? -1 : json.IndexOf('"', open + 1);
        _modified ??= close < 0 ? null : HtmlPageTimes.Read(json[(open + 1)..close]);

        var entity = json.Replace("\\/", "/", StringComparison.Ordinal);
        at = entity.IndexOf(EntityPath, StringComparison.Ordinal);
        var end = at < 0 ? -1 : entity.IndexOf('"', at);
        _parsoidEntity ??= end < 0 ? null : entity[(at + EntityPath.Length)..end];
    }

    // "Dog - Wikipedia": only the part before the last dash is the title.
    private static string? TitleIn(string title)
    {
        var dash = title.LastIndexOf(" - ", StringComparison.Ordinal);
        dash = dash < 0 ? title.LastIndexOf(" – ", StringComparison.Ordinal) : dash;
        var isSite = dash > 0 && title.AsSpan(dash + 3).StartsWith("Wikip", StringComparison.Ordinal);
        return NullIfEmpty(isSite ? title[..dash] : title);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
