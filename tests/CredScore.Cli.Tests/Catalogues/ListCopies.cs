using System.Text;
using System.Text.Json;
using CredScore.Scoring.Catalogues;
using CsvHelper;

namespace CredScore.Cli.Tests.Catalogues;

/// <summary>The optional copies of real lists, put back into the forms of their publishers; the register of suffixes, of which there is no copy, is invented.</summary>
internal static class ListCopies
{
    private const string Variable = "CREDSCORE_SHARED_DATA";

    /// <summary>Every list by name. Skips the test when there are no copies.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(Root(), "..", "shared", "data"), "catalogues");

        if (!Directory.Exists(folder))
        {
            Assert.Ignore($"There are no copies of lists: set {Variable} to the folder of real data to run this test.");
        }

        string Of(string name) => Path.Combine(folder, name);

        return new Dictionary<string, byte[]>
        {
            [ListNames.Retractions] = Bytes(PublisherForms.Retractions(Retractions(Of("retractions-2026-08.json")))),
            [ListNames.Universities] = File.ReadAllBytes(Of("universities.json")),
            [ListNames.AcademicDomains] = PublisherForms.AcademicDomains(Rows(Of("academic-domains.csv"), true, 2).Select(row => (row[0], row[1].Replace(" | ", "\n", StringComparison.Ordinal)))),
            [ListNames.GovernmentDomains] = Bytes(PublisherForms.GovernmentDomains(Rows(Of("us-gov-domains.csv"), true, 3).Select(row => (row[0], row[1], row[2])))),
            [ListNames.PublicSuffixes] = InventedLists.Of(ListNames.PublicSuffixes),
            [ListNames.PerennialSources] = Bytes(PublisherForms.PerennialSources(Rows(Of("perennial-sources-2026-04.csv"), true, 6).Select(row => (row[1], row[3], (IEnumerable<string>)row[5].Split('|', StringSplitOptions.RemoveEmptyEntries))))),
            [ListNames.CitationCategories] = Bytes(PublisherForms.CitationCategories(Rows(Of("citation-source-categories-2025.csv"), true, 3).Where(row => row[1] == "domain").Select(row => (row[0], row[2])))),
            [ListNames.Doaj] = File.ReadAllBytes(Of("doaj-2025.csv")),
            [ListNames.MedlineTitles] = Bytes(PublisherForms.Journals(MedlineTitles(Of("medline-journal-titles-2021.json")))),
            [ListNames.NcbiTitles] = Bytes(PublisherForms.Journals(Rows(Of("ncbi-journal-titles.csv"), false, 2).Select(row => (row[0], row[1], "")))),
            [ListNames.MedlinePlusTopics] = Bytes(PublisherForms.Topics(Rows(Of("medlineplus-topics-2024.csv"), true, 3).Select(row => (row[1], row[2])))),
            [ListNames.DiseaseOntology] = Bytes(PublisherForms.Diseases(Diseases(Of("disease-ontology")))),
            [ListNames.PredatoryJournals] = Bytes(PublisherForms.Predatory(Rows(Of("predatory-journals-2018.csv"), true, 2).Select(row => (row[0], row[1])))),
            [ListNames.PredatoryPublishers] = Bytes(PublisherForms.Predatory(Rows(Of("predatory-publishers-2018.csv"), true, 2).Select(row => (row[0], row[1])))),
            [ListNames.Mesh] = Bytes(PublisherForms.Descriptors(Rows(Of("mesh-descriptors-2024.csv"), true, 4).Select(row => (row[0], row[1], (IEnumerable<string>)row[2].Split('|'), (IEnumerable<string>)row[3].Split('|'))))),
        };
    }

    private static IEnumerable<(string, string, IEnumerable<string>)> Diseases(string folder)
    {
        var numbers = new[] { "MESHinDO.tsv", "OrphanetinDO.tsv", "ICD10inDO.tsv" }.SelectMany(file => Table(Path.Combine(folder, file))).ToLookup(row => row[0], row => row[2]);
        return Table(Path.Combine(folder, "HumanDO.tsv")).DistinctBy(row => row[0]).Select(row => (row[0], row[1], numbers[row[0]]));
    }

    private static IEnumerable<string[]> Table(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split('\t').Select(cell => cell.Trim('"')).ToArray());

    private static IEnumerable<(string, string, string, string, string)> Retractions(string file)
    {
        using var copy = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. copy.RootElement.GetProperty("retractions").EnumerateObject().Select(row => (row.Name, "0", "Retraction", row.Value.GetString() ?? "", "")),
            .. copy.RootElement.GetProperty("concerns").EnumerateObject().Select(row => (row.Name, "0", "Expression of concern", row.Value.GetString() ?? "", "")),
        ];
    }

    private static IEnumerable<(string, string, string)> MedlineTitles(string file)
    {
        using var copy = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. copy.RootElement.GetProperty("default").GetProperty("container-title").EnumerateObject().Select(row => (row.Name, row.Value.GetString() ?? "", ""))];
    }

    private static List<string[]> Rows(string file, bool hasHeader, int columns)
    {
        using var csv = CsvReader.Create(File.OpenRead(file), new CsvReaderOptions { HasHeader = hasHeader }, false);
        var rows = new List<string[]>();

        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(csv.GetString)]);
        }

        return rows;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
