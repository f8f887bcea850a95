using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Collects the parts of one reference while a reader goes over it: citation parameters by the names editors use, links, identifiers.
/// Shared by the wikitext reader and by Parsoid's <c>data-mw</c>, so that both read a citation alike. Used again after <see cref="Clear"/>.
/// </summary>
internal sealed class ReferenceDraft
{
    private enum Field
    {
        Title, Chapter, Journal, Newspaper, Magazine, Website, Encyclopedia, Work, Publisher, Url, ChapterUrl, ArchiveUrl, Doi, Pmid, Pmc, Isbn, Date, Year,
        Access, Author, Language, Id, Arxiv, Anchor, Type, Conference, Editor,
    }

    private static readonly FrozenDictionary<string, Field> Fields = MakeFields();
    private static readonly FrozenDictionary<string, Field>.AlternateLookup<ReadOnlySpan<char>> FieldLookup = Fields.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<string> _addresses = [];
    private Field _workField;
    private int _workRank;
    private bool _hasOwnTitle;
    private string? _editor;
    private int? _dateYear;
    private ReferenceKind _kind;

    /// <summary>Citation templates seen in this reference.</summary>
    public int Citations { get; private set; }

    public string? Title { get; set; }

    public string? Work { get; private set; }

    public string? Publisher { get; private set; }

    public string? Author { get; private set; }

    public int? Year { get; set; }

    public int? AccessYear { get; private set; }

    public string? Doi { get; set; }

    public string? Pmid { get; set; }

    public string? Pmc { get; set; }

    public string? Isbn { get; set; }

    public string? Language { get; private set; }

    public bool IsArchived { get; set; }

    public bool IsDead { get; set; }

    public bool IsMarkedRetracted { get; set; }

    /// <summary>Author and year a short footnote points at, in the form of <see cref="AnchorOf"/>; null when it is none.</summary>
    public string? ShortTarget { get; set; }

    /// <summary>Anchor that the citation states for itself; null when it has the one made of author and year.</summary>
    public string? StatedAnchor { get; private set; }

    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>Readies the draft for another reference.</summary>
    public void Clear()
    {
        _addresses.Clear();
        _workRank = 0;
        _hasOwnTitle = false;
        _editor = null;
        _dateYear = null;
        Citations = 0;
        Title = Work = Publisher = Author = Doi = Pmid = Pmc = Isbn = Language = ShortTarget = StatedAnchor = null;
        Year = AccessYear = null;
        IsArchived = IsDead = IsMarkedRetracted = false;
    }

    /// <summary>Begins a citation template. Of several in one reference the first decides; the others add links and identifiers that it lacks.</summary>
    public void BeginCitation(ReferenceKind kind)
    {
        Citations++;

        if (Citations == 1)
        {
            _kind = kind;
        }
    }

    /// <summary>Takes one parameter of a citation template: name as written, value as wikitext. Empty values are passed over; of repeated ones the last counts.</summary>
    public void Set(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        value = value.Trim();

        if (value.IsEmpty || !FieldLookup.TryGetValue(name.Trim(), out var field))
        {
            return;
        }

        if (Citations <= 1 || field is Field.Url or Field.ArchiveUrl)
        {
            SetField(field, value);
        }
        else
        {
            SetMissing(field, value);
        }
    }

    /// <summary>Adds a link; the first is the main one.</summary>
    public void AddAddress(ReadOnlySpan<char> address)
    {
        if (address.Length is > 8 and <= 2048 && _addresses.Count < 20)
        {
            _addresses.Add(address.ToString());
        }
    }

    /// <summary>Makes the reference. <paramref name="text"/> is what it says beside its citations; <paramref name="linkTitle"/> the label of its first link.</summary>
    public Reference Build(ReferencePlace place, ReferenceKind plainKind, string? text, string? linkTitle)
    {
        var kind = Citations > 0 ? KindOfCitation() : plainKind;

        return new()
        {
            Kind = kind,
            Place = place,
            Title = Title ?? (kind == ReferenceKind.Link ? linkTitle : null),
            Work = Work,
            Publisher = Publisher,
            Author = Author ?? _editor,
            Year = Year ?? _dateYear,
            AccessYear = AccessYear,
            Doi = Doi,
            Pmid = Pmid,
            Pmc = Pmc,
            Isbn = Isbn,
            Addresses = _addresses.Count == 0 ? [] : _addresses.ToArray(),
            IsArchived = IsArchived,
            IsDead = IsDead && !IsArchived,
            IsMarkedRetracted = IsMarkedRetracted,
            Language = Language,
            Text = Citations > 0 && Title is not null ? null : text,
        };
    }

    /// <summary>The key by which short footnotes find this citation.</summary>
    public string? Anchor => StatedAnchor ?? AnchorOf(Author ?? _editor, Year ?? _dateYear);

