using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>What each kind of element in the text means.</summary>
internal sealed partial class HtmlArticleWalk
{
    /// <summary>Characters below which an item of a list of sources is too short to name one.</summary>
    private const int ShortestSource = 20;

    private HtmlTemplate? _boxTemplate;

    // The list of sources, external links and further reading are no text of the article.
    private bool IsRunningText
        => !Is(Place.Sources | Place.Table | Place.Infobox | Place.Navigation | Place.Caption) && !_sections.IsOutside && !_sections.ListsSources;

    private bool Is(Place place) => (_cursor.State & place) != 0;

    private void EnterArticle(Element element, HtmlMarks marks)
    {
        if (Is(Place.Navigation))
        {
            EnterNavigation(element, marks);
            return;
        }

        RememberTemplate(element);

        if (marks.Has(HtmlMarks.Furniture))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "a":
                EnterLink(element, marks);
                break;
            case "p":
                EnterParagraph(element);
                break;
            case "sup" or "span" or "cite" or "small" or "b" or "i":
                EnterInline(element, marks);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                EnterHeading(element);
                break;
            case "ul" or "ol" or "dl":
                EnterList(element, marks);
                break;
            case "li" or "dd":
                EnterListItem(element, marks);
                break;
            case "link":
                _facts.ReadLink(element);
                break;
            case "meta" or "script":
                _facts.Read(element, marks);
                break;
            case "style" or "math" or "svg" or "template":
                break;
            default:
                EnterBlock(element, marks);
                break;
        }
    }

    // Boxes that lead away hold nothing of the article but the codes of its subject.
    private void EnterNavigation(Element element, HtmlMarks marks)
    {
        switch (element.LocalName)
        {
            case "a":
                if (HtmlElements.OutwardAddress(element, element.GetAttribute("href"), marks) is { } outward)
                {
                    AddOutwardLink(element, outward);
                }

                break;
            case "link":
                _facts.ReadLink(element);
                break;
            case not ("style" or "img" or "script"):
                Descend(Place.None);
                break;
        }
    }

    // Parsoid writes a template's source on the first of the elements that it made; the others have only the same "about".
    private void RememberTemplate(Element element)
    {
        if (_facts.IsParsoid && element.GetAttribute("about") is { } group && element.IsTransclusion && element.GetAttribute("data-mw") is { } data)
        {
            _templateGroup = group;
            _templateData = data;
        }
    }

    private void EnterParagraph(Element paragraph)
    {
        if (paragraph.Id is "pcs_edit_section_title_description" or "pcs-edit-section-title-description")
        {
            _facts.ShortDescription ??= _text.Read(paragraph, LongestText);
        }
        else
        {
            Descend(Is(Place.NoProse) || !IsRunningText ? Place.None : Place.Paragraph | Place.EndsParagraph);
        }
    }

    private void EnterInline(Element element, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.InlineMark))
        {
            _marks.Add(_entries.ReadMark(element, _sections.Current.Index));
        }
        else if (marks.Has(HtmlMarks.ReferenceCall))
        {
            AddCall(element);
        }
        else if (marks.Has(HtmlMarks.Coins))
        {
            _entryBefore?.AddCoins(element.GetAttribute("title"));
        }
        else if (marks.Has(HtmlMarks.Citation))
        {
            AddCitation(element, marks);
        }
        else if (marks.Has(HtmlMarks.ShortDescription))
        {
            ReadShortDescription(element);
        }
        else if (marks.Has(HtmlMarks.LazyImage))
        {
            AddImage(element);
        }
        else if (!marks.Has(HtmlMarks.Formula | HtmlMarks.CitationError | HtmlMarks.Sidebar) && element.Id is not "coordinates")
        {
            Descend(Place.None);
        }
        else
        {
            _prose.AddGap();
        }
    }

    private void AddCall(Element mark)
    {
        for (var i = 0; i < mark.Nodes.Length; i++)
        {
            // A page mark such as ":7" looks like a call but leads nowhere.
            if (mark.Nodes[i] is Element { LocalName: "a" } link && HtmlElements.AnchorOf(link.GetAttribute("href"), "cite_note-") is { IsEmpty: false } note)
            {
                MarkCited(_references.AddCall(note, link, _sections.Current.Index));
                return;
            }
        }
    }

    private void Cite()
    {
        _isParagraphCited = true;
        _prose.MarkCited();
    }

    private void MarkCited(bool isCited)
    {
        _sections.Current.ReferenceUses += isCited ? 1 : 0;

        if (isCited && Is(Place.Paragraph))
        {
            Cite();
        }
    }

    // A citation in the running text, or in a list without a heading of its own.
    private void AddCitation(Element element, HtmlMarks marks)
    {
        var isInText = !_sections.IsOutside && !Is(Place.Infobox | Place.Navigation | Place.Caption);

        if (Is(Place.Paragraph))
        {
            Cite();
        }

        AddSource(_entries.ReadSource(element, marks), isInText, uses: isInText ? 1 : 0);
    }

    private void AddSource(HtmlEntry entry, bool isSource, int uses)
    {
        _entryBefore = entry;
        _references.AddSource(entry, _sections.Current.Index, isSource, uses);
    }

    private void ReadShortDescription(Element element)
    {
        if (_text.Read(element, LongestText) is { Length: > 0 } description)
        {
            _facts.ShortDescription ??= description;
        }
    }

    private void EnterHeading(Element heading)
    {
        // The title of a mobile page stands in the same frame as the headings of its sections.
        var isTitle = heading.LocalName is "h1" && _facts.IsMobile;

        if (!isTitle && !Is(Place.NoProse))
        {
            _sections.Add(Math.Max(2, heading.LocalName[1] - '0'), _text.Read(heading, LongestText));
        }
    }

    private void EnterLink(Element link, HtmlMarks marks)
    {
        var address = link.GetAttribute("href");

        if (HtmlElements.AnchorOf(address, "CITEREF") is { IsEmpty: false } anchor)
        {
            _references.AddShortCall(anchor, _sections.Current.Index);
            MarkCited(isCited: true);
        }
        else if (HtmlElements.OutwardAddress(link, address, marks) is { } outward)
        {
            AddOutwardLink(link, outward);
        }
        else if (Is(Place.Paragraph | Place.List) && IsRunningText && HtmlElements.IsArticleLink(address, marks))
        {
            _wikilinks++;
        }

        Descend(Place.None);
    }

    private void AddOutwardLink(Element link, string address)
    {
        if (!Is(Place.Infobox | Place.Navigation))
        {
            _externalLinks += Is(Place.Sources) ? 0 : 1;
        }
        else if (HtmlSubjectLinks.Read(address, _text.Read(link, LongestText)) is { } identifier && !_identifiers.Contains(identifier))
        {
            _identifiers.Add(identifier);
        }
    }

    private void EnterList(Element list, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.ReferenceList))
        {
            ReadFootnotes(list, Is(Place.Notes) || list.HasAttribute("data-mw-group"));
        }
        else if (marks.Has(HtmlMarks.Sidebar | HtmlMarks.NavigationBox))
        {
            Descend(Place.Navigation);
        }
        else
        {
            Descend(marks.Has(HtmlMarks.Gallery) ? Place.None : Place.List);
        }
    }

    private void ReadFootnotes(Element list, bool isNotes)
    {
        for (var i = 0; i < list.Nodes.Length; i++)
        {
            if (list.Nodes[i] is Element { LocalName: "li", Id: { } id } item && id.StartsWith("cite_note-", StringComparison.Ordinal))
            {
                var entry = _entries.ReadItem(item);
                entry.IsInNoteList = isNotes;
                _references.AddItem(entry, _sections.Current.Index);
            }
        }
    }

    private void EnterListItem(Element item, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.GalleryItem))
        {
            EnterMedium();
            return;
        }

        if (Is(Place.Table | Place.Infobox | Place.Navigation | Place.Caption))
        {
            Descend(Place.None);
            return;
        }

        if ((_sections.ListsSources || (Is(Place.Sources) && !_sections.IsOutside)) && !HasInnerList(item) && ReadListedSource(item))
        {
            return;
        }

        _listItems += item.LocalName is "li" && !_sections.IsOutside ? 1 : 0;
        Descend(Place.List);
    }

    // An item of a list of sources; false when it is none, such as a link to another page of the wiki.
    private bool ReadListedSource(Element item)
    {
        var entry = _entries.ReadSource(item, HtmlMarks.None);
        var isSource = entry.CitationClasses is not null || entry.Anchor is not null || entry.Links.Count > 0 || entry.Isbn is not null
            || entry.Text.Length >= ShortestSource;

        if (isSource)
        {
            AddSource(entry, isSource: true, uses: 0);
        }

        return isSource;
    }

    private static bool HasInnerList(Element item)
    {
        for (var i = 0; i < item.Nodes.Length; i++)
        {
            if (item.Nodes[i] is Element { LocalName: "ul" or "ol" or "dl" })
            {
                return true;
            }
        }

        return false;
    }
}
