using System.Text.RegularExpressions;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Tests.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Features;

public partial class ArticleFeaturesTests
{
    private static readonly SourceClassifier Classifier = new();

    [Test]
    public void Declares_at_least_sixty_features_once_each()
    {
        var names = ArticleFeatures.All.Select(feature => feature.Name).ToList();
        Assert.That(names, Has.Count.GreaterThanOrEqualTo(60));
        Assert.That(names, Is.Unique);
        Assert.That(names.Where(name => !NameForm().IsMatch(name)), Is.Empty);
        Assert.That(ArticleFeatures.All.Where(feature => !feature.Description.EndsWith('.') || feature.Description.Length < 6).Select(feature => feature.Name), Is.Empty, "Describe each feature in a sentence.");
    }

    [Test]
    public void Knows_no_share_of_sources_where_there_are_none()
    {
        var features = Read("Seals sleep on the ice.");
        Assert.That(SharesOfSources.Where(name => features[name] is not null), Is.Empty);
        Assert.That((features["citations.references"], features["citations.sources"], features["citations.uses"], features["sources.origins"]), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
    }

    [Test]
    public void Knows_nothing_of_a_list_that_was_taken_out()
    {
        var article = Wikitext.Read("Seals sleep on the ice.");
        var features = ArticleFeatures.Read(new(
            new()
            {
                Format = DocumentFormat.Html,
                Sections = article.Sections,
                References = null,
                Categories = null,
                Infoboxes = [],
                Identifiers = null,
                MaintenanceTags = null,
                InlineTags = [],
                Media = [],
                Prose = article.Prose,
                Wikilinks = 0,
                ExternalLinks = 0,
                Tables = 0,
                ListItems = 0,
                Badges = null,
            },
            []));

        string[] hidden = ["citations.references", "citations.sources", "citations.uses", "citations.per_1000_words", "sources.retracted", "sources.strong", "sources.origins", "structure.categories", "completeness.identifiers", "review.maintenance_tags", "review.hoax_tag", "review.badge"];
        Assert.That(hidden.Concat(SharesOfSources).Where(name => features[name] is not null), Is.Empty);
    }

    [Test]
    public void Reads_the_numbers_of_a_page()
    {
        var features = Read($"Lead.\n== A ==\n{Wikitext.Sentence}<ref>{{{{cite journal|title=One|journal=Nature|doi=10.1038/1|year=2004}}}}</ref>\n\n{Wikitext.Sentence}\n== B ==\n{Wikitext.Sentence}<ref>http://a.example/1</ref>");

        Assert.Multiple(() =>
        {
            Assert.That((features["structure.words"], features["structure.sections"], features["structure.lead_words"]), Is.EqualTo((64.0, 2.0, 1.0)));
            Assert.That((features["citations.sources"], features["citations.bare_link_share"], features["citations.doi_share"]), Is.EqualTo((2.0, 0.5, 0.5)));
            Assert.That(features["citations.uncited_paragraph_share"], Is.EqualTo(1.0 / 3).Within(1e-9));
            Assert.That(features["citations.uncited_sections_share"], Is.EqualTo(0.0));
        });
    }

    [Test]
    public void Stays_within_bounds_on_any_text()
        => WikitextSamples.Mixtures.Sample(AssertBounds, iter: 1500);

    [Test]
    public void Stays_within_bounds_on_any_cut_of_an_article()
        => Gen.Select(Gen.Int[0, WikitextSamples.Article.Length], WikitextSamples.Pieces).Sample((at, piece) => AssertBounds(WikitextSamples.Article[..at] + piece), iter: 1000);

    private static IEnumerable<string> SharesOfSources
        => ArticleFeatures.All.Select(feature => feature.Name).Where(name => name.StartsWith("sources.", StringComparison.Ordinal) && name.EndsWith("_share", StringComparison.Ordinal)).Append("citations.structured_share").Append("citations.dated_share").Append("citations.archived_share");

    private static void AssertBounds(string text)
    {
        var inputs = Inputs(text);
        var values = ArticleFeatures.Read(inputs);

        foreach (var feature in ArticleFeatures.All)
        {
            var value = values[feature.Name];
            Assert.That(value is null || double.IsFinite(value.Value), feature.Name);
            Assert.That(feature.Unit is not (FeatureUnit.Share or FeatureUnit.Flag) || value is null or (>= 0 and <= 1), $"{feature.Name} is {value}");
            Assert.That(feature.Unit is FeatureUnit.Index || value is null or >= 0, $"{feature.Name} is {value}");
            Assert.That(feature.Evidence?.Invoke(inputs).Where(evidence => evidence is null), Is.Null.Or.Empty, feature.Name);
        }
    }

    private static FeatureValues Read(string text) => ArticleFeatures.Read(Inputs(text));

    private static ArticleInputs Inputs(string text)
    {
        var article = Wikitext.Read(text);
        return new(article, [.. article.References!.Select(Classifier.Classify)]);
    }

    [GeneratedRegex("^[a-z]+\\.[a-z0-9_]+$")]
    private static partial Regex NameForm();
}
