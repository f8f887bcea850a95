using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Reads an item of a reference list, or a citation that stands by itself, in one walk over what is below it.</summary>
internal sealed class HtmlEntryReader
{
    private const int LongestText = 300;
    private const int LongestLink = 200;

    private readonly HtmlCursor<Region> _cursor = new();
    private readonly HtmlCursor<bool> _markCursor = new();
    private readonly HtmlText _text = new(LongestText);
    private readonly HtmlText _linkText = new(LongestLink);
    private readonly HtmlText _italics = new(LongestLink);
    private readonly HtmlText _access = new(LongestLink);
    private readonly HtmlText _mark = new(LongestLink);
    private readonly HtmlPageFacts _facts;
    private HtmlEntry _entry = new();
    private string _linkAddress = "";
    private bool _isLinkBare;
    private int _citations;
    private bool _isIdentifierDue;

    public HtmlEntryReader(HtmlPageFacts facts) => _facts = facts;

    [Flags]
    private enum Region
    {
        None = 0,
        Body = 1,
        Link = 2,
        Italics = 4,
        AccessDate = 8,

        /// <summary>In a second citation of the same entry: it is shown, but the first one stands for the entry.</summary>
        Further = 16,

        /// <summary>On the element that opened a region: what to finish when it is left.</summary>
        EndsLink = 32,
        EndsItalics = 64,
    }

    /// <summary>Reads an item of a list of footnotes.</summary>
    public HtmlEntry ReadItem(Element item) => Read(item, new HtmlEntry { NoteId = item.Id }, Region.None);

    /// <summary>Reads a citation, or an item of a list of sources.</summary>
    public HtmlEntry ReadSource(Element element, HtmlMarks marks)
    {
        var entry = new HtmlEntry();
        _citations = 0;

        if (marks.Has(HtmlMarks.Citation))
        {
            BeginCitation(entry, element, marks);
        }

        return Read(element, entry, Region.Body);
    }

    /// <summary>Reads a mark inside a sentence, such as "citation needed".</summary>
    public InlineTag ReadMark(Element element, int section)
    {
        var shown = _mark.Read(element, LongestLink);
        // "[dubious – discuss]": what stands before the dash is the mark.
        var dash = shown.AsSpan().IndexOfAny('–', '—');
        return new InlineTag(HtmlMaintenance.InlineKind(dash > 1 ? shown[..dash] : shown), MarkDate(element), section);
    }

    private HtmlEntry Read(Element element, HtmlEntry entry, Region region)
    {
        _entry = entry;
        _citations = entry.CitationClasses is null ? 0 : 1;
        _isIdentifierDue = false;
        _text.Clear();
        _access.Clear();
        _cursor.Start(element, region);

        while (_cursor.MoveNext())
        {
            if (_cursor.IsLeaving)
            {
                Leave();
            }
            else if (_cursor.Node is Element child)
            {
                Enter(child, child.Marks());
            }
            else if (_cursor.Node is IText text)
            {
                AddText(text.Data);
            }
        }

        entry.Text = _text.ToString();
        entry.AccessText = _access.Length > 0 ? _access.ToString() : null;
        return entry;
    }

    private void AddText(string text)
    {
        var region = _cursor.State;

        if ((region & Region.Body) == 0)
        {
            return;
        }

        _text.Add(text);

        if ((region & Region.Link) != 0)
        {
            _linkText.Add(text);
        }

        if ((region & Region.Italics) != 0)
        {
            _italics.Add(text);
        }

        if ((region & Region.AccessDate) != 0)
        {
            _access.Add(text);
        }
    }

    private void Enter(Element element, HtmlMarks marks)
    {
        switch (element.LocalName)
        {
            case "style" or "script":
                return;
            case "link":
                _facts.ReadLink(element);
                return;
            case "a":
                EnterLink(element, marks);
                return;
            case "sup" when marks.Has(HtmlMarks.InlineMark):
                AddMark(element);
                return;
            case "sup" when marks.Has(HtmlMarks.ReferenceCall):
                return;
            case "i" or "em" when _entry.Italics is null && (_cursor.State & (Region.Italics | Region.Further)) == 0:
                _italics.Clear();
                _cursor.Descend(Inner(Region.Italics | Region.EndsItalics));
                return;
            default:
                EnterPart(element, marks);
                return;
        }
    }

