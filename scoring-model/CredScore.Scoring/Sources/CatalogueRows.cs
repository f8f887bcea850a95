namespace CredScore.Scoring.Sources;

/// <summary>Turns the rows of the catalogue files into verdicts with their reasons.</summary>
internal sealed class CatalogueRows(IReadOnlyDictionary<string, string> files)
{
    // The catalogues' word for an outlet whose standing is contested.
    private const string Contested = "needs care";

    public IEnumerable<(string Title, IEnumerable<string> Aliases, Verdict Verdict)> Journals()
        => Read("journals", "title", "abbreviations", "aliases", "issn", "indexed", "level", "publisher", "note")
            .Select(row => (row[0], CatalogueTable.Items(row[1]).Concat(CatalogueTable.Items(row[2])), JournalVerdict(row)));

    public IEnumerable<KeyValuePair<string, Verdict>> JournalsByIssn(NameCatalogue journals)
        => Read("journals", "title", "abbreviations", "aliases", "issn", "indexed", "level", "publisher", "note")
            .SelectMany(row => CatalogueTable.Items(row[3]).Select(issn => KeyValuePair.Create(issn, journals.Find(row[0])!)));

    public IEnumerable<KeyValuePair<string, Verdict>> Prefixes()
        => Read("doi-prefixes", "prefix", "publisher", "type", "note").Select(row => KeyValuePair.Create(row[0], PrefixVerdict(row)));

    public IEnumerable<(string Title, IEnumerable<string> Aliases, Verdict Verdict)> Publishers()
        => Read("publishers", "name", "aliases", "type", "note").Select(row => (row[0], (IEnumerable<string>)CatalogueTable.Items(row[1]), NamedVerdict("publishers", row)));

    public IEnumerable<(string Title, IEnumerable<string> Aliases, Verdict Verdict)> Works()
        => Read("works", "name", "aliases", "type", "note").Select(row => (row[0], (IEnumerable<string>)CatalogueTable.Items(row[1]), NamedVerdict("works", row)));

    public IEnumerable<KeyValuePair<string, Retraction>> Retractions()
        => Read("retractions", "doi", "kind", "notice", "date", "note").Select(row => KeyValuePair.Create(row[0], RetractionOf(row)));

    public IEnumerable<(string Host, Verdict Verdict)> Hosts()
        => Read("hosts", "host", "type", "name", "note").Select(row => (row[0], HostVerdict(row)));

    public IEnumerable<(string Suffix, Verdict Verdict)> Suffixes()
        => Read("suffixes", "suffix", "type", "name", "note")
            .Select(row => (row[0], new Verdict(CatalogueTable.TypeOf("suffixes", row[1]), $"its host is under .{row[0]}: {Clause(row[2], row[3])}", "suffixes")));

    public IEnumerable<(string Host, PassThrough PassThrough)> PassThroughs()
        => Read("passthrough", "host", "kind", "note").Select(row => (row[0], new PassThrough(KindOf(row[1]), row[0])));

    public IEnumerable<(IEnumerable<string> Keys, ChannelEntry Entry)> Channels()
        => Read("channels", "key", "also", "name", "kind", "health", "evidence", "note")
            .Select(row => (CatalogueTable.Items(row[1]).Prepend(row[0]), new ChannelEntry(row[2], ChannelKindOf("channels", row[3]), row[4] is "yes", row[6])));

    public IEnumerable<(string Phrase, ChannelKind? Kind)> ChannelWords()
        => Read("channel-words", "words", "kind", "language", "note").Select(row => (row[0], row[1] is "none" ? (ChannelKind?)null : ChannelKindOf("channel-words", row[1])));

    private IEnumerable<string[]> Read(string name, params string[] columns) => files.TryGetValue(name, out var text)
        ? CatalogueTable.Read(name, text, columns)
        : throw new InvalidDataException($"The catalogue {name}.tsv is missing.");

