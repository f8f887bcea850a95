using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Topics;

public sealed class TopicCatalogueTests
{
    private static readonly string[] Schemes = ["mesh", "icd10", "orphanet", "omim"];
    private static readonly string[] Fields = ["medicine", "health", "biology", "chemistry", "physics", "psychology", "philosophy", "history"];

    private static TopicCatalogue Core => TopicCatalogue.Embedded;

    [Test]
    public void Holds_the_medical_curriculum()
    {
        Assert.That(Core.All.Count(topic => topic.IsMedical), Is.AtLeast(400));
        Assert.That(Core.All.Count(topic => topic.IsMedical && topic.Links.Any(link => !link.IsPart && link.Publisher != Publisher.Wikipedia)), Is.AtLeast(400));
    }

    [Test]
    public void Gives_each_name_to_one_topic()
    {
        var shared = Core.All
            .SelectMany(topic => topic.Synonyms.Prepend(topic.Name).Select(name => (Key: NameKey.Of(name), topic.Name)))
            .Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(" / ", same.Select(pair => pair.Name))}");

        Assert.That(shared, Is.Empty, "topics.tsv: decide whose name it is.");
    }

    [Test]
    public void Gives_each_number_to_one_topic()
    {
        var numbers = Core.All.SelectMany(topic => topic.Identifiers).Select(pair => $"{pair.Key}:{pair.Value}").ToList();
        Assert.That(numbers, Is.Unique);
        Assert.That(numbers, Has.All.Match("^(mesh:D[0-9]{6,9}|icd10:[A-Z][0-9]{2}([.][0-9]{1,2})?|orphanet:[0-9]{1,6}|omim:[0-9]{6})$"));
        Assert.That(Core.All.SelectMany(topic => topic.Identifiers.Keys).Distinct(), Is.SubsetOf(Schemes));
    }

    [Test]
    public void Is_sorted_and_has_known_fields_and_publishers()
    {
        Assert.That(Core.All.Select(topic => topic.Name), Is.Ordered.Using<string>(string.CompareOrdinal));
        Assert.That(Core.All.Select(topic => topic.Field).Distinct(), Is.SubsetOf(Fields));
        Assert.That(Core.All.SelectMany(topic => topic.Links).Select(link => link.Publisher).Distinct(), Is.SubsetOf(Publisher.All.Select(publisher => publisher.Id)));
    }

    [Test]
    public void Holds_whole_addresses_alone()
    {
        foreach (var topic in Core.All)
        {
            foreach (var link in topic.Links.Where(link => link.Publisher != Publisher.Wikipedia))
            {
                var address = Publisher.Find(link.Publisher)!.AddressOf(link.Path);
                Assert.That(Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme == "https" && !address.Contains(' ', StringComparison.Ordinal), $"{topic.Name}: {address}");
            }

            Assert.That(topic.Links.Select(link => (link.Publisher, link.Path)), Is.Unique, topic.Name);
        }
    }

    [TestCase("Measles", "Measles")]
    [TestCase("rubeola", "Measles")]
    [TestCase("MIGRAINES", "Migraine")]
    [TestCase("Crimean-Congo Hemorrhagic Fever", "Crimean–Congo hemorrhagic fever")]
    [TestCase("anaemia", "Anemia")]
    [TestCase("Tide mill", null)]
    [TestCase("", null)]
    public void Finds_names_synonyms_and_plurals(string name, string? topic) => Assert.That(Core.Find(name)?.Name, Is.EqualTo(topic));

    [TestCase("topic\tname\n", "must start with the columns topic, synonyms, field, identifiers, links")]
    [TestCase("topic\tsynonyms\tfield\tidentifiers\tlinks\nA\t\tmedicine\tD003424\t\n", "a number without its register: D003424")]
    [TestCase("topic\tsynonyms\tfield\tidentifiers\tlinks\nA\t\tmedicine\t\tmeasles\n", "a page without its publisher: measles")]
    public void Says_what_is_wrong_with_a_list(string text, string message)
        => Assert.That(() => TopicCatalogue.Parse(text).ToList(), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
}
