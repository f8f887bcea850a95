using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Boxes, tables, images and the divisions around them.</summary>
internal sealed partial class HtmlArticleWalk
{
    private void EnterBlock(Element element, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.Hatnote | HtmlMarks.Sidebar | HtmlMarks.Formula | HtmlMarks.CitationError))
        {
            return;
        }

        if (marks.Has(HtmlMarks.MaintenanceBox))
        {
            _boxes.Read(element, marks, _sections.Current.Index);
        }
        else if (marks.Has(HtmlMarks.Infobox) && !Is(Place.Infobox))
        {
            EnterInfobox(element);
        }
        else if (marks.Has(HtmlMarks.NavigationBox))
        {
            Descend(Place.Navigation);
        }
        else if (marks.Has(HtmlMarks.ShortDescription))
        {
            ReadShortDescription(element);
        }
        else
        {
            EnterPart(element, marks);
        }
    }

    private void EnterPart(Element element, HtmlMarks marks)
    {
        switch (element.LocalName)
        {
            case "table":
                EnterTable(element, marks);
                break;
            case "figure":
                EnterMedium();
                break;
            case "figcaption":
                Descend(Place.Caption);
                break;
            case "img" or "video" or "audio":
                AddImage(element);
                break;
            case "tr" when Is(Place.Infobox):
                _infoboxes.AddRow(element);
                Descend(Place.None);
                break;
            case "td" or "th" when Is(Place.Infobox) && !Is(Place.Medium):
                _media.Open(isPresented: false);
                Descend(Place.Caption | Place.Medium | Place.EndsMedium);
                break;
            case "br":
                _prose.AddGap();
                break;
            default:
                EnterDivision(element, marks);
                break;
        }
    }

    private void EnterDivision(Element element, HtmlMarks marks)
    {
        _facts.IsMobile |= marks.Has(HtmlMarks.MobileSection | HtmlMarks.MobileHeading);
        _references.IsListRemoved |= marks.Has(HtmlMarks.RemovedReferences);

        if (marks.Has(HtmlMarks.Thumbnail))
        {
            EnterMedium();
        }
        else if (marks.Has(HtmlMarks.Citation))
        {
            AddCitation(element, marks);
        }
        else
        {
            Descend(Division(marks));
        }
    }

    private static Place Division(HtmlMarks marks)
        => (marks.Has(HtmlMarks.Bibliography) ? Place.Sources : Place.None)
            | (marks.Has(HtmlMarks.NoteList) ? Place.Notes : Place.None)
            | (marks.Has(HtmlMarks.Caption) ? Place.Caption : Place.None)
            | (marks.Has(HtmlMarks.Quotation) ? Place.Quotation : Place.None);

    private void EnterInfobox(Element box)
    {
        _infoboxes.Open(box);
        _boxTemplate = FindBoxTemplate(box);
        Descend(Place.Infobox | Place.EndsInfobox);
    }

    // Dog's infobox comes with the protection templates in one group: the one that gives the most is the box.
    private HtmlTemplate? FindBoxTemplate(Element box)
    {
        if (_templateData is null || box.GetAttribute("about") != _templateGroup)
        {
            return null;
        }

        return HtmlTemplate.ReadAll(_templateData).MaxBy(template => template.Parameters.Count);
    }

    private void EnterTable(Element table, HtmlMarks marks)
    {
        if (marks.Has(HtmlMarks.Disambiguation))
        {
            _facts.MarkDisambiguation();
        }
        else if (table.GetAttribute("role") is "presentation")
        {
            // Columns, not a table.
            Descend(Place.None);
        }
        else
        {
            _tables += Is(Place.Table | Place.Infobox | Place.Navigation) || _sections.IsOutside ? 0 : 1;
            Descend(Place.Table);
        }
    }

    // A frame with an image and what is said about it.
    private void EnterMedium()
    {
        if (Is(Place.Navigation))
        {
            return;
        }

        _media.Open(isPresented: true);
        Descend(Place.Medium | Place.EndsMedium);
    }

    private void AddImage(Element element)
    {
        if (!Is(Place.Navigation))
        {
            _media.Add(element);
        }
    }
}