    /// <summary>The key of a surname and a year; null without a name.</summary>
    public static string? AnchorOf(ReadOnlySpan<char> author, int? year)
    {
        var end = author.IndexOfAny(",(;.");
        var surname = (end > 0 ? author[..end] : author).Trim();

        // "Smith JA" as medical journals write it.
        if (surname.LastIndexOf(' ') is > 0 and var space && surname.Length - space <= 4 && !surname[(space + 1)..].ContainsAnyExceptInRange('A', 'Z'))
        {
            surname = surname[..space];
        }

        surname = surname[..Math.Min(surname.Length, 60)];
        return surname.IsEmpty ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{surname}|{year}").ToLowerInvariant();
    }

    private void SetMissing(Field field, ReadOnlySpan<char> value)
    {
        var isMissing = field switch
        {
            Field.Doi => Doi is null,
            Field.Pmid => Pmid is null,
            Field.Pmc => Pmc is null,
            Field.Isbn => Isbn is null,
            _ => false,
        };

        if (isMissing)
        {
            SetField(field, value);
        }
    }

    private void SetField(Field field, ReadOnlySpan<char> value)
    {
        switch (field)
        {
            case Field.Title:
                SetTitle(value);
                break;
            case Field.Chapter:
                Title ??= Markup.ToPlainOrNull(value);
                break;
            case Field.Journal or Field.Newspaper or Field.Magazine or Field.Website or Field.Encyclopedia or Field.Work or Field.Conference:
                SetWork(field, value);
                break;
            case Field.Publisher:
                Publisher = Markup.ToPlainOrNull(value) ?? Publisher;
                break;
            case Field.Url or Field.ChapterUrl:
                AddUrl(value);
                break;
            case Field.ArchiveUrl:
                IsArchived = true;
                break;
            case Field.Date:
                _dateYear = Markup.FindYear(value) ?? _dateYear;
                break;
            case Field.Year:
                Year = Markup.FindYear(value) ?? Year;
                break;
            case Field.Access:
                AccessYear = Markup.FindYear(value) ?? AccessYear;
                break;
            case Field.Author:
                Author ??= Markup.ToPlainOrNull(value);
                break;
            case Field.Editor:
                _editor ??= Markup.ToPlainOrNull(value);
                break;
            case Field.Language:
                Language = Markup.ToPlainOrNull(value);
                break;
            case Field.Anchor:
                SetAnchor(value);
                break;
            default:
                SetIdentifier(field, value);
                break;
        }
    }

    private void SetTitle(ReadOnlySpan<char> value)
    {
        if (Markup.ToPlainOrNull(value) is { } title)
        {
            Title = title;
            _hasOwnTitle = true;
            AddEmbeddedAddress(value);
        }
    }

    private void SetIdentifier(Field field, ReadOnlySpan<char> value)
    {
        switch (field)
        {
            case Field.Doi:
                Doi = Identifiers.FindDoi(value) ?? Doi;
                break;
            case Field.Pmid:
                Pmid = Identifiers.ReadDigits(value) ?? Pmid;
                break;
            case Field.Pmc:
                Pmc = Identifiers.ReadDigits(value) ?? Pmc;
                break;
            case Field.Isbn:
                Isbn = Identifiers.ReadIsbn(value) ?? Isbn;
                break;
            case Field.Id:
                Isbn ??= Identifiers.FindIsbn(value);
                Doi ??= Identifiers.FindDoi(value);
                Pmid ??= Identifiers.FindLabelled(value, "PMID");
                Pmc ??= Identifiers.FindLabelled(value, "PMC");
                break;
            case Field.Arxiv:
                AddAddress($"https://arxiv.org/abs/{value}");
                break;
        }
    }

    private void SetWork(Field field, ReadOnlySpan<char> value)
    {
        // The more a name says of what it is, the more it counts: journal before work.
        var rank = field switch { Field.Journal => 4, Field.Newspaper or Field.Magazine or Field.Encyclopedia => 3, Field.Website or Field.Work => 2, _ => 1 };

        if (rank >= _workRank && Markup.ToPlainOrNull(value) is { } work)
        {
            Work = work;
            _workRank = rank;
            _workField = field;
            AddEmbeddedAddress(value);
        }
    }

    private void AddUrl(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(" \n\t|<");
        value = end < 0 ? value : value[..end];
        AddAddress(value is ['[', ..] ? value.Trim("[]") : value);
    }

    private void AddEmbeddedAddress(ReadOnlySpan<char> value)
    {
        // title=[http://… Title]: the link stands inside the title.
        if (value[0] == '[' && value.Length > 9 && value[1] == 'h')
        {
            AddUrl(value[1..]);
        }
    }

