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
