using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>A link that an entry of a reference list shows.</summary>
/// <param name="Address">As written.</param>
/// <param name="Text">What readers click on.</param>
/// <param name="IsBare">Whether the wiki shows the address itself or a number for it.</param>
/// <param name="IsIdentifier">Whether the citation's template made it from an identifier.</param>
internal readonly record struct HtmlEntryLink(string Address, string Text, bool IsBare, bool IsIdentifier);

/// <summary>What was found in one entry of a reference list or bibliography, before it is known what becomes of it.</summary>
internal sealed class HtmlEntry
{
    private const string OriginalLink = "the original";

    private static readonly SearchValues<string> RetractionNotes = SearchValues.Create(["(Retracted", "Retracted, see", "RETRACTED"], StringComparison.Ordinal);

    /// <summary>Identifier of the list item: <c>cite_note-Baumgart2012-1</c>.</summary>
    public string? NoteId { get; set; }

    /// <summary>Anchor by which short footnotes find the citation: <c>CITEREFSmith2004</c>.</summary>
    public string? Anchor { get; set; }

    /// <summary>Anchor that the entry itself points at.</summary>
    public string? TargetAnchor { get; set; }

    /// <summary>Classes of the first citation; null when the entry holds none.</summary>
    public string? CitationClasses { get; set; }

    public CoinsFields? Coins { get; set; }

    /// <summary>The template of the first citation, where Parsoid keeps it: better than what its rendering tells.</summary>
    public HtmlTemplate? Template { get; set; }

    public List<HtmlEntryLink> Links { get; } = [];

    public List<InlineTag> Marks { get; } = [];

    public string Text { get; set; } = "";

    /// <summary>First words in italics, and whether they are a link: the journal of an article, the title of a book.</summary>
    public string? Italics { get; set; }

    public string? AccessText { get; set; }

    public string? Isbn { get; set; }

    /// <summary>How often the entry says that the text calls it.</summary>
    public int Backlinks { get; set; }

    public bool IsInNoteList { get; set; }

    public bool IsMarkedDead { get; set; }

    /// <summary>Author and year that the entry points at, when its text is a short footnote without a link.</summary>
    public string? ShortTarget { get; private set; }

    public Reference ToReference(ReferencePlace place)
    {
        // Some templates know their source by themselves ({{Cite OED|dog}}): only the rendering tells it.
        var reference = Template is null || FromTemplate(place, Template) is not { Title: not null } stated ? FromRendering(place) : stated;
        reference.Uses = Backlinks;
        return reference;
    }

    private Reference FromTemplate(ReferencePlace place, HtmlTemplate template)
    {
        var draft = new ReferenceDraft();
        draft.BeginCitation(TemplateCatalogue.Find(template.Name).ReferenceKind);

        foreach (var (name, value) in template.Parameters)
        {
            draft.Set(name, value);
        }

        // {{cite doi|10.…}} gives its number without a name.
        draft.Doi ??= FirstOf(HtmlSourceLinks.Doi);
        draft.Pmid ??= FirstOf(HtmlSourceLinks.Pmid);
        draft.Pmc ??= FirstOf(HtmlSourceLinks.Pmc);
        draft.Isbn ??= Isbn;
        draft.IsDead |= IsMarkedDead;
        draft.IsMarkedRetracted = IsMarkedRetracted;
        return draft.Build(place, ReferenceKind.Other, Text.Length > 0 ? Text : null, null);
    }

    private Reference FromRendering(ReferencePlace place)
    {
        var kind = FindKind();
        var isArchived = Links.Exists(link => HtmlSourceLinks.IsArchive(link.Address));
        var title = FindTitle(kind);

        return new Reference
        {
            Kind = kind,
            Place = place,
            Title = title,
            Work = FindWork(kind),
            Publisher = Coins?.Publisher,
            Author = Coins?.Surname ?? Coins?.Author,
            // A citation that states no date may still name a year in its title.
            Year = Coins is null ? Markup.FindYear(WithoutAccess()) : Markup.FindYear(Coins.Date),
            AccessYear = Markup.FindYear(AccessText),
            Doi = Identifiers.FindDoi(Coins?.Doi) ?? FirstOf(HtmlSourceLinks.Doi) ?? Identifiers.FindDoi(PlainText),
            Pmid = Identifiers.ReadDigits(Coins?.Pmid) ?? FirstOf(HtmlSourceLinks.Pmid) ?? Identifiers.FindLabelled(PlainText, "PMID"),
            Pmc = FirstOf(HtmlSourceLinks.Pmc),
            Isbn = Identifiers.ReadIsbn(Coins?.Isbn) ?? Isbn ?? Identifiers.FindIsbn(PlainText),
            Addresses = FindAddresses(),
            IsArchived = isArchived,
            IsDead = IsMarkedDead && !isArchived,
            IsMarkedRetracted = IsMarkedRetracted,
            Language = FindLanguage(),
            Text = title is null && Text.Length > 0 ? Text : null,
        };
    }

