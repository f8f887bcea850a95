using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Alternatives;

/// <summary>Links that were offered as exact for a hundred medical articles, each judged by hand: is it on the page's own topic?</summary>
public sealed class JudgedAlternativesTests
{
    private static readonly string[][] Rows =
        [.. File.ReadAllLines(Path.Combine(SharedData.Root, "tests", "CredScore.Scoring.Tests", "Alternatives", "alternatives-judged.tsv")).Skip(1).Select(line => line.Split('\t'))];

    [Test]
    public void Covers_a_hundred_pages() => Assert.That(Rows.Select(row => row[0]).Distinct().Count(), Is.EqualTo(100));

    [Test]
    public void Is_right_for_nineteen_links_of_twenty()
    {
        Assert.That(Rows.Select(row => row[3]).Distinct(), Is.SubsetOf(new[] { "right", "wrong" }));
        Assert.That(Rows.Count(row => row[3] == "right") / (double)Rows.Length, Is.AtLeast(0.95));
    }

    [Test]
    public void Says_why_a_link_is_wrong() => Assert.That(Rows.Where(row => row[3] == "wrong").Select(row => row[4]), Has.None.Empty);

    [Test]
    public void Is_about_links_that_the_catalogue_still_offers()
    {
        // Those that come from a page's own numbers and references are not in the catalogue.
        var own = new[] { "/ency/article/", "omim.org", "pubchem.", "drugbank.", "orpha.net", "expasy.org", "pmc.ncbi", "meshb.nlm.nih.gov", "disease-ontology.org" };
        var judged = Rows.Where(row => row[3] == "right" && !row[2].StartsWith("http:", StringComparison.Ordinal) && !own.Any(part => row[2].Contains(part, StringComparison.Ordinal))).ToList();
        var offered = judged.Where(row => TopicCatalogue.Embedded.Find(row[1])?.Links.Any(link => Publisher.Find(link.Publisher)!.AddressOf(link.Path) == row[2]) == true).ToList();
        Assert.That(judged.Except(offered).Select(row => $"{row[1]}: {row[2]}"), Is.Empty, "Judge what took its place.");
    }
}