    private void EnterPart(Element element, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.Coins))
        {
            if (_citations <= 1)
            {
                _entry.AddCoins(element.GetAttribute("title"));
            }
        }
        else if (marks.Has(HtmlMarks.Citation) && (_cursor.State & Region.Body) != 0)
        {
            var isFirst = BeginCitation(_entry, element, marks);
            _cursor.Descend(Inner(isFirst ? Region.None : Region.Further));
        }
        else if (!marks.Has(HtmlMarks.CitationError | HtmlMarks.Furniture))
        {
            var region = (marks.Has(HtmlMarks.ReferenceText) ? Region.Body : Region.None)
                | (marks.Has(HtmlMarks.AccessDate) && (_cursor.State & Region.Further) == 0 ? Region.AccessDate : Region.None);
            _cursor.Descend(Inner(region));
        }
    }

    private void EnterLink(Element link, HtmlMarks marks)
    {
        var address = link.GetAttribute("href");

        if (!HtmlElements.AnchorOf(address, "cite_ref-").IsEmpty)
        {
            _entry.Backlinks++;
            return;
        }

        if ((_cursor.State & (Region.Further | Region.Link)) == 0 && HtmlElements.OutwardAddress(link, address, marks) is { } outward)
        {
            _linkText.Clear();
            _linkAddress = outward;
            _isLinkBare = marks.Has(HtmlMarks.FreeLink);
            _cursor.Descend(Inner(Region.Link | Region.EndsLink));
            return;
        }

        if (address is not null && (_cursor.State & Region.Further) == 0)
        {
            ReadInnerLink(address);
        }

        _cursor.Descend(Inner(Region.None));
    }

    private void ReadInnerLink(string address)
    {
        if (HtmlElements.AnchorOf(address, "CITEREF") is { IsEmpty: false } anchor)
        {
            _entry.TargetAnchor ??= anchor.ToString();
        }
        else if (HtmlSourceLinks.IsIdentifierLabel(address))
        {
            _isIdentifierDue = true;
        }
        else if (_entry.Isbn is null)
        {
            _entry.Isbn = HtmlSourceLinks.Isbn(address);
            _isIdentifierDue &= _entry.Isbn is null;
        }
    }

    // What was opened inside another region stays inside it; only the closing of a region is the element's own.
    private Region Inner(Region added) => (_cursor.State & ~(Region.EndsLink | Region.EndsItalics)) | added;

    private void Leave()
    {
        var region = _cursor.State;

        if ((region & Region.EndsLink) != 0)
        {
            EndLink();
        }
        else if ((region & Region.EndsItalics) != 0 && _italics.Length > 0)
        {
            _entry.Italics = _italics.ToString();
        }
    }

    private void EndLink()
    {
        var text = _linkText.ToString();
        _entry.Links.Add(new HtmlEntryLink(_linkAddress, text, _isLinkBare || IsAddress(text), _isIdentifierDue));
        _isIdentifierDue = false;
    }

    private bool BeginCitation(HtmlEntry entry, Element citation, HtmlMarks marks)
    {
        var id = citation.Id;

        if (id is not null && id.StartsWith("CITEREF", StringComparison.Ordinal))
        {
            entry.Anchor ??= id;
        }

        // {{wikicite}} gives free text an anchor, no parts.
        if (marks.Has(HtmlMarks.FreeCitation))
        {
            return true;
        }

        if (++_citations > 1)
        {
            return false;
        }

        entry.CitationClasses = citation.ClassName;
        entry.Template = citation.IsTransclusion && citation.GetAttribute("data-mw") is { } data ? HtmlTemplate.FindCitation(data) : null;
        return true;
    }

    private void AddMark(Element element)
    {
        var mark = ReadMark(element, 0);

        if (mark.Kind is "dead link")
        {
            _entry.IsMarkedDead = true;
        }
        else
        {
            _entry.Marks.Add(mark);
        }
    }

    // The reason and the month are the title of a span inside the link to the policy.
    private string? MarkDate(Element element)
    {
        _markCursor.Start(element, false);

        while (_markCursor.MoveNext())
        {
            if (_markCursor.IsLeaving || _markCursor.Node is not Element child)
            {
                continue;
            }

            if (child.LocalName is "span" && child.GetAttribute("title") is { Length: > 0 } title && HtmlMaintenance.DateIn(title) is { } date)
            {
                return date;
            }

            _markCursor.Descend(false);
        }

        return null;
    }

    private static bool IsAddress(string text)
        => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
