using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class CurveTests
{
    private static readonly Curve Hump = new([(0, 0), (2, 0.4), (10, 1), (20, 1), (40, 0)]);

    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(-5, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 0.2)]
    [TestCase(2, 0.4)]
    [TestCase(6, 0.7)]
    [TestCase(10, 1)]
    [TestCase(15, 1)]
    [TestCase(20, 1)]
    [TestCase(30, 0.5)]
    [TestCase(40, 0)]
    [TestCase(1000, 0)]
    [TestCase(double.PositiveInfinity, 0)]
    public void Gives_the_share_at_each_end_at_each_bend_between_and_beyond(double value, double share)
        => Assert.That(Hump.At(value), Is.EqualTo(share).Within(1e-12));

    [Test]
    public void Knows_where_it_is_highest()
    {
        var valley = new Curve([(0, 1), (1, 1), (2, 0), (3, 1)]);

        Assert.Multiple(() =>
        {
            Assert.That(Hump.Peaks, Is.EqualTo(new[] { (10.0, 20.0) }));
            Assert.That(valley.Peaks, Is.EqualTo(new[] { (double.NegativeInfinity, 1.0), (3.0, double.PositiveInfinity) }));
            Assert.That(new Curve([(0, 0.5), (1, 0.5)]).Peaks, Is.EqualTo(new[] { (double.NegativeInfinity, double.PositiveInfinity) }));
        });
    }

    [Test]
    public void Says_what_keeps_points_from_being_a_curve()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Curve.FaultIn([(0, 0)]), Is.EqualTo("A curve has two points or more."));
            Assert.That(Curve.FaultIn([(0, 0), (0, 1)]), Is.EqualTo("Point 2 of the curve does not lie to the right of point 1."));
            Assert.That(Curve.FaultIn([(0, 0), (1, 1.1)]), Is.EqualTo("Point 2 of the curve gives a share of points outside 0 to 1."));
            Assert.That(Curve.FaultIn([(0, double.NaN), (1, 1)]), Is.EqualTo("Point 1 of the curve gives a share of points outside 0 to 1."));
            Assert.That(Curve.FaultIn([(double.NaN, 0), (1, 1)]), Is.EqualTo("Point 1 of the curve lies outside -1,000,000,000 to 1,000,000,000."));
            Assert.That(Curve.FaultIn([(0, 0), (double.PositiveInfinity, 1)]), Does.StartWith("Point 2 of the curve lies outside"));
            Assert.That(Curve.FaultIn([(0, 0), (1, 1)]), Is.Null);
        });
    }

    [Test]
    public void Refuses_to_be_made_of_points_that_are_none()
        => Assert.That(() => new Curve([(1, 0), (0, 1)]), Throws.ArgumentException.With.Message.StartsWith("Point 2 of the curve does not lie"));
}
