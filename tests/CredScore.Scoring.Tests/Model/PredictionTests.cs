using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Tests.Documents;

namespace CredScore.Scoring.Tests.Model;

/// <summary>What the model adds to an answer, and that rules and model stand without each other.</summary>
public sealed class PredictionTests
{
    private static readonly string Page = string.Concat(
        $"'''Fever''' is a sign. {Wikitext.Sentence}\n\n{Wikitext.Sentence}\n\n",
        string.Concat(Enumerable.Range(1, 4).Select(part => $"== Part {part} ==\n{Wikitext.Sentence} [[Seal {part}]]<ref>{{{{cite journal|title=Study {part}|journal=BMJ|year=200{part}|doi=10.1136/bmj.{part}}}}}</ref>\n\n{Wikitext.Sentence}\n\n")),
        "== References ==\n{{reflist}}\n\n[[Category:Fever]]\n[[Category:Signs]]\n");

    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Fever");

    [Test]
    public void Says_what_speaks_most_for_and_against_and_adds_up()
    {
        var prediction = Assess(Page).Prediction!;

        Assert.Multiple(() =>
        {
            Assert.That(prediction.Model, Is.EqualTo(GradeModel.Embedded.Id));
            Assert.That(prediction.Probabilities.Keys, Is.EqualTo(new[] { "stub", "start", "c", "b", "ga", "fa" }));
            Assert.That(prediction.Class, Is.EqualTo(prediction.Probabilities.MaxBy(pair => pair.Value).Key));
            Assert.That(prediction.Contributions.Sum(contribution => contribution.Effect), Is.EqualTo(prediction.Expected).Within(1e-9));
            Assert.That(prediction.Contributions.SkipLast(2).Count(contribution => contribution.Effect > 0), Is.LessThanOrEqualTo(3));
            Assert.That(prediction.Contributions.SkipLast(2).Count(contribution => contribution.Effect < 0), Is.InRange(1, 3));
            Assert.That(prediction.Contributions.Select(contribution => contribution.Text), Has.All.Match("^[A-Z].*[.]$"));
            Assert.That(prediction.Notes[0], Does.StartWith("Reads like a "));
        });
    }

    [Test]
    public void Weighs_the_prediction_as_one_criterion_of_ten_points()
    {
        var assessment = Assess(Page);
        var criterion = assessment.Criteria.Single(criterion => criterion.Id == "prediction");

        Assert.Multiple(() =>
        {
            Assert.That(criterion.OutOf, Is.InRange(9, 14), "Ten of a hundred, and a part of what is unknown on the page.");
            Assert.That(criterion.Reasons.Single().Text, Does.StartWith("Length aside, the page reads like articles that reviewers graded "));
            Assert.That(assessment.Versions.Model, Is.EqualTo(GradeModel.Embedded.Id));
        });
    }

    [Test]
    public void Judges_by_the_rules_alone_without_a_model()
    {
        var alone = new PageScorer(new SourceClassifier()).Assess(Address, Read(Page));

        Assert.Multiple(() =>
        {
            Assert.That(alone.Prediction, Is.Null);
            Assert.That(alone.Versions.Model, Is.Null);
            Assert.That(alone.Score, Is.Not.Null);
            Assert.That(alone.Criteria.Single(criterion => criterion.Id == "prediction").Points, Is.Null);
            Assert.That(alone.NotJudged, Has.Some.Contain("Likely grade could not be judged"));
        });
    }

    [Test]
    public void Predicts_by_the_model_alone_where_no_rule_asks_for_it()
    {
        var rules = Rulesets.Embedded[0] with { Criteria = [.. Rulesets.Embedded[0].Criteria.Where(criterion => criterion.Id != "prediction")] };
        Assert.That(PageScorer.Default.Assess(Address, Read(Page), rules).Prediction!.Expected, Is.EqualTo(Assess(Page).Prediction!.Expected));
    }

    [Test]
    public void Shows_but_does_not_count_a_prediction_in_another_language()
    {
        var german = PageScorer.Default.Assess(PageAddress.OfArticle("de", "Fieber"), WikitextReader.Read(Page, new() { Language = "de" }));

        Assert.Multiple(() =>
        {
            Assert.That(german.Prediction!.Notes, Has.Some.StartWith("The model learned from English articles: "));
            Assert.That((german.Features[ModelFeatures.Answer], german.Features[ModelFeatures.AnswerBeyondLength]), Is.EqualTo(((double?)null, (double?)null)));
            Assert.That(german.Confidence, Is.LessThan(Assess(Page).Confidence));
        });
    }