    private void SetAnchor(ReadOnlySpan<char> value)
    {
        // ref={{harvid|Smith|2004}} or {{sfnref|…}}; "harv" asks for the anchor of author and year, which is ours anyway.
        if (!value.StartsWith("{{", StringComparison.Ordinal) || value.IndexOf('|') is not (> 0 and var bar))
        {
            return;
        }

        var parts = value[(bar + 1)..].TrimEnd('}');
        var next = parts.IndexOf('|');
        StatedAnchor = AnchorOf(next < 0 ? parts : parts[..next], next < 0 ? null : Markup.FindYear(parts[next..]));
    }

    private ReferenceKind KindOfCitation()
    {
        if (_kind != ReferenceKind.Other)
        {
            return _kind;
        }

        return _workRank switch
        {
            4 => ReferenceKind.Journal,
            3 when _workField == Field.Newspaper => ReferenceKind.News,
            3 when _workField == Field.Magazine => ReferenceKind.Magazine,
            3 => ReferenceKind.Encyclopedia,
            _ when Isbn is not null || (Publisher is not null && _addresses.Count == 0 && _hasOwnTitle) => ReferenceKind.Book,
            _ when _addresses.Count > 0 => ReferenceKind.Web,
            _ => ReferenceKind.Other,
        };
    }

    private static FrozenDictionary<string, Field> MakeFields()
    {
        var names = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);

        // Names of the English templates and their aliases first, then those of the other large editions.
        Add(Field.Title, "title|trans-title|trans_title|titre|titel|título|titulo|titolo|tytuł|название|заглавие|onderwerp|otsikko|başlık|titre article|titre ouvrage");
        Add(Field.Chapter, "chapter|contribution|article|entry|chapitre|titre chapitre|capítulo|capitolo|kapitel|часть|section");
        Add(Field.Journal, "journal|revista|rivista|revue|périodique|czasopismo|издание|zeitschrift|sammelwerk|tidskrift|lehti|tijdschrift|dergi|obra");
        Add(Field.Newspaper, "newspaper|periódico|jornal|krant|tidning|gazeta|news");
        Add(Field.Magazine, "magazine|periodical");
        Add(Field.Website, "website|site|sitio web|sitioweb|sito|series|site web|werk");
        Add(Field.Encyclopedia, "encyclopedia|encyclopaedia|enciclopedia|dictionary");
        Add(Field.Work, "work|program|issuer");
        Add(Field.Conference, "conference|booktitle|book-title");
        Add(Field.Publisher, "publisher|institution|éditeur|editorial|editora|editore|verlag|hrsg|wydawca|издательство|uitgever|förlag|julkaisija|yayıncı|publisher1|distributor|newsgroup|agency|institution1|school|université|via-publisher|utgivare|herausgeber");
        Add(Field.Url, "url|website url|lien web|lire en ligne|link|ссылка|online|www|adres|URL|http|weblink");
        Add(Field.ChapterUrl, "chapter-url|chapterurl|contribution-url|entry-url|section-url|conference-url|article-url|map-url|transcript-url");
        Add(Field.ArchiveUrl, "archive-url|archiveurl|archiv-url|archive url|arquivourl|arkivurl|urlarchivio|archivo-url|archiefurl|archiv|url-archive|archive-date|archivedate");
        Add(Field.Doi, "doi|doi1");
        Add(Field.Pmid, "pmid");
        Add(Field.Pmc, "pmc");
        Add(Field.Isbn, "isbn|isbn13|isbn10|isbn1|isbn2");
        Add(Field.Date, "date|publication-date|datum|fecha|data|дата|dato|päivämäärä|tarih|air-date|airdate|issue-date");
        Add(Field.Year, "year|année|jahr|año|anno|ano|rok|год|jaar|år|vuosi|yıl|anno pubblicazione");
        Add(Field.Access, "access-date|accessdate|consulté le|abruf|zugriff|fechaacceso|fecha-acceso|accesso|acessodata|data dostępu|dostęp|bezochtdatum|hämtdatum|viitattu|erişimtarihi|accessyear|accessdaymonth|acceso|cyt");
        Add(Field.Author, "last|last1|author|author1|authors|vauthors|surname|surname1|author-last|author1-last|last-author|nom|nom1|auteur|auteur1|autor|autor1|apellido|apellido1|apellidos|apellidos1|cognome|cognome1|autore|último|último1|ultimo|sobrenome|nazwisko|автор|achternaam|efternamn|tekijä|soyadı|inventor|people|artist|others-first|autores|auteurs|organization|collaboration|host");
        Add(Field.Editor, "editor|editor-last|editor1-last|editor1|editors|editor-last1|veditors|editor-surname|directeur|curatore|editor-name");
        Add(Field.Language, "language|lang|langue|sprache|idioma|lingua|język|язык|taal|språk|in");
        Add(Field.Id, "id|identifier|kommentar");
        Add(Field.Arxiv, "arxiv|eprint|1");
        Add(Field.Anchor, "ref");
        names.Remove("1");
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(Field field, string list)
        {
            foreach (var name in list.Split('|'))
            {
                names[name] = field;
            }
        }
    }
}