    private static Verdict JournalVerdict(string[] row)
    {
        var (title, indexed, level, note) = (row[0], row[4], row[5], row[7]);

        if (level is "predatory")
        {
            return new(SourceType.Predatory, $"published in {title}, a journal listed as predatory{(note.Length > 0 ? $": {note}" : "")}", "journals", title);
        }

        var (type, evidence, kind) = level switch
        {
            "guideline" => (SourceType.Guideline, EvidenceLevel.Guideline, "a series of guidelines"),
            "review" when TitleEvidence.Read(title)?.Level is EvidenceLevel.Systematic => (SourceType.SystematicReview, EvidenceLevel.Systematic, "a collection of systematic reviews"),
            "review" => (SourceType.SystematicReview, EvidenceLevel.Review, "a review journal"),
            "research" or "care" => (SourceType.JournalArticle, (EvidenceLevel?)null, "a journal"),
            _ => throw new InvalidDataException($"journals.tsv names an unknown level: {level}"),
        };

        // Only MEDLINE and PubMed were looked up row by row; "scopus" means no more than established and outside MEDLINE.
        var register = indexed switch
        {
            "medline" => " in MEDLINE",
            "pubmed" => " in PubMed",
            "scopus" => " in our list, outside MEDLINE",
            "none" => " in our list, in no index we know",
            _ => throw new InvalidDataException($"journals.tsv names an unknown index: {indexed}"),
        };

        var care = level is "care";
        return new(type, $"published in {title}, {kind}{register}{(care && note.Length > 0 ? $"; {note}" : "")}", "journals", title) { Level = evidence, NeedsCare = care };
    }

    private static Verdict PrefixVerdict(string[] row)
    {
        var type = CatalogueTable.TypeOf("doi-prefixes", row[2]);
        var kind = type switch
        {
            SourceType.JournalArticle => ", a scholarly publisher",
            SourceType.Preprint => ", which holds preprints",
            SourceType.Predatory => ", listed as predatory",
            _ => "",
        };
        var care = IsContested(row[3]);
        return new(type, $"its DOI {row[0]} is registered to {row[1]}{kind}{(care || kind.Length == 0 ? NoteOf(row[3]) : "")}", "doi-prefixes", row[1]) { NeedsCare = care };
    }

    private static Verdict NamedVerdict(string list, string[] row)
    {
        var type = CatalogueTable.TypeOf(list, row[2]);
        var verb = list is "publishers" ? "published by" : type is SourceType.Government or SourceType.Guideline or SourceType.Society or SourceType.Organisation ? "issued by" : "appeared in";
        return new(type, $"{verb} {Clause(row[0], row[3])}", list, row[0]) { NeedsCare = IsContested(row[3]) };
    }

    private static Verdict HostVerdict(string[] row)
    {
        var host = row[0].IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? row[0][..slash] : row[0];
        return new(CatalogueTable.TypeOf("hosts", row[1]), $"{row[0]}: {Clause(row[2], row[3])}", "hosts", row[2].Length > 0 ? row[2] : host)
        {
            NeedsCare = IsContested(row[3]),
        };
    }

    private static Retraction RetractionOf(string[] row) => Retraction.Of(row[2], row[1] is "concern", row[3], "retractions");

    private static ChannelKind ChannelKindOf(string name, string cell) => Enum.TryParse<ChannelKind>(cell, ignoreCase: true, out var kind)
        ? kind
        : throw new InvalidDataException($"{name}.tsv names an unknown kind: {cell}");

    private static PassThroughKind KindOf(string cell) => Enum.TryParse<PassThroughKind>(cell, ignoreCase: true, out var kind)
        ? kind
        : throw new InvalidDataException($"passthrough.tsv names an unknown kind: {cell}");

    private static bool IsContested(string note) => note.Contains(Contested, StringComparison.OrdinalIgnoreCase);

    private static string Clause(string name, string note) => (name.Length, note.Length) switch
    {
        (0, _) => note,
        (_, 0) => name,
        _ => $"{name}, {note}",
    };

    private static string NoteOf(string note) => note.Length > 0 ? $": {note}" : "";
}
