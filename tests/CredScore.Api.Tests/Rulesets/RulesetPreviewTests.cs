using System.Diagnostics;
using CredScore.Api.Appraisals;
using CredScore.Api.Console;
using CredScore.Api.Rulesets;
using CredScore.Scoring.Rules;
using EmbeddedRulesets = CredScore.Scoring.Rules.Rulesets;

namespace CredScore.Api.Tests.Rulesets;

internal sealed class RulesetPreviewTests
{
    private static readonly Ruleset General = EmbeddedRulesets.Find("general")!;

    private static readonly PanelPage[] Samples = [.. new SamplePages().All.Select(sample => new SamplePages().Assess(sample.Id)!).Select(assessment => new PanelPage(assessment.Page.Title, assessment.Page, assessment.References, assessment.Features))];

    [Test]
    public void Moves_no_page_when_nothing_changed()
    {
        var preview = RulesetPreview.Of(General, General with { Id = "copy" }, Samples);

        Assert.Multiple(() =>
        {
            Assert.That((preview.Pages, preview.BandChanges, preview.Up.Count, preview.Down.Count), Is.EqualTo((3, 0, 0, 0)), "The videos among the samples are for other rules.");
            Assert.That(preview.ScoresAfter, Is.EqualTo(preview.ScoresBefore));
            Assert.That((preview.Changes, preview.Warnings), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
        });
    }

    [Test]
    public void Names_the_movers_with_what_moved_them()
    {
        var preview = RulesetPreview.Of(General, Only("sources"), Samples);

        Assert.Multiple(() =>
        {
            Assert.That(preview.Up.Count + preview.Down.Count, Is.EqualTo(3));
            Assert.That(preview.Down.Select(mover => mover.After - mover.Before), Is.Ordered.And.All.Negative);
            Assert.That(preview.Up.Concat(preview.Down).Select(mover => mover.Why), Has.All.Match(@"^.+ [+−]\d"));
            Assert.That(preview.Bands.Sum(band => band.Before), Is.EqualTo(3));
            Assert.That(preview.Warnings.Single(), Does.StartWith("Nothing counts but Sources"));
        });
    }

    [Test]
    public void Warns_when_length_itself_earns_points()
    {
        var first = General.Criteria[0];
        var words = first.Measures[0] with { Id = "long", Feature = "structure.words", Name = "Length" };
        var preview = RulesetPreview.Of(General, General with { Criteria = [first with { Measures = [words, .. first.Measures] }, .. General.Criteria.Skip(1)] }, Samples);
        Assert.That(preview.Warnings, Has.Some.EqualTo("Points are given for length itself: Length. A long page is not a credible one."));
    }

    [Test]
    public void Warns_when_popularity_comes_to_decide()
    {
        var lecture = new SamplePages().Assess("iron-lecture")!;
        var rules = EmbeddedRulesets.ForProfile("youtube", "general");
        var first = rules.Criteria[0];
        var measure = first.Measures[0] with { Id = "links", Feature = "completeness.links", Curve = new([(0, 0), (100, 1)]) };
        var changed = rules with { Criteria = [first with { Weight = 100, Measures = [measure] }, .. rules.Criteria.Skip(1).Select(one => one with { Weight = 1 })] };

        // Those with more links have more views here, as a page might that drives its viewers from one to the next.
        var panel = Enumerable.Range(0, 40).Select(index => new PanelPage(
            $"Video {index}",
            lecture.Page with { Video = lecture.Page.Video! with { Views = 1_000 * index, LengthSeconds = 60 * (1 + (index * 7 % 40)) } },
            lecture.References,
            new(lecture.Features.Names, lecture.Features.Pairs().Select(pair => pair.Key == "completeness.links" ? new(pair.Key, 2.0 * index) : pair)))).ToArray();
        var preview = RulesetPreview.Of(rules, changed, panel);
        Assert.That(preview.Warnings, Has.Exactly(1).StartsWith("Popularity decides more than before: the rank correlation of score and views rose from "));
        Assert.That(preview.Warnings, Has.None.StartsWith("Length"));
    }

    [Test]
    public void Measures_agreement_without_the_rules_that_read_the_grades()
    {
        var graded = Enumerable.Range(0, 40).Select(index => Graded(Samples[index % 3], index % 3)).ToArray();
        var preview = RulesetPreview.Of(General, General with { Id = "copy" }, graded);
        Assert.That(preview.Agreement!.Pages, Is.EqualTo(40));
        Assert.That(preview.Agreement.Before, Is.EqualTo(preview.Agreement.After).And.EqualTo(-1.0).Within(1e-9), "The samples stand strongest first, and were graded the other way round.");
    }

    [Test]
    public void Measures_agreement_with_what_the_educators_classes_think()
    {
        // What the class thinks best is what these rules think worst, until nothing counts but what the class has looked at.
        var rated = Enumerable.Range(0, 6).Select(index => new RatedPage(Samples[index % 3], 1 + (index % 3))).ToArray();
        var preview = RulesetPreview.Of(General, General with { Id = "copy" }, Samples, rated);
        var few = RulesetPreview.Of(General, General with { Id = "copy" }, Samples, rated[..4]);

        Assert.Multiple(() =>
        {
            Assert.That(preview.ClassAgreement!.Pages, Is.EqualTo(6));
            Assert.That(preview.ClassAgreement.After, Is.EqualTo(-1.0).Within(1e-9));
            Assert.That(preview.ClassAgreement.PairsAfter, Is.Zero);
            Assert.That(few.ClassAgreement, Is.Null);
        });
    }

    [Test]
    public void Counts_pairs_in_the_same_order()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Ranks.SameOrder([(1, 10), (2, 20), (3, 30)]), Is.EqualTo(1));
            Assert.That(Ranks.SameOrder([(3, 10), (2, 20), (2, 30), (null, 5)]), Is.EqualTo(0.5 / 3).Within(1e-12));
            Assert.That(Ranks.SameOrder([(1, 1), (2, 1)]), Is.Null);
        });
    }

    [Test]
    public void Ranks_as_Spearman_did()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Ranks.Correlate([(1, 10), (2, 20), (3, 30)]), Is.EqualTo(1).Within(1e-12));
            Assert.That(Ranks.Correlate([(1, 30), (2, 20), (3, 10), (null, 5)]), Is.EqualTo(-1).Within(1e-12));
            Assert.That(Ranks.Correlate([(1, 1), (1, 2), (2, 3)]), Is.EqualTo(0.866).Within(1e-3));
            Assert.That(Ranks.Correlate([(1, 1), (1, 2)]), Is.Null);
        });
    }

    [Test]
    public void Tries_a_change_on_a_thousand_pages_while_a_slider_moves()
    {
        var thousand = Enumerable.Range(0, 1_000).Select(index => Samples[index % 3]).ToArray();
        RulesetPreview.Of(General, Only("sources"), thousand);
        var best = Enumerable.Range(0, 5).Min(_ => Time(() => RulesetPreview.Of(General, Only("citations"), thousand)));
        TestContext.Out.WriteLine($"1,000 pages by two rulesets: {best.TotalMilliseconds:0.0} ms at best of five.");
        Assert.That(best, Is.LessThan(TimeSpan.FromMilliseconds(200)));
    }

    private static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static PanelPage Graded(PanelPage page, double grade)
        => page with { Features = new(page.Features.Names, page.Features.Pairs().Select(pair => pair.Key == "review.assessed_class" ? new(pair.Key, grade) : pair)) };

    private static Ruleset Only(string criterion)
        => General with { Criteria = [.. General.Criteria.Select(one => one with { Weight = one.Id == criterion ? 1 : 0 })] };
}
