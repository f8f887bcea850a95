using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

/// <summary>References as articles give them.</summary>
internal static class Cited
{
    private static readonly SourceClassifier Classifier = new();

    public static Reference Journal(string? work = null, string? title = null, string? doi = null, string? pmid = null, string? address = null)
        => new() { Kind = ReferenceKind.Journal, Place = ReferencePlace.List, Work = work, Title = title, Doi = doi, Pmid = pmid, Addresses = Of(address) };

    public static Reference Book(string? publisher = null, string? isbn = null, string? address = null)
        => new() { Kind = ReferenceKind.Book, Place = ReferencePlace.List, Publisher = publisher, Isbn = isbn, Title = "A book", Addresses = Of(address) };

    public static Reference Web(string? address, string? work = null, string? publisher = null)
        => As(ReferenceKind.Web, work, publisher, address);

    public static Reference As(ReferenceKind kind, string? work = null, string? publisher = null, string? address = null)
        => new() { Kind = kind, Place = ReferencePlace.List, Title = "A page", Work = work, Publisher = publisher, Addresses = Of(address) };

    public static Reference Text(string text, string? address = null)
        => new() { Kind = address is null ? ReferenceKind.PlainText : ReferenceKind.Link, Place = ReferencePlace.List, Text = text, Addresses = Of(address) };

    public static ClassifiedSource Classified(this Reference reference) => Classifier.Classify(reference);

    private static string[] Of(string? address) => address is null ? [] : [address];
}