    // What a citation template shows beside its links is no place to look for identifiers: it may quote.
    private string? PlainText => CitationClasses is null ? Text : null;

    private bool IsMarkedRetracted => Text.AsSpan().ContainsAny(RetractionNotes);

    /// <summary>Adds the COinS that follows the entry's citation; only the first citation stands for the entry.</summary>
    public void AddCoins(string? title)
    {
        if (CitationClasses is not null && Coins is null && title is not null)
        {
            Coins = CoinsReader.Read(title);
        }
    }

    private ReferenceKind FindKind()
    {
        if (CitationClasses is not null)
        {
            return HtmlCitationKind.Read(CitationClasses, Coins);
        }

        if (Links.FindIndex(link => !link.IsIdentifier) is >= 0 and var first)
        {
            return Links[first].IsBare && Text.Length <= Links[first].Text.Length + 8 ? ReferenceKind.BareLink : ReferenceKind.Link;
        }

        if (TargetAnchor is not null)
        {
            return ReferenceKind.ShortFootnote;
        }

        return Links.Count > 0 || Isbn is not null ? ReferenceKind.PlainText : KindOfText();
    }

    private ReferenceKind KindOfText()
    {
        if (IsInNoteList)
        {
            return ReferenceKind.Note;
        }

        ShortTarget = ShortFootnotes.FindTarget(Text, out var hasPages);
        return hasPages ? ReferenceKind.ShortFootnote : ReferenceKind.PlainText;
    }

    private string? FindTitle(ReferenceKind kind)
    {
        if (Coins is not null)
        {
            // The article of an encyclopedia, but the book of a chapter: what a reader would look for.
            var title = kind is ReferenceKind.Book ? Coins.BookTitle ?? Coins.ArticleTitle : Coins.ArticleTitle ?? Coins.BookTitle;
            return title ?? Coins.OtherTitle;
        }

        if (kind is ReferenceKind.Book && Italics is not null)
        {
            return Italics;
        }

        foreach (var link in Links)
        {
            if (!link.IsBare && !link.IsIdentifier && link.Text.Length > 1 && link.Text is not OriginalLink)
            {
                return link.Text.Trim('"', '“', '”', ' ');
            }
        }

        return CitationClasses is null ? null : Quoted(Text) ?? Italics;
    }

    private string? FindWork(ReferenceKind kind)
    {
        if (Coins is null)
        {
            return CitationClasses is not null && kind is not ReferenceKind.Book && !IsTitle(Italics) ? Italics : null;
        }

        return Coins.JournalTitle ?? (Coins.ArticleTitle is not null && kind is not ReferenceKind.Book ? Coins.BookTitle : null);
    }

    private bool IsTitle(string? text) => Links.Count > 0 && Links[0].Text == text;

    private List<string> FindAddresses()
    {
        var addresses = new List<string>(Links.Count);

        foreach (var link in Links)
        {
            if (!IsOfIdentifier(link) && !addresses.Contains(link.Address))
            {
                addresses.Add(link.Address);
            }
        }

        // "Archived from the original": the archive comes first in a third of the archived citations, the source behind it.
        var original = Links.FindIndex(link => link.Text is OriginalLink);

        if (original > 0 && addresses.Remove(Links[original].Address))
        {
            addresses.Insert(0, Links[original].Address);
        }

        return addresses;
    }

    // Templates also link the title of a free article to its DOI or PMC number: no address that an editor gave.
    private bool IsOfIdentifier(HtmlEntryLink link)
        => link.IsIdentifier || (CitationClasses is not null && (HtmlSourceLinks.Doi(link.Address) is not null || HtmlSourceLinks.Pmc(link.Address) is not null));

    private string? FirstOf(Func<string, string?> identifier)
    {
        foreach (var link in Links)
        {
            if (identifier(link.Address) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private string WithoutAccess()
        => AccessText is { Length: > 0 } access && Text.IndexOf(access, StringComparison.Ordinal) is var start and > 0 ? Text[..start] : Text;

    // "(in French)" as the citation shows it.
    private string? FindLanguage()
    {
        const string Opening = " (in ";
        var start = CitationClasses is null ? -1 : Text.IndexOf(Opening, StringComparison.Ordinal);
        var end = start < 0 ? -1 : Text.IndexOf(')', start);
        var isName = end > 0 && end - start < 40 && char.IsUpper(Text[start + Opening.Length]);
        return isName ? Text[(start + Opening.Length)..end] : null;
    }

    private static string? Quoted(string text)
    {
        var start = text.IndexOf('"', StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end > start + 1 ? text[(start + 1)..end] : null;
    }
}
