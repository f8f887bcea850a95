using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>One walk over a page, from its head to its footer, that hands each element to the part that understands it.</summary>
internal sealed partial class HtmlArticleWalk
{
    private readonly Element? _root;
    private readonly HtmlCursor<Place> _cursor = new();
    private readonly HtmlText _text = new(LongestText);
    private readonly ProseCounter _prose = new();
    private readonly HtmlPageFacts _facts = new();
    private readonly HtmlSections _sections = new();
    private readonly HtmlReferences _references = new();
    private readonly HtmlEntryReader _entries;
    private readonly HtmlBoxes _boxes = new();
    private readonly HtmlInfoboxes _infoboxes = new();
    private readonly HtmlMediaList _media = new();
    private readonly List<PageIdentifier> _identifiers = [];
    private readonly List<InlineTag> _marks = [];
    private HtmlEntry? _entryBefore;
    private string? _templateGroup;
    private string? _templateData;
    private bool _isParagraphCited;
    private int _wikilinks;
    private int _externalLinks;
    private int _tables;
    private int _listItems;

    private const int LongestText = 500;

    public HtmlArticleWalk(Element? root)
    {
        _root = root;
        _entries = new HtmlEntryReader(_facts);
    }

    /// <summary>What an element stands in; what is to be done when it is left.</summary>
    [Flags]
    private enum Place
    {
        None = 0,
        Article = 1 << 0,
        Paragraph = 1 << 1,
        List = 1 << 2,
        Table = 1 << 3,
        Infobox = 1 << 4,
        Navigation = 1 << 5,
        Caption = 1 << 6,
        Sources = 1 << 7,
        Notes = 1 << 8,
        Quotation = 1 << 9,
        Medium = 1 << 10,

        EndsParagraph = 1 << 16,
        EndsMedium = 1 << 17,
        EndsInfobox = 1 << 18,

        /// <summary>Where words are no running text.</summary>
        NoProse = List | Table | Infobox | Navigation | Caption | Sources | Quotation | Paragraph,
        Ends = EndsParagraph | EndsMedium | EndsInfobox,
    }

    public WikipediaArticle Read(IDocument document, ArticleContext context)
    {
        _cursor.Start(document, Place.None);

        while (_cursor.MoveNext())
        {
            if (_cursor.IsLeaving)
            {
                Leave(_cursor.State);
            }
            else if (_cursor.Node is Element element)
            {
                Enter(element);
            }
            else if (_cursor.Node is IText text)
            {
                AddText(text.Data, _cursor.State);
            }
        }

        return ToArticle(context);
    }

    private WikipediaArticle ToArticle(ArticleContext context)
    {
        var references = _references.ToList(_marks);

        return new WikipediaArticle
        {
            Title = context.Title ?? _facts.Title,
            // English is what a caller gets who says nothing: then the page knows better.
            Language = context.Language is "en" ? _facts.Language ?? "en" : context.Language,
            Format = DocumentFormat.Html,
            Record = _facts.Record(context.Record),
            Sections = _sections.All,
            References = references,
            Categories = _facts.Categories,
            Infoboxes = _infoboxes.All,
            Identifiers = _facts.IsMobile && _identifiers.Count == 0 ? null : _identifiers,
            MaintenanceTags = _boxes.All,
            InlineTags = _marks,
            Media = _media.All,
            Prose = _prose.ToProse(),
            Wikilinks = _wikilinks,
            ExternalLinks = _externalLinks,
            Tables = _tables,
            ListItems = _listItems,
            Badges = _facts.Badges,
            ShortDescription = _facts.ShortDescription,
        };
    }

    private void Enter(Element element)
    {
        var marks = element.Marks();

        if ((_cursor.State & Place.Article) != 0)
        {
            EnterArticle(element, marks);
        }
        else if (ReferenceEquals(element, _root))
        {
            _facts.Read(element, marks);
            _facts.Language ??= element.GetAttribute("lang");
            _cursor.Descend(Place.Article);
        }
        else if (!_facts.Read(element, marks))
        {
            _cursor.Descend(Place.None);
        }
    }

    private void Leave(Place place)
    {
        if ((place & Place.EndsParagraph) != 0)
        {
            _prose.EndParagraph(_sections.Current, _isParagraphCited);
            _isParagraphCited = false;
        }
        else if ((place & Place.EndsMedium) != 0)
        {
            _media.Close();
        }
        else if ((place & Place.EndsInfobox) != 0)
        {
            _infoboxes.Close(_boxTemplate);
        }
    }

    private void AddText(ReadOnlySpan<char> text, Place place)
    {
        if ((place & Place.Paragraph) != 0)
        {
            AddProse(text);
        }
        else if ((place & Place.Caption) != 0 && !text.IsWhiteSpace())
        {
            _media.SeeCaption();
        }
    }

    // A line break in HTML is a space; in wikitext, and so for the counter, it may end a sentence.
    private void AddProse(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            _prose.Add(text[..end]);
            _prose.AddGap();
            text = text[(end + 1)..];
        }

        _prose.Add(text);
    }

    // What an element opens is closed by itself alone, not by what is below it.
    private void Descend(Place added) => _cursor.Descend((_cursor.State & ~Place.Ends) | added);
}
