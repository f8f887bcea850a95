using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using System.Text.Json;

namespace CredScore.Scoring.Tests.Catalogues;

public class ReclassifyTests
{
    private const string Article =
        """
        {{Infobox medical condition|name=Fever|MeshID=D005334}}
        '''Fever''' is a raised temperature of the body.<ref>{{cite journal|journal=The Lancet|title=Fever: a systematic review|year=2024|doi=10.5555/a.1}}</ref>
        It is common.<ref name=b>{{cite journal|journal=BMJ|title=A trial|year=2023|doi=10.5555/b.2|pmid=7654321}}</ref> It passes.<ref name=b/><ref>{{cite web|url=https://nowhere.example/page|title=A page}}</ref>
        See also.<ref>Smith 2010</ref><ref>{{cite book|last=Smith|year=2010|title=Heat|publisher=Oxford University Press}}</ref>
        """;

    private static readonly DateTimeOffset At = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Fever");
    private static readonly PageScorer Before = Scorer();
    private static readonly PageScorer After = Scorer(InventedLists.Retractions(("10.5555/b.2", "retracted\t10.5555/n\t2026-03-01")), InventedLists.List(Scoring.Catalogues.ListNames.Universities, ("nowhere.example", "university\tNowhere University")));

    [Test]
    public void Gives_the_same_answer_from_kept_references_as_from_the_page()
    {
        var before = Before.Assess(Address, Read());
        var again = Again(before);
        var anew = After.Assess(Address, Read());

        Assert.Multiple(() =>
        {
            Assert.That(again.Features.Pairs(), Is.EqualTo(anew.Features.Pairs()));
            Assert.That(JsonOf(again with { Changes = null }), Is.EqualTo(JsonOf(anew)));
        });
    }

    [Test]
    public void Tells_what_happened_to_the_score_and_why()
    {
        var before = Before.Assess(Address, Read());
        var again = Again(before);
        var change = again.Changes!.Single();

        Assert.Multiple(() =>
        {
            Assert.That(change.Text, Does.Match(@"^The score fell from \d+ to \d+ on 3 March 2026: source 2 was retracted; the kind of one other source changed too\.$"));
            Assert.That((change.At, change.From, change.To), Is.EqualTo((At, before.Score, again.Score)));
            Assert.That(change.Sources[0], Is.EqualTo(new SourceChange(2, SourceType.JournalArticle, SourceType.Retracted, "retracted on 2026-03-01, notice 10.5555/n", "retractions 2026-11-20")));
            Assert.That(again.Caps.Select(cap => cap.Id), Does.Contain("retracted-source"));
        });
    }

    [Test]
    public void Says_nothing_of_a_change_when_no_source_changed()
    {
        var before = Before.Assess(Address, Read());
        var other = Scorer(InventedLists.Retractions(("10.5555/z", "retracted\t\t")));
        var again = other.Reclassify(Stored(before), Kept(before), RulesetOf(before), At);
        Assert.That((again.Changes, again.Score, again.Versions.Catalogue), Is.EqualTo(((IReadOnlyList<ScoreChange>?)null, before.Score, other.CatalogueVersion)));
    }

    [Test]
    public void Remembers_earlier_changes()
    {
        var before = Before.Assess(Address, Read());
        var back = Before.Reclassify(Stored(Again(before)), Kept(before), RulesetOf(before), At.AddDays(30));
        Assert.That(back.Changes!.Select(change => change.Text).ToList(), Has.Count.EqualTo(2).And.Some.Contains("on 2 April 2026: source 2 is no longer listed as retracted"));
    }

    // The list of features that are read again must be whole: with every source of another kind, all others stay.
    [Test]
    public void Reads_again_every_feature_that_asks_for_the_kind_of_a_source()
    {
        var references = Read().References!;
        var some = references.Select((reference, index) => new ClassifiedSource(reference, SourceType.JournalArticle, "", null, EvidenceLevel.Primary, null, $"a{index}", false)).ToList();
        var other = references.Select(reference => new ClassifiedSource(reference, SourceType.News, "", null, null, null, "b", true)).ToList();
        var (first, second) = (ArticleFeatures.Read(new(Read(), some)), ArticleFeatures.Read(new(Read(), other)));
        Assert.That(ArticleFeatures.All.Select(feature => feature.Name).Where(name => first[name] != second[name] && !PageScorer.IsReadFromTypes(name)), Is.Empty);
    }

    [Test]
    public void Keeps_references_whole()
    {
        var references = Read().References!;
        var kept = ReferenceRecords.Read(ReferenceRecords.Write(references));
        Assert.That(kept.Select(reference => JsonSerializer.Serialize(reference)), Is.EqualTo(references.Select(reference => JsonSerializer.Serialize(reference))));
    }

    [Test]
    public void Refuses_references_that_are_none() => Assert.That(() => ReferenceRecords.Read([1, 2, 3]), Throws.TypeOf<InvalidDataException>());

    private static Assessment Again(Assessment before) => After.Reclassify(Stored(before), Kept(before), RulesetOf(before), At);

    private static IReadOnlyList<Reference> Kept(Assessment assessment) => ReferenceRecords.Read(ReferenceRecords.Write(assessment.Read!));

    private static Assessment Stored(Assessment assessment) => (Assessment)JsonSerializer.Deserialize(JsonOf(assessment), typeof(Assessment), AssessmentJson.Instance)!;

    private static string JsonOf(Assessment assessment) => JsonSerializer.Serialize(assessment, typeof(Assessment), AssessmentJson.Instance);

    private static Ruleset RulesetOf(Assessment assessment) => Rulesets.Find(assessment.Versions.Ruleset)!;

    private static PageScorer Scorer(params Scoring.Catalogues.RefreshedList[] lists) => new(InventedLists.Classifier(lists)) { Model = GradeModel.Embedded };

    // Enough text for a number.
    private static string Long => Article + string.Concat(Enumerable.Range(1, 12).Select(number => $"\n== Part {number} ==\n{string.Concat(Enumerable.Repeat("The body keeps its temperature within narrow bounds, and many causes raise them for some days. ", 6))}<ref name=b/>\n"));

    private static WikipediaArticle Read() => WikitextReader.Read(Long, new() { Title = "Fever", Record = new() { Revision = 7, FetchedAt = At.AddDays(-40) } });
}
