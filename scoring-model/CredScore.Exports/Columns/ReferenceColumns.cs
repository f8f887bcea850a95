using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Sources;

namespace CredScore.Exports.Columns;

/// <summary>A reference beside the page that gives it.</summary>
public sealed record ReferenceRow(ExportRow Page, ReferenceSummary Reference);

/// <summary>The columns of tables with a row for each reference.</summary>
public static class ReferenceColumns
{
    private const string OfPage = "the page's own words";

    /// <summary>The columns, those of the page first.</summary>
    public static IReadOnlyList<Column<ReferenceRow>> All { get; } =
    [
        Text("key", row => row.Page.Key, "Canonical key of the page that gives the reference.", PageColumns.OfService),
        Text("kind", row => row.Page.Kind, "Site of the page.", PageColumns.OfService, Sites.All),
        Text("address", row => row.Page.Address, "Canonical web address of the page.", PageColumns.OfSite),
        Text("page", row => row.Page.Title, "Title of the page.", PageColumns.OfSite),
        Whole("revision", row => row.Page.Revision, "Number of the article's revision that was read; empty for a video.", PageColumns.OfSite),
        Text("fetched", row => row.Page.FetchedText, "When the page was read, in UTC (ISO 8601).", PageColumns.OfService),
        Column.OfNumber<ReferenceRow>("score", row => row.Page.Score, "The page's score; empty when there is not enough evidence.", PageColumns.OfRuleset, "points", 0, 100),
        Text("band", row => row.Page.Band, "The page's score in a word.", PageColumns.OfRuleset, PageColumns.WordsOf<Band>()),
        Whole("reference", row => row.Reference.Index, "Number of the reference on the page.", PageColumns.OfService),
        Text("reference.kind", row => row.Reference.Kind, "What the reference is by its form, such as journal, book or web.", OfPage),
        Text("reference.title", row => row.Reference.Title, "Its title, else what it says.", OfPage),
        Whole("reference.year", row => row.Reference.Year, "Year of publication.", OfPage),
        Text("reference.journal", row => row.Reference.Journal, "Name of the journal of a journal citation, as written.", OfPage),
        Text("reference.doi", row => row.Reference.Doi, "Digital object identifier, without resolver.", OfPage),
        Text("reference.pmid", row => row.Reference.Pmid, "Number in PubMed.", OfPage),
        Text("reference.pmc", row => row.Reference.Pmc, "Number in PubMed Central.", OfPage),
        Text("reference.host", row => row.Reference.Host, "Host of the source, not of what passes it on.", OfPage),
        Whole("reference.uses", row => row.Reference.Uses, "How often the page calls the reference.", OfPage, "count"),
        Whole("reference.at", row => row.Reference.At, "Second of the video that it is given for; empty for articles and where none is named.", OfPage, "seconds"),
        Text("source.type", row => ExportRow.Word(row.Reference.SourceType), "What kind of source it is.", PageColumns.OfCatalogues, PageColumns.WordsOf<SourceType>()),
        Text("source.why", row => row.Reference.Why, "Why we say so.", PageColumns.OfCatalogues),
        Text("source.list", row => row.Reference.List, "The list that decided; empty when none did.", PageColumns.OfCatalogues),
        Text("versions.ruleset", row => row.Page.Versions?.Ruleset, "Id and version of the ruleset that scored the page.", PageColumns.OfService),
        Text("versions.catalogue", row => row.Page.Versions?.Catalogue, "Digest of the catalogues by which sources were classified.", PageColumns.OfService),
        Text("versions.scorer", row => row.Page.Versions?.Scorer, "Version of the library that read the page.", PageColumns.OfService),
    ];

    private static Column<ReferenceRow> Text(string name, Func<ReferenceRow, string?> read, string meaning, string source, IReadOnlyList<string>? words = null)
        => Column.OfText(name, read, meaning, source, words);

    private static Column<ReferenceRow> Whole(string name, Func<ReferenceRow, long?> read, string meaning, string source, string? unit = null)
        => Column.OfWhole(name, read, meaning, source, unit);
}
