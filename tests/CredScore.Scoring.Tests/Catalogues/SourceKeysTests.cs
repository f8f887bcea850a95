using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Catalogues;

public class SourceKeysTests
{
    private static readonly RefreshedLists Empty = RefreshedLists.None;

    // A list, an entry of it, and a source that it decides.
    [TestCase(ListNames.Retractions, "10.5555/b.2", "retracted\t\t2026-03-01", "{{cite journal|journal=A|title=T|doi=10.5555/B.2}}")]
    [TestCase(ListNames.Retractions, "pmid:7654321", "retracted\t\t2026-03-01", "{{cite journal|journal=A|title=T|pmid=7654321}}")]
    [TestCase(ListNames.Universities, "nowhere.example", "university\tNowhere University", "{{cite web|url=https://dept.lab.nowhere.example/a/b?c#d|title=T}}")]
    [TestCase(ListNames.Universities, "nowhere.example", "university\tNowhere University", "{{cite web|url=https://web.archive.org/web/2010/http://www.nowhere.example/a|title=T}}")]
    [TestCase(ListNames.PublicSuffixes, "ac.example", "university", "{{cite web|url=https://www.some.ac.example/a|title=T}}")]
    [TestCase(ListNames.PerennialSources, "outlet.example/health/blog", "unreliable\tThe Outlet", "{{cite web|url=https://outlet.example/health/blog/2020/post|title=T}}")]
    [TestCase(ListNames.MedlineTitles, "annals of nowhere", "Annals of Nowhere", "{{cite journal|journal=Annals of Nowhere|title=T}}")]
    [TestCase(ListNames.MedlineTitles, "annals of nowhere", "Annals of Nowhere", "{{cite journal|journal=Annals of Nowhere: Official Journal of Nobody|title=T}}")]
    [TestCase(ListNames.PredatoryPublishers, "prey.example", "publisher\tPrey", "[https://www.prey.example/paper A paper]")]
    public void Knows_every_key_by_which_a_list_decides(string list, string key, string value, string source)
    {
        var now = RefreshedLists.Of([InventedLists.List(list, (key, value))]);
        var before = Classify(source, Empty);
        var after = Classify(source, now);

        Assert.Multiple(() =>
        {
            Assert.That(after.Why, Is.Not.EqualTo(before.Why), "The entry is to decide, or this shows nothing.");
            Assert.That(SourceKeys.Of([after.Reference]).Intersect(SourceKeys.Changed(Empty, now)), Is.Not.Empty);
        });
    }

    [Test]
    public void Finds_what_was_added_taken_away_and_said_anew_and_nothing_else()
    {
        var before = RefreshedLists.Of([InventedLists.Retractions(("10.5555/same", "retracted\t\t"), ("10.5555/gone", "retracted\t\t"), ("10.5555/other", "concern\t\t"))]);
        var after = RefreshedLists.Of([InventedLists.Retractions(("10.5555/same", "retracted\t\t"), ("10.5555/new", "retracted\t\t"), ("10.5555/other", "retracted\t\t"))]);
        var changed = SourceKeys.Changed(before, after);

        Assert.Multiple(() =>
        {
            Assert.That(changed, Has.Count.EqualTo(3));
            Assert.That(KeysOf("10.5555/same").Intersect(changed), Is.Empty);
            Assert.That(new[] { "10.5555/gone", "10.5555/new", "10.5555/other" }.Select(doi => KeysOf(doi).Intersect(changed).Count()), Has.All.EqualTo(1));
            Assert.That(SourceKeys.Changed(after, after), Is.Empty);
            Assert.That(SourceKeys.Changed(after, before), Is.EquivalentTo(changed));
        });
    }

    [Test]
    public void Gives_the_same_keys_each_time_in_order()
    {
        var references = Read("{{cite web|url=https://a.example/x|title=T}}</ref> more <ref>{{cite journal|journal=B|doi=10.5555/c|pmid=1}}");
        var first = SourceKeys.Of(references);
        Assert.That(SourceKeys.Of(references), Is.EqualTo(first).And.Ordered);
    }

    private static IReadOnlyList<long> KeysOf(string doi) => SourceKeys.Of(Read($"{{{{cite journal|journal=Nobody's|title=T|doi={doi}}}}}"));

    private static ClassifiedSource Classify(string source, RefreshedLists lists)
        => new SourceClassifier(CatalogueSet.Embedded.With(lists)).Classify(Read(source).Single());

    private static IReadOnlyList<Reference> Read(string source)
        => WikitextReader.Read($"'''Fever''' is hot.<ref>{source}</ref>", new() { Title = "Fever", Record = new() { Revision = 7, FetchedAt = DateTimeOffset.UnixEpoch } }).References!;
}
