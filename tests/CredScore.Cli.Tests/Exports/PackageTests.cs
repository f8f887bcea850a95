using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Cli.Tests.Support;
using CredScore.Exports.Columns;
using CredScore.Exports.Packages;
using CredScore.Exports.Writing;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Tests.Exports;

internal sealed class PackageTests
{
    private static readonly Ruleset General = Rulesets.Find("general")!;

    private static readonly string[] Unitless = ["revision", "reference", "reference.year", "prediction.expected"];

    private static IEnumerable<ColumnFace> AllColumns => [.. PageColumns.OfExport(Rulesets.Embedded), .. PageColumns.OfBulk(null), .. ReferenceColumns.All];

    [Test]
    public void Documents_every_column()
    {
        Assert.Multiple(() =>
        {
            foreach (var column in AllColumns)
            {
                Assert.That(column.Name, Does.Match("^[a-z][A-Za-z0-9_.-]*$"));
                Assert.That(column.Meaning, Does.Match("^.{5,}\\.$"), $"Say what {column.Name} means, in a sentence.");
                Assert.That(column.Source, Is.Not.Empty, $"Say who tells {column.Name}.");
                Assert.That(column.Kind is CellKind.Text || column.Unit is not null || Unitless.Contains(column.Name), $"Say the unit of {column.Name}.");
            }
        });
    }

    [TestCase("csv")]
    [TestCase("jsonl.zst")]
    [TestCase("parquet")]
    public void Describes_the_table_for_programs_and_for_people(string ending)
    {
        var contents = ContentsOf(ending);
        var files = PackageWriter.Describe(contents).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
        var package = JsonNode.Parse(files["datapackage.json"])!;
        var croissant = JsonNode.Parse(files["croissant.json"])!;
        var names = contents.Columns.Select(column => column.Name).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(package["resources"]![0]!["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!), Is.EqualTo(names));
            Assert.That((string)package["resources"]![0]!["hash"]!, Is.EqualTo($"sha256:{contents.Sha256}"));
            Assert.That(package["resources"]![0]!["schema"]!["fields"]!.AsArray().First(field => (string)field!["name"]! == "score")!["constraints"]!["maximum"]!.GetValue<double>(), Is.EqualTo(100));
            Assert.That(croissant["recordSet"]![0]!["field"]!.AsArray().Select(field => (string)field!["name"]!), Is.EqualTo(names));
            Assert.That((string)croissant["distribution"]![0]!["sha256"]!, Is.EqualTo(contents.Sha256));
            Assert.That(files["dictionary.csv"].Split('\n')[0], Is.EqualTo("name,type,meaning,unit,range,source"));
            Assert.That(CsvText.Rows(files["dictionary.csv"]).Select(row => row["name"]), Is.EqualTo(names));
            Assert.That(files["CITATION.cff"], Does.StartWith("cff-version: 1.2.0\n").And.Contain($"value: sha256:{contents.Sha256}"));
            Assert.That(files["README.md"], Does.Contain("## Limits").And.Contain("no random sample"));
            Assert.That(files["examples/load.py"], Does.Contain(contents.File).And.Contain("duckdb"));
            Assert.That(files["examples/load.R"], Does.Contain(contents.File));
            Assert.That(RulesetReader.Read(Encoding.UTF8.GetBytes(files[$"rulesets/{General.Key.Replace('/', '-')}.json"])).Ruleset?.Key, Is.EqualTo(General.Key));
        });
    }

    [Test]
    public void Gives_a_checksum_of_every_file()
    {
        var contents = ContentsOf("csv");
        var files = PackageWriter.Describe(contents);
        var sums = Encoding.UTF8.GetString(files[^1].Value).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);

        Assert.That(sums.Keys, Is.EquivalentTo(files.Select(file => file.Key).Where(name => name != "SHA256SUMS").Append(contents.File)));
        Assert.That(files.Where(file => file.Key != "SHA256SUMS").All(file => sums[file.Key] == Convert.ToHexStringLower(SHA256.HashData(file.Value))));
    }

    [Test]
    public async Task Packs_the_same_table_into_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write("pages.csv", "key\nwikipedia:en:X\n");
        using var one = new MemoryStream();
        using var other = new MemoryStream();

        await PackageWriter.WriteAsync(one, ContentsOf("csv"), table, default);
        await PackageWriter.WriteAsync(other, ContentsOf("csv"), table, default);

        Assert.That(other.ToArray(), Is.EqualTo(one.ToArray()));
        using var zip = new ZipArchive(one);
        Assert.That(zip.Entries.Select(entry => entry.FullName), Has.Member("pages.csv").And.Member("datapackage.json").And.Member("examples/load.py"));
    }

    private static PackageContents ContentsOf(string ending)
    {
        var versions = new VersionCounts();
        versions.Add(new() { Versions = new(General.Key, "wikipedia-grade/2", "0123456789ab", "0.1.0") });

        return new()
        {
            File = $"pages.{ending}",
            Form = TableForm.Find(ending)!,
            Bytes = 1234,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData("table"u8)),
            Rows = 1,
            IsOfReferences = false,
            Columns = PageColumns.OfExport(Rulesets.Embedded),
            Request = """{ "format": "csv" }""",
            Versions = versions,
            AsOf = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
            Rulesets = new Dictionary<string, ReadOnlyMemory<byte>> { [General.Key] = RulesetWriter.Write(General) },
        };
    }
}
