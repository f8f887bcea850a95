using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Tests.Catalogues;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>The optional copies of real lists of topics, compiled as a refresh compiles them.</summary>
internal static class TopicLists
{
    public static RefreshedLists Read() => RefreshedLists.Of([MedlinePlus(), Mesh(), Diseases()]);

    private static RefreshedList MedlinePlus()
        => Compile(ListNames.MedlinePlusTopics, Rows("medlineplus-topics-2024.csv").Select(row => (ListKeys.Name + ListKeys.OfName(row["title"]), $"{row["url"]}\t{row["title"]}")));

    private static RefreshedList Mesh()
        => Compile(ListNames.Mesh, Rows("mesh-descriptors-2024.csv").SelectMany(row => row["entry_terms"].Split('|').Prepend(row["name"]).Select(name => (ListKeys.Name + ListKeys.OfName(name), row["ui"])).Prepend((row["ui"], $"{row["name"]}\t{row["tree_numbers"]}"))));

    private static RefreshedList Diseases()
    {
        var mesh = Numbers("MESHinDO.tsv");
        var orphanet = Numbers("OrphanetinDO.tsv");
        var icd = Numbers("ICD10inDO.tsv");
        var names = Tsv("HumanDO.tsv").DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1]);

        return Compile(ListNames.DiseaseOntology,
        [
            .. names.Select(pair => (pair.Key, $"{pair.Value}\t{Only(mesh, pair.Key)}\t{Only(orphanet, pair.Key)}")),
            .. names.Select(pair => (ListKeys.Name + ListKeys.OfName(pair.Value), pair.Key)),
            .. Keys("mesh", mesh),
            .. Keys("orphanet", orphanet),
            .. Keys("icd10", icd),
        ]);
    }

    private static IEnumerable<(string, string)> Keys(string register, ILookup<string, string> numbers) => numbers.SelectMany(same => same.Select(number => ($"{register}:{number}", same.Key)));

    private static string Only(ILookup<string, string> numbers, string id) => numbers[id].Take(2).ToList() is [var only] ? only : "";

    private static ILookup<string, string> Numbers(string file) => Tsv(file).ToLookup(row => row[0], row => row[2][(row[2].IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<string[]> Tsv(string file)
        => File.ReadLines(SharedData.Find($"catalogues/disease-ontology/{file}")).Skip(1).Select(line => line.Split('\t').Select(cell => cell.Trim('"')).ToArray());

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file) => Csv.ReadNamed(File.ReadAllText(SharedData.Find($"catalogues/{file}")));

    private static RefreshedList Compile(string name, IEnumerable<(string Key, string Value)> entries)
        => InventedLists.List(name, [.. entries.Where(entry => entry.Key.Length is > 0 and <= CompiledList.LongestKey && entry.Key != ListKeys.Name).DistinctBy(entry => entry.Key)]);
}
