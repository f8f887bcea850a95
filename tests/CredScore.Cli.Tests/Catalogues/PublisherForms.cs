using System.Formats.Tar;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json;

namespace CredScore.Cli.Tests.Catalogues;

/// <summary>Writes entries in the forms of their publishers.</summary>
internal static class PublisherForms
{
    public const string RetractionHeader =
        "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes";

    public static string Retractions(IEnumerable<(string Doi, string Pmid, string Nature, string Notice, string Date)> rows)
        => Text(RetractionHeader, rows.Select((row, index) => $"{index},\"A paper, and more\",,,,,,,,,{row.Date},{Cell(row.Notice)},,,{Cell(row.Doi)},{row.Pmid},{row.Nature},,No,"));

    public static string Universities(IEnumerable<(string Name, string Domain)> rows)
        => JsonSerializer.Serialize(rows.Select(row => new Dictionary<string, object> { ["name"] = row.Name, ["domains"] = new[] { row.Domain }, ["country"] = "Nowhere" }));

    public static byte[] AcademicDomains(IEnumerable<(string Domain, string Names)> rows, IEnumerable<string>? abused = null)
    {
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
        {
            foreach (var (domain, names) in rows.Select(row => (string.Join('/', row.Domain.Split('.').Reverse()), row.Names)).Append(("abused", string.Join('\n', abused ?? []))))
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"swot-master/lib/domains/{domain}.txt") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(names)) });
            }
        }

        return packed.ToArray();
    }

    public static string GovernmentDomains(IEnumerable<(string Domain, string Type, string Organization)> rows)
        => Text("Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email", rows.Select(row => $"{row.Domain},{row.Type},{Cell(row.Organization)},,Nowhere,MD,"));

    public static string PublicSuffixes(IEnumerable<string> rules)
        => Text("// The list", ["// ===BEGIN ICANN DOMAINS===", .. rules, "// ===END ICANN DOMAINS===", "// ===BEGIN PRIVATE DOMAINS===", "edu.blogspot.com", "// ===END PRIVATE DOMAINS==="]);

    public static string PerennialSources(IEnumerable<(string Name, string Status, IEnumerable<string> Domains)> rows)
        => Wiki([("Wikipedia:Reliable sources/Perennial sources/1", Text("{| class=\"wikitable\"", rows.Select(row =>
            $"|- class=\"s-{row.Status}\" id=\"{row.Name.Replace(' ', '_')}\"\n| ''[[{row.Name}|{row.Name}]]''\n| {{{{WP:RSPSTATUS|{row.Status}}}}}\n| {{{{rsnl|1|2020}}}}\n| {{{{WP:RSPLAST|2020}}}}\n| There is consensus.\n| {{{{WP:RSPUSES|{string.Join('|', row.Domains)}}}}}")))]);

    public static string CitationCategories(IEnumerable<(string Category, string Domain)> rows)
        => Wiki(rows.GroupBy(row => row.Category).Select(group => ($"Cite Unseen/sources/{group.Key}", Text("{{header}}", group.Select(row => $"* {{{{CULink|url={row.Domain}}}}}")))));

    public static string Journals(IEnumerable<(string Title, string Abbreviation, string Issn)> rows)
        => Text("--------------------------------------------------------", rows.Select((row, index) =>
            $"JrId: {index}\nJournalTitle: {row.Title}\nMedAbbr: {row.Abbreviation}\nISSN (Print): {row.Issn}\nISSN (Online): \nIsoAbbr: {row.Abbreviation}\nNlmId: 1\n--------------------------------------------------------"));

    public static string Topics(IEnumerable<(string Title, string Url)> rows)
        => Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><health-topics total=\"1\">", rows.Select(row =>
            $"<health-topic title=\"{SecurityElement.Escape(row.Title)}\" url=\"{row.Url}\" id=\"1\" language=\"English\"><full-summary>Words.</full-summary></health-topic>").Append("</health-topics>"));

    public static string Descriptors(IEnumerable<(string Id, string Name, IEnumerable<string> Trees, IEnumerable<string> Names)> rows)
        => Text("", rows.Select(row => Text("*NEWRECORD", ["RECTYPE = D", $"MH = {row.Name}", .. row.Names.Select(name => $"ENTRY = {name}|T047|NON|EQV"), .. row.Trees.Select(tree => $"MN = {tree}"), $"UI = {row.Id}", ""])));

    public static string Diseases(IEnumerable<(string Id, string Name, IEnumerable<string> Numbers)> rows)
        => Text("format-version: 1.2", rows.Select(row => Text("", ["[Term]", $"id: {row.Id}", $"name: {row.Name}", .. row.Numbers.Select(number => $"xref: {number}")])));

    public static string Predatory(IEnumerable<(string Address, string Name)> rows) => Text("url,name,abbr", rows.Select(row => $"{Cell(row.Address)},{Cell(row.Name)},"));

    private static string Wiki(IEnumerable<(string Title, string Text)> pages) => JsonSerializer.Serialize(new
    {
        query = new { pages = pages.Select(page => new { title = page.Title, revisions = new[] { new { slots = new { main = new { content = page.Text } } } } }) },
    });

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Text(string header, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(header)) + "\n";
}
