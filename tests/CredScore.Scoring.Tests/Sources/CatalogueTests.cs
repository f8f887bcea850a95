using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

/// <summary>The catalogue files themselves: a row that is out of order, doubled or misspelt decides wrongly without anybody noticing.</summary>
public sealed class CatalogueTests
{
    private static readonly Dictionary<string, string> Files = new(CatalogueSet.EmbeddedFiles());
    private static readonly string[] Names = ["channel-words", "channels", "description-hosts", "description-phrases", "doi-prefixes", "hosts", "journals", "passthrough", "publishers", "retractions", "suffixes", "works"];

    [Test]
    public void Is_embedded_with_the_library() => Assert.That(Names, Is.SubsetOf(Files.Keys));

    [TestCaseSource(nameof(Names))]
    public void Is_sorted_by_a_unique_first_column(string name)
    {
        var keys = Rows(name).Select(row => row[0]).ToList();

        for (var i = 1; i < keys.Count; i++)
        {
            Assert.That(string.CompareOrdinal(keys[i - 1], keys[i]), Is.Negative, $"{name}.tsv: move or remove '{keys[i]}', which stands after '{keys[i - 1]}'.");
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Has_no_stray_spaces_and_ends_with_a_line(string name)
    {
        Assert.That(Files[name], Does.EndWith("\n").And.Not.Contains("\r").And.Not.Contains("\uFEFF"));
        Assert.That(Rows(name).SelectMany(row => row).Where(cell => cell != cell.Trim()), Is.Empty, $"{name}.tsv: trim these cells.");
    }

    [TestCase("doi-prefixes", 2)]
    [TestCase("hosts", 1)]
    [TestCase("publishers", 2)]
    [TestCase("suffixes", 1)]
    [TestCase("works", 2)]
    public void Names_types_in_the_words_of_the_answers(string name, int column)
    {
        var known = Enum.GetNames<SourceType>().Select(type => char.ToLowerInvariant(type[0]) + type[1..]).ToHashSet(StringComparer.Ordinal);
        Assert.That(Rows(name).Select(row => row[column]).Where(type => !known.Contains(type)).Distinct(), Is.Empty, $"{name}.tsv: see SourceType for the words.");
    }

    [TestCase("description-hosts")]
    [TestCase("hosts")]
    [TestCase("passthrough")]
    [TestCase("suffixes")]
    public void Writes_hosts_in_lower_case_without_scheme_or_www(string name)
        => Assert.That(Rows(name).Select(row => row[0]).Where(key => !IsHostKey(key, name)), Is.Empty, $"{name}.tsv: write the host alone, or host/path.");

    [Test]
    public void Keeps_a_host_either_as_a_source_or_as_a_passage()
        => Assert.That(Rows("hosts").Select(row => row[0]).Intersect(Rows("passthrough").Select(row => row[0]), StringComparer.Ordinal), Is.Empty);

    [Test]
    public void Writes_valid_issns()
    {
        var issns = Rows("journals").SelectMany(row => row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.That(issns.Where(issn => !IsIssn(issn)), Is.Empty, "journals.tsv: the check digit does not fit.");
        Assert.That(issns.GroupBy(issn => issn, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty, "journals.tsv: an ISSN belongs to one journal.");
    }

    [TestCase("journals", "indexed", 4, "medline pubmed scopus none")]
    [TestCase("journals", "level", 5, "review research guideline care predatory")]
    [TestCase("passthrough", "kind", 1, "archive resolver proxy aggregator shortener")]
    [TestCase("retractions", "kind", 1, "retracted concern")]
    public void Uses_only_the_words_of_a_column(string name, string column, int index, string words)
        => Assert.That(Rows(name).Select(row => row[index]).Where(cell => !words.Split(' ').Contains(cell)).Distinct(), Is.Empty, $"{name}.tsv: {column} is one of {words}.");

    [TestCase("journals", new[] { 0, 1, 2 })]
    [TestCase("publishers", new[] { 0, 1 })]
    [TestCase("works", new[] { 0, 1 })]
    public void Gives_each_name_to_one_entry(string name, int[] columns)
    {
        var owners = Rows(name)
            .SelectMany(row => columns.SelectMany(column => row[column].Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(alias => (Key: NameKey.Of(alias), Owner: row[0])))
            .Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(" / ", same.Select(pair => pair.Owner))}");

        Assert.That(owners, Is.Empty, $"{name}.tsv: decide whose name it is.");
    }

    [Test]
    public void Writes_dois_as_they_are_compared()
    {
        Assert.That(Rows("retractions").Select(row => row[0]).Where(doi => Doi.Normalise(doi) != doi), Is.Empty);
        Assert.That(Rows("doi-prefixes").Select(row => row[0]).Where(prefix => !prefix.StartsWith("10.", StringComparison.Ordinal) || prefix.Contains('/', StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("journals", 250)]
    [TestCase("doi-prefixes", 120)]
    public void Is_large_enough_to_be_of_use(string name, int rows) => Assert.That(Rows(name), Has.Count.GreaterThanOrEqualTo(rows));

    [TestCaseSource(nameof(Names))]
    public void Has_its_provenance_written_down(string name)
    {
        var readme = FindReadme();
        Assert.That(File.ReadAllText(readme), Does.Contain($"`{name}.tsv`"), $"Say in {readme} what {name}.tsv holds and where it is from.");
    }

    [Test]
    public void Has_a_version_that_changes_with_any_file()
    {
        var changed = new Dictionary<string, string>(Files) { ["works"] = Files["works"] + "Zzz Example\t\tmedia\tan example\n" };

        Assert.That(CatalogueSet.Embedded.Version, Does.Match("^[0-9a-f]{12}$"));
        Assert.That(CatalogueSet.Parse(Files).Version, Is.EqualTo(CatalogueSet.Embedded.Version));
        Assert.That(CatalogueSet.Parse(changed).Version, Is.Not.EqualTo(CatalogueSet.Embedded.Version));
    }

    [TestCase("works", "name\taliases\ttype\tnote\nThe Example\t\tnonsense\t\n", "unknown source type: nonsense")]
    [TestCase("works", "name\ttype\n", "must start with the columns name, aliases, type, note")]
    [TestCase("works", "name\taliases\ttype\tnote\nThe Example\tmedia\n", "2 cells where 4 belong")]
    [TestCase("passthrough", "host\tkind\tnote\nexample.org\ttunnel\t\n", "unknown kind: tunnel")]
    public void Says_what_is_wrong_with_a_file(string name, string text, string message)
    {
        var files = new Dictionary<string, string>(Files) { [name] = text };
        Assert.That(() => CatalogueSet.Parse(files), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
    }

    [Test]
    public void Says_which_file_is_missing()
        => Assert.That(() => CatalogueSet.Parse(Files.Where(file => file.Key != "hosts")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("hosts.tsv is missing"));

    private static List<string[]> Rows(string name) => [.. Files[name].TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split('\t'))];

    private static bool IsHostKey(string key, string name)
    {
        var labels = key.Split('/')[0].Split('.');
        return !key.EndsWith('/')
            && !key.Contains(' ', StringComparison.Ordinal)
            && labels[0] is not "www"
            && (labels.Length > 1 || name is "suffixes")
            && labels.All(label => label.Length > 0 && label.All(c => char.IsLetterOrDigit(c) && !char.IsUpper(c) || c is '-' or '_'));
    }

    private static bool IsIssn(string issn)
    {
        var digits = issn.Replace("-", "", StringComparison.Ordinal);
        var sum = digits.Take(7).Select((digit, i) => (digit - '0') * (8 - i)).Sum();
        var check = (11 - (sum % 11)) % 11;
        return issn.Length == 9 && issn[4] == '-' && digits[7] == (check == 10 ? 'X' : (char)('0' + check));
    }

    private static string FindReadme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var readme = Path.Combine(folder.FullName, "scoring-model", "catalogues", "README.md");

            if (File.Exists(readme))
            {
                return readme;
            }
        }

        throw new FileNotFoundException("The catalogues' README.md is not above the tests' folder.");
    }
}
