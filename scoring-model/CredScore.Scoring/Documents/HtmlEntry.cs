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

    /// <summary>Identifier of the list item: <c>cite_note-Baumgart2012-1</c>.</summary>
    public string? NoteId { get; set; }

    /// <summary>Anchor by which short footnotes find the citation: <c>CITEREFSmith2004</c>.</summary>
    public string? Anchor { get; set; }

    /// <summary>Anchor that the entry itself points at.</summary>
    public string? TargetAnchor { get; set; }

    /// <summary>Classes of the first citation; null when the entry holds none.</summary>
    public string? CitationClasses { get; set; }

    public CoinsFields? Coins { get; set; }

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

    public Reference ToReference(ReferencePlace place)
    {
        var kind = FindKind();
        var addresses = FindAddresses();
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
            Year = YearIn(Coins?.Date) ?? YearIn(WithoutAccess()),
            AccessYear = LastYearIn(AccessText),
            Doi = HtmlSourceLinks.NormaliseDoi(Coins?.Doi) ?? FirstOf(HtmlSourceLinks.Doi),
            Pmid = HtmlSourceLinks.NormalisePmid(Coins?.Pmid) ?? FirstOf(HtmlSourceLinks.Pmid),
            Pmc = FirstOf(HtmlSourceLinks.Pmc),
            Isbn = HtmlSourceLinks.NormaliseIsbn(Coins?.Isbn) ?? Isbn,
            Addresses = addresses,
            IsArchived = isArchived,
            IsDead = IsMarkedDead && !isArchived,
            IsMarkedRetracted = Text.Contains("(Retracted", StringComparison.OrdinalIgnoreCase) || Text.Contains("Retracted, see", StringComparison.OrdinalIgnoreCase),
            Text = title is null && Text.Length > 0 ? Text : null,
            Uses = Backlinks,
        };
    }

    /// <summary>Adds the COinS that follows the entry's citation; only the first citation stands for the entry.</summary>
    public void AddCoins(string? title)
    {
        if (CitationClasses is not null && Coins is null && title is not null)
        {
            Coins = CoinsReader.Read(title);
        }
    }

    /// <summary>The first year from 1500 to 2099 that stands by itself in a text.</summary>
    public static int? YearIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            var isAlone = (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsDigit(text[i + 4]));

            if (isAlone && int.TryParse(text.Slice(i, 4), System.Globalization.NumberStyles.None, null, out var year) && year is >= 1500 and <= 2099)
            {
                return year;
            }
        }

        return null;
    }

    private static int? LastYearIn(string? text)
    {
        for (var i = (text?.Length ?? 0) - 4; i >= 0; i--)
        {
            if (YearIn(text.AsSpan(i, 4)) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    private ReferenceKind FindKind()
    {
        if (CitationClasses is not null)
        {
            return HtmlCitationKind.Read(CitationClasses, Coins);
        }

        if (Links.Count > 0)
        {
            return IsBareLink() ? ReferenceKind.BareLink : ReferenceKind.Link;
        }

        if (TargetAnchor is not null)
        {
            return ReferenceKind.ShortFootnote;
        }

        return IsInNoteList ? ReferenceKind.Note : ReferenceKind.PlainText;
    }

    private bool IsBareLink() => Links[0].IsBare && Text.Length <= Links[0].Text.Length + 2;

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
        // A template that made links from identifiers would make them again; in plain text they are the source.
        var takesIdentifiers = CitationClasses is null;

        foreach (var link in Links)
        {
            if ((takesIdentifiers || !link.IsIdentifier) && !addresses.Contains(link.Address))
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

    private static string? Quoted(string text)
    {
        var start = text.IndexOf('"', StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end > start + 1 ? text[(start + 1)..end] : null;
    }
}
