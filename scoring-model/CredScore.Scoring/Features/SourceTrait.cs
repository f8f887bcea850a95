using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Features;

/// <summary>What is asked of each source by itself. It is read once for all features: of thousands of references few fit the processor's cache a second time.</summary>
[Flags]
internal enum SourceTrait
{
    /// <summary>Given by a citation template, part by part.</summary>
    Structured = 1 << 0,

    /// <summary>An address and nothing else.</summary>
    BareLink = 1 << 1,

    /// <summary>Its link is marked dead and has no archived copy.</summary>
    Dead = 1 << 2,

    Archived = 1 << 3,

    /// <summary>Has a web address.</summary>
    Address = 1 << 4,

    Doi = 1 << 5,

    Pmid = 1 << 6,

    Isbn = 1 << 7,

    /// <summary>Has a DOI, PMID, PMC number or ISBN.</summary>
    Identifier = 1 << 8,

    /// <summary>A reader can open it or look it up: an address that works, an identifier, or title with author, work or publisher.</summary>
    CanBeLookedUp = 1 << 9,

    /// <summary>Tells its year.</summary>
    Dated = 1 << 10,

    /// <summary>Tells when its link was last visited.</summary>
    Visited = 1 << 11,

    /// <summary>Called more than once.</summary>
    Reused = 1 << 12,

    /// <summary>Stands in a bibliography, not in the list of references.</summary>
    Bibliography = 1 << 13,

    /// <summary>Names an author.</summary>
    Author = 1 << 14,

    /// <summary>Names its publisher.</summary>
    Publisher = 1 << 15,

    /// <summary>Names the time in the video for which it is given.</summary>
    Timed = 1 << 16,

    /// <summary>Tells author, title, year, and where it was published.</summary>
    Complete = 1 << 17,

    Book = 1 << 18,

    Website = 1 << 19,

    /// <summary>Text without a link or a template.</summary>
    PlainText = 1 << 20,

    /// <summary>A link with a text and without a template.</summary>
    PlainLink = 1 << 21,
}

internal static class SourceTraits
{
    public const int Count = 22;

    public static bool Has(this ClassifiedSource source, SourceTrait trait) => (Of(source.Reference) & trait) != 0;

    public static SourceTrait Of(Reference reference)
    {
        var hasAddress = reference.Addresses.Count > 0;
        var hasIdentifier = reference is { Doi: not null } or { Pmid: not null } or { Pmc: not null } or { Isbn: not null };
        var canBeLookedUp = hasIdentifier || (hasAddress && !reference.IsDead) || (reference.Title is not null && (reference.Work ?? reference.Publisher ?? reference.Author) is not null);
        var isComplete = reference is { Author: not null, Title: not null, Year: not null } and ({ Work: not null } or { Publisher: not null });

        return When(reference.IsStructured, SourceTrait.Structured)
            | When(reference.Kind == ReferenceKind.BareLink, SourceTrait.BareLink)
            | When(reference.IsDead, SourceTrait.Dead)
            | When(reference.IsArchived, SourceTrait.Archived)
            | When(hasAddress, SourceTrait.Address)
            | When(reference.Doi is not null, SourceTrait.Doi)
            | When(reference.Pmid is not null, SourceTrait.Pmid)
            | When(reference.Isbn is not null, SourceTrait.Isbn)
            | When(hasIdentifier, SourceTrait.Identifier)
            | When(canBeLookedUp, SourceTrait.CanBeLookedUp)
            | When(reference.Year is not null, SourceTrait.Dated)
            | When(reference.AccessYear is not null, SourceTrait.Visited)
            | When(reference.Uses > 1, SourceTrait.Reused)
            | When(reference.Place == ReferencePlace.Bibliography, SourceTrait.Bibliography)
            | When(reference.Author is not null, SourceTrait.Author)
            | When(reference.Publisher is not null, SourceTrait.Publisher)
            | When(reference.AtSeconds is not null, SourceTrait.Timed)
            | When(isComplete, SourceTrait.Complete)
            | When(reference.Kind == ReferenceKind.Book, SourceTrait.Book)
            | When(reference.Kind == ReferenceKind.Web, SourceTrait.Website)
            | When(reference.Kind == ReferenceKind.PlainText, SourceTrait.PlainText)
            | When(reference.Kind == ReferenceKind.Link, SourceTrait.PlainLink);
    }

    private static SourceTrait When(bool isSo, SourceTrait trait) => isSo ? trait : 0;
}
