namespace CredScore.Scoring.Documents;

/// <summary>Tells what a rendered citation cites from the classes that its template gave it, else from its COinS.</summary>
internal static class HtmlCitationKind
{
    public static ReferenceKind Read(ReadOnlySpan<char> classes, CoinsFields? coins)
    {
        while (HtmlClasses.TryTake(ref classes, out var name))
        {
            if (OfClass(name) is { } kind)
            {
                return kind;
            }
        }

        // {{citation}} is a book, a journal article or a page by its parameters, and its class does not say which.
        return coins is null ? ReferenceKind.Other : OfCoins(coins);
    }

    private static ReferenceKind? OfClass(ReadOnlySpan<char> name) => name switch
    {
        "journal" => ReferenceKind.Journal,
        "book" => ReferenceKind.Book,
        "web" => ReferenceKind.Web,
        "news" or "newspaper" => ReferenceKind.News,
        "magazine" => ReferenceKind.Magazine,
        "encyclopaedia" or "encyclopedia" => ReferenceKind.Encyclopedia,
        "report" or "techreport" => ReferenceKind.Report,
        "thesis" => ReferenceKind.Thesis,
        "conference" => ReferenceKind.Conference,
        "pressrelease" or "press" => ReferenceKind.PressRelease,
        "audio-visual" or "av" or "episode" or "serial" or "podcast" or "video" or "speech" => ReferenceKind.AudioVisual,
        "court" or "legal" => ReferenceKind.Legal,
        "arxiv" or "biorxiv" or "medrxiv" or "ssrn" or "citeseerx" => ReferenceKind.Preprint,
        "map" => ReferenceKind.Map,
        "interview" or "mailinglist" or "newsgroup" or "sign" or "document" => ReferenceKind.Other,
        _ => null,
    };

    private static ReferenceKind OfCoins(CoinsFields coins) => coins switch
    {
        { Format: { } format } when format.EndsWith("dissertation", StringComparison.Ordinal) => ReferenceKind.Thesis,
        { Format: { } format } when format.EndsWith("patent", StringComparison.Ordinal) => ReferenceKind.Legal,
        { Genre: "conference" or "proceeding" } => ReferenceKind.Conference,
        { Genre: "report" } => ReferenceKind.Report,
        { Genre: "preprint" } => ReferenceKind.Preprint,
        { Genre: "article", JournalTitle: not null } => ReferenceKind.Journal,
        { JournalTitle: not null, Genre: "unknown", Doi: null } => ReferenceKind.Web,
        { JournalTitle: not null } => ReferenceKind.Journal,
        { BookTitle: not null, HasAddress: true, Isbn: null, Publisher: null } => ReferenceKind.Web,
        { BookTitle: not null } => ReferenceKind.Book,
        _ => ReferenceKind.Other,
    };
}
