using CredScore.Cli.Tests.Support;
using CredScore.Exports.Statistics;

namespace CredScore.Cli.Tests.Exports;

/// <summary>Against examples that were published with their results.</summary>
internal sealed class AgreementTests
{
    // Fifty proposals read by two readers, 20 accepted and 15 refused by both: https://en.wikipedia.org/wiki/Cohen%27s_kappa#Simple_example
    [Test]
    public void Finds_the_kappa_of_fifty_proposals()
    {
        var ratings = Many((0, 0), 20).Concat(Many((0, 1), 5)).Concat(Many((1, 0), 10)).Concat(Many((1, 1), 15)).ToList();
        Assert.That(Agreement.CohenKappa(ratings, 2), Is.EqualTo(0.4).Within(1e-12));
    }

    // Sixty ratings of equal agreement and unequal margins have unequal kappas: https://en.wikipedia.org/wiki/Cohen%27s_kappa#Same_percentages_but_different_numbers
    [TestCase(45, 15, 25, 15, 0.1304)]
    [TestCase(25, 35, 5, 35, 0.2593)]
    public void Finds_unequal_kappas_where_margins_differ(int bothYes, int yesNo, int noYes, int bothNo, double kappa)
    {
        var ratings = Many((0, 0), bothYes).Concat(Many((0, 1), yesNo)).Concat(Many((1, 0), noYes)).Concat(Many((1, 1), bothNo)).ToList();
        Assert.That(Agreement.CohenKappa(ratings, 2), Is.EqualTo(kappa).Within(5e-5));
    }

    // With squared weights, worked out by hand: Σ observed squares 16 over 40 subjects, and Σ of the products of the margins' squares over 40, 55.6.
    [Test]
    public void Counts_near_misses_less_where_categories_have_an_order()
    {
        var ratings = Many((0, 0), 10).Concat(Many((0, 1), 3)).Concat(Many((1, 1), 8)).Concat(Many((1, 2), 4)).Concat(Many((2, 2), 12)).Concat(Many((2, 0), 2)).Concat(Many((2, 1), 1)).ToList();
        Assert.That(Agreement.CohenKappa(ratings, 3, isWeighted: true), Is.EqualTo(1 - (16 / 55.6)).Within(1e-12));
    }

    // Fourteen raters, ten subjects, five categories: https://en.wikipedia.org/wiki/Fleiss%27_kappa#Worked_example
    [Test]
    public void Finds_the_kappa_of_fourteen_raters()
    {
        int[][] counts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];
        Assert.That(Agreement.FleissKappa(counts), Is.EqualTo(0.2099).Within(5e-5));
    }

    // Six targets and four judges: Shrout and Fleiss 1979, doi 10.1037/0033-2909.86.2.420, tables 2 and 4.
    [Test]
    public void Finds_the_intraclass_correlations_of_four_judges()
    {
        double[][] ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        var found = IntraclassCorrelation.Of(ratings);

        Assert.Multiple(() =>
        {
            Assert.That(found.OneWay, Is.EqualTo(0.17).Within(0.005));
            Assert.That(found.TwoWay, Is.EqualTo(0.29).Within(0.005));
            Assert.That(found.Consistency, Is.EqualTo(0.71).Within(0.005));
        });
    }

    [Test]
    public void Says_nothing_where_nothing_differs()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Agreement.CohenKappa([], 2), Is.Null);
            Assert.That(Agreement.CohenKappa([(1, 1), (1, 1)], 2), Is.Null);
            Assert.That(Agreement.FleissKappa([]), Is.Null);
            Assert.That(Agreement.FleissKappa([[3, 0], [3, 0]]), Is.Null);
            Assert.That(IntraclassCorrelation.Of([[1, 2]]).TwoWay, Is.Null);
        });
    }

    private static IEnumerable<(int, int)> Many((int, int) rating, int times) => Enumerable.Repeat(rating, times);
}

/// <summary>The command over a table of ratings.</summary>
internal sealed class AgreementCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Tells_of_each_item_how_far_five_raters_agree_and_hides_groups_under_five()
    {
        // All five agree on the first item, and nobody on the second.
        var big = from page in Enumerable.Range(1, 5) from rater in Enumerable.Range(1, 5) select $"p{page},r{rater},big,{page},{((page + rater) % 5) + 1}";
        var small = from page in Enumerable.Range(1, 5) from rater in Enumerable.Range(1, 4) select $"p{page},s{rater},small,{page},{page}";

        var run = await CommandRun.Of("agreement", _folder.WriteLines("ratings.csv", ["page,rater,group,sources,balance", .. big, .. small]));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var lines = run.Output.Split('\n');
        Assert.That(lines.Single(line => line.StartsWith("sources", StringComparison.Ordinal)), Does.Match("^sources +5 +5 +1.000 +1.000 +1.000 +1.000 +1.000"));
        Assert.That(lines.Single(line => line.StartsWith("balance", StringComparison.Ordinal)), Does.Match("^balance +5 +5 +-0.250"));
        Assert.That(run.Output, Does.Contain("small: fewer than 5 raters: not shown."));
        Assert.That(run.Output.Split("small:")[1], Does.Not.Contain("sources"));
    }

    [Test]
    public async Task Takes_of_an_export_of_appraisals_the_answers_alone()
    {
        var rows = from page in Enumerable.Range(1, 5) from rater in Enumerable.Range(1, 5) select $"p{page},Title,class 1,rater {rater},{page},,71.5";
        var run = await CommandRun.Of("agreement", _folder.WriteLines("appraisals.csv", ["page,title,group,rater,answers.overall,answers.date,score", .. rows]));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match("(?m)^answers.overall +5 +5 +1.000").And.Not.Contain("score").And.Not.Contain("title"));
    }

    [TestCase("page,rater,sources", "p1,r1,6", "Row 2: sources is a whole number from 1 to 5.")]
    [TestCase("page,rater,sources", "p1,r1,2.5", "Row 2: sources is a whole number from 1 to 5.")]
    [TestCase("page,sources", "p1,1", "lacks what is looked for")]
    public async Task Says_what_is_wrong_with_a_table(string header, string row, string why)
        => (await CommandRun.Of("agreement", _folder.WriteLines("ratings.csv", header, row))).AssertExplains(ExitCode.BadInput, why);
}
