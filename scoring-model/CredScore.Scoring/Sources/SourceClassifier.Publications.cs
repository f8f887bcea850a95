using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

// Journals, books and what the form of a citation decides.
public sealed partial class SourceClassifier
{
    private static readonly Verdict IndexedInPubMed = new(SourceType.JournalArticle, "indexed in PubMed");
    private static readonly Verdict FreeInPmc = new(SourceType.JournalArticle, "indexed in PubMed; freely readable in PubMed Central");
    private static readonly Verdict PressRelease = new(SourceType.PressRelease, "cited as a press release");
    private static readonly Verdict Law = new(SourceType.Government, "cited as a law or a court's decision");
    private static readonly Verdict Thesis = new(SourceType.University, "cited as a thesis, which a university accepted");
    private static readonly Verdict Preprint = new(SourceType.Preprint, "cited as a preprint");
    private static readonly Verdict ColdSpringHarborPreprint = new(SourceType.Preprint, "its DOI is that of a preprint on bioRxiv or medRxiv", "doi-prefixes", "bioRxiv and medRxiv");
    private static readonly Verdict UnlistedBook = new(SourceType.Book, "has an ISBN; the publisher is not in our lists");
    private static readonly Verdict UnnamedBook = new(SourceType.Book, "has an ISBN; the citation names no publisher");
    private static readonly Verdict CitedBook = new(SourceType.Book, "cited as a book; the publisher is not in our lists");
    private static readonly Verdict ScholarlyBook = new(SourceType.AcademicBook, "its DOI is that of a book by a scholarly publisher", "doi-prefixes");

    /// <summary>A journal by name, then by DOI, then by being in PubMed, then by the form of its name.</summary>
    private Verdict? ByJournal(Reference reference, in SourceClues clues)
    {
        if (reference.Kind is ReferenceKind.Book or ReferenceKind.Map or ReferenceKind.AudioVisual or ReferenceKind.Legal or ReferenceKind.PressRelease)
        {
            return clues.Doi is null ? null : ByDoi(clues.Doi);
        }

        return ByJournalName(reference)
            ?? (clues.Doi is null ? null : ByDoi(clues.Doi))
            ?? ByRegisterOfJournals(reference)
            ?? (clues.HasPmc ? FreeInPmc : clues.HasPmid ? IndexedInPubMed : null)
            ?? (reference.Kind is ReferenceKind.Journal or ReferenceKind.Conference ? ByFormOfJournal(reference) : null);
    }

    private Verdict? ByJournalName(Reference reference)
    {
        if (!reference.IsStructured)
        {
            return CitationText.FindJournal(TextOf(reference), _catalogues.Journals);
        }

        if (reference.Work is not { } work)
        {
            return null;
        }

        return _catalogues.Journals.Find(work) ?? (reference.Kind is ReferenceKind.Journal ? _catalogues.Works.Find(work) : null);
    }

    // The registers know "Time", "The Economist" and bioRxiv too: a title counts as a journal's only where the citation is one of a journal and its DOI says nothing else.
    private Verdict? ByRegisterOfJournals(Reference reference)
        => reference is { Kind: ReferenceKind.Journal, Work: { } work } ? _catalogues.Refreshed.FindJournal(work) : null;

    private Verdict? ByDoi(string doi)
    {
        if (Doi.IsOfPreprint(doi))
        {
            return ColdSpringHarborPreprint;
        }

        if (!Doi.CochraneReview(doi).IsEmpty)
        {
            return _catalogues.Journals.FindKey("cochrane database of systematic reviews");
        }

        if (Doi.Issn(doi) is { IsEmpty: false } issn && _catalogues.JournalsByIssn.TryGetValue(issn, out var journal))
        {
            return journal;
        }

        if (_catalogues.Refreshed.FindIssn(Doi.Issn(doi)) is { } registered)
        {
            return registered;
        }

        if (!_catalogues.Prefixes.TryGetValue(Doi.Prefix(doi), out var publisher) || publisher.Type is SourceType.Unknown)
        {
            return null;
        }

        return publisher.Type is SourceType.JournalArticle && Doi.IsOfBook(doi) ? ScholarlyBook : publisher;
    }

    private static Verdict? ByFormOfJournal(Reference reference)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        return reference.Work is { } work && JournalForm.Fits(buffer[..NameKey.Write(work, buffer)]) ? JournalForm.Named : null;
    }

    private static Verdict? ByForm(Reference reference) => reference.Kind switch
    {
        ReferenceKind.PressRelease => PressRelease,
        ReferenceKind.Legal => Law,
        ReferenceKind.Thesis => Thesis,
        ReferenceKind.Preprint => Preprint,
        _ => null,
    };

    /// <summary>A book by its publisher. Google Books and other libraries that show it are never the publisher.</summary>
    private Verdict? ByBook(Reference reference, in SourceClues clues)
    {
        var isBook = reference.Kind is ReferenceKind.Book || (clues.HasIsbn && (!reference.IsStructured || reference.Work is null));

        if (!isBook)
        {
            return null;
        }

        var known = ByNames(reference) ?? PressByName(reference.Publisher);

        if (known is not null || reference.Kind is ReferenceKind.Book && !clues.HasIsbn && reference.Publisher is null && clues.Listed is not null)
        {
            return known ?? clues.Listed;
        }

        return clues.HasIsbn ? reference.Publisher is null && reference.IsStructured ? UnnamedBook : UnlistedBook : CitedBook;
    }

    // A museum or a company that publishes a book has made a book; of a university, a ministry or a hospital the name says more.
    private static Verdict? PressByName(string? publisher)
        => ByShape(publisher) is { Type: SourceType.AcademicBook or SourceType.University or SourceType.Government or SourceType.Guideline or SourceType.Society } verdict
            ? verdict
            : null;
}