    [Test]
    public void Shows_but_does_not_count_a_prediction_outside_its_training()
    {
        var list = string.Concat(Enumerable.Range(1, 8000).Select(i => $"* [[Seal {i}]]\n"));
        var assessment = Assess(Page + "\n== Seals ==\n" + list);

        Assert.Multiple(() =>
        {
            Assert.That(assessment.Prediction!.Notes, Has.Some.StartWith("This page lies outside what the model was trained on"));
            Assert.That(assessment.Features[ModelFeatures.AnswerBeyondLength], Is.Null);
        });
    }

    // No training article cited a retracted work, so that no tree asks for it.
    [Test]
    public void Counts_the_prediction_of_a_page_that_gains_a_retraction()
    {
        var (before, after) = (Assess(Page), Assess(Page.Replace("10.1136/bmj.1", "10.1001/archpediatrics.2012.999", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That((before.Features["sources.retracted"], after.Features["sources.retracted"]), Is.EqualTo(((double?)0, (double?)1)));
            Assert.That(after.Features[ModelFeatures.AnswerBeyondLength], Is.EqualTo(before.Features[ModelFeatures.AnswerBeyondLength]).Within(0.3));
            Assert.That(after.Confidence, Is.EqualTo(before.Confidence).Within(0.01));
            Assert.That(after.Prediction!.Notes, Has.Some.StartWith("No training article had such a value of sources.retracted"));
            Assert.That(before.Prediction!.Notes, Has.None.Contain("training article"));
        });
    }

    [Test]
    public void Hides_the_features_of_the_wikitext_from_the_model_on_a_rendered_page()
    {
        var page = SamplePages.Html("vector-2022");
        var prediction = PageScorer.Default.Assess(Address, HtmlReader.Read(page, new() { Title = "Fever" })).Prediction;
        Assert.That(prediction, Is.Not.Null);
        Assert.That(prediction.Contributions.Select(contribution => contribution.Feature), Has.None.StartWith("markup."));
    }

    [Test]
    public void Is_meant_for_another_mix_of_grades_where_that_is_asked_for()
    {
        var scorer = new PageScorer(new SourceClassifier()) { Model = GradeModel.Embedded, ClassMix = ClassMix.Natural };
        var (even, natural) = (Assess(Page), scorer.Assess(Address, Read(Page)));

        Assert.Multiple(() =>
        {
            Assert.That(natural.Prediction!.Probabilities["stub"], Is.GreaterThan(even.Prediction!.Probabilities["stub"]));
            Assert.That(natural.Prediction.Probabilities.Values.Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(natural.Prediction.Class, Is.EqualTo(natural.Prediction.Probabilities.MaxBy(pair => pair.Value).Key));
            Assert.That(natural.Prediction.Notes, Has.Some.StartWith("Class and probabilities are for grades as frequent as in the whole encyclopedia"));
            Assert.That((natural.Score, natural.Prediction.Expected), Is.EqualTo((even.Score, even.Prediction.Expected)));
            Assert.That(natural.Prediction.Contributions, Is.EqualTo(even.Prediction.Contributions));
            Assert.That(even.Prediction.Notes, Has.None.Contain("encyclopedia"));
        });
    }

    [Test]
    public void Marks_the_features_that_do_not_carry_over_to_other_languages()
    {
        var english = PageScorer.Default.ReadFeatures(Read(Page));
        var french = PageScorer.Default.ReadFeatures(WikitextReader.Read(Page, new() { Language = "fr" }));
        var lost = ModelFeatures.Names.Where(name => english[name] is not null && french[name] is null);
        Assert.That(lost, Is.SubsetOf(ModelFeatures.Names.Where(name => !ModelFeatures.CarriesOver(name))));
        Assert.That(ModelFeatures.Names.Where(name => !ModelFeatures.CarriesOver(name) && french[name] is not null), Is.Empty);
    }

    [Test]
    public void Scores_again_from_stored_values_with_the_same_number()
    {
        var assessment = Assess(Page);
        var again = PageScorer.Rescore(assessment, Rulesets.Find(assessment.Versions.Ruleset)!);
        Assert.That((again.Score, again.Prediction), Is.EqualTo((assessment.Score, assessment.Prediction)));
    }

    private static Assessment Assess(string wikitext) => PageScorer.Default.Assess(Address, Read(wikitext));

    private static WikipediaArticle Read(string wikitext) => WikitextReader.Read(wikitext, new() { Title = "Fever" });
}
