using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Says of each reference what kind of source it is, and why: identifier first, then journal, publisher, host and suffix class.</summary>
public sealed partial class SourceClassifier
{
    // Sources are cited with one or two addresses; a list of mirrors tells nothing new.
    private const int MostAddresses = 4;

    private static readonly Verdict Remark = new(SourceType.Unknown, "a remark to the reader that names no source");
    private static readonly Verdict LostFootnote = new(SourceType.Unknown, "a short footnote without its entry in the bibliography");
    private static readonly Verdict NothingKnown = new(SourceType.Unknown, "no catalogue knows its names, and it gives no identifier or address");

    private readonly CatalogueSet _catalogues;
    private readonly AddressReader _addresses;

    /// <summary>The classifier with the embedded catalogues.</summary>
    public SourceClassifier()
        : this(CatalogueSet.Embedded)
    {
    }

    /// <summary>The classifier with other catalogues, such as refreshed ones.</summary>
    public SourceClassifier(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        _catalogues = catalogues;
        _addresses = new(catalogues.PassThroughs, catalogues.Hosts, catalogues.Refreshed);
    }

    /// <summary>Digest of the catalogues that decide.</summary>
    public string Version => _catalogues.Version;

    /// <summary>The lists of others that take part.</summary>
    public RefreshedLists Refreshed => _catalogues.Refreshed;

    /// <summary>Classifies one reference. A short footnote takes what its bibliography entry is.</summary>
    public ClassifiedSource Classify(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var cited = reference is { Kind: ReferenceKind.ShortFootnote, Target: { Kind: not ReferenceKind.ShortFootnote } target } ? target : reference;
        var clues = ReadClues(cited);
        var verdict = Decide(cited, clues) ?? Unknown(cited, clues);
        var title = verdict.IsScholarly ? TitleEvidence.Read(TitleOf(cited)) : null;
        var (type, level) = (verdict.Type, verdict.Level);

        if (title is not null)
        {
            level = level > title.Level ? level : title.Level;
            type = TypeByTitle(type, title.Level);
        }

        var retraction = _catalogues.FindRetraction(clues.Doi, clues.Pmid);
        var note = NoteOf(cited, clues, retraction);

        if (retraction is not null && note is null)
        {
            return new(reference, retraction.Verdict.Type, retraction.Verdict.Why, retraction.Verdict.List, null, clues.Host, OriginOf(cited, clues, verdict), retraction.IsConcern);
        }

        var why = (title, note) switch
        {
            (null, null) => verdict.Why,
            (null, _) => $"{verdict.Why}; {note}",
            (_, null) => $"{verdict.Why}; {title.Phrase}",
            _ => $"{verdict.Why}; {title.Phrase}; {note}",
        };

        return new(reference, type, why, verdict.List, level, clues.Host, OriginOf(cited, clues, verdict), verdict.NeedsCare);
    }

    private SourceClues ReadClues(Reference reference)
    {
        var clues = new SourceClues
        {
            Doi = Doi.Normalise(reference.Doi),
            Pmid = reference.Pmid,
            HasPmid = reference.Pmid is { Length: > 0 },
            HasPmc = reference.Pmc is { Length: > 0 },
            HasIsbn = reference.Isbn is { Length: > 0 },
        };

        if (!reference.IsStructured)
        {
            CitationText.ReadIdentifiers(TextOf(reference), ref clues);
        }

        for (var i = 0; i < reference.Addresses.Count && i < MostAddresses; i++)
        {
            _addresses.Read(reference.Addresses[i], ref clues);
        }

        return clues;
    }

    /// <summary>The order of decision: what identifies the publication, then what its form says, then where it stands, then what names look like.</summary>
    private Verdict? Decide(Reference reference, in SourceClues clues)
        => ByJournal(reference, clues)
        ?? ByForm(reference)
        ?? ByBook(reference, clues)
        ?? ByPeriodical(reference)
        ?? clues.Listed
        ?? ByNames(reference)
        ?? ByRefreshedHost(clues)
        ?? clues.Suffix
        ?? clues.Holding
        ?? ByShapeOfNames(reference)
        ?? ByKind(reference, clues);

    // A class of suffix says more than a list that sorts all kinds of outlets; where both say the same, the list knows the name.
    private static Verdict? ByRefreshedHost(in SourceClues clues) => clues.Suffix is null || clues.Suffix.Type == clues.Refreshed?.Type ? clues.Refreshed : null;

    private static SourceType TypeByTitle(SourceType type, EvidenceLevel level) => (type, level) switch
    {
        (SourceType.JournalArticle, EvidenceLevel.Systematic) => SourceType.SystematicReview,
        (SourceType.JournalArticle or SourceType.SystematicReview, EvidenceLevel.Guideline) => SourceType.Guideline,
        _ => type,
    };

    private static string? NoteOf(Reference reference, in SourceClues clues, Retraction? retraction)
    {
        if (retraction is not null && retraction.IsSuperseded(clues.Doi))
        {
            return "a newer version of this review exists";
        }

        return reference.IsMarkedRetracted || TitleOf(reference).StartsWith("Retract", StringComparison.OrdinalIgnoreCase) ? "cited as retracted" : null;
    }

    private static string? OriginOf(Reference reference, in SourceClues clues, Verdict verdict)
        => verdict.Origin ?? (verdict.IsScholarly ? reference.Work ?? reference.Publisher ?? clues.Host : reference.Publisher ?? reference.Work ?? clues.Host);

    private static Verdict Unknown(Reference reference, in SourceClues clues) => (reference.Kind, clues) switch
    {
        (ReferenceKind.Note, _) => Remark,
        (ReferenceKind.ShortFootnote, _) => LostFootnote,
        (_, { Host: { } host }) => new(SourceType.Unknown, $"no catalogue knows {host}"),
        (_, { PassedBy: { } passedBy }) => new(SourceType.Unknown, $"{passedBy} passes on what others published, and the citation does not name them"),
        _ => NothingKnown,
    };

    private static string TextOf(Reference reference) => reference.Text ?? reference.Title ?? "";

    private static string TitleOf(Reference reference) => reference.Title ?? reference.Text ?? "";
}
