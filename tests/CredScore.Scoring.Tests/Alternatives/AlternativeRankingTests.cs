using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Tests.Alternatives;

public sealed class AlternativeRankingTests
{
    [Test]
    public void Prefers_the_newer_of_two_papers()
        => Assert.That(Choose(Review("old", 2004), Review("new", 2024)), Is.EqualTo(new[] { "new", "old" }));

    [Test]
    public void Holds_no_age_against_what_is_kept_up_to_date()
        => Assert.That(Choose(Review("dated", 2014), Review("new", 2024), Review("kept", null))[..2], Is.EqualTo(new[] { "new", "kept" }));

    [Test]
    public void Prefers_the_topic_itself_to_anything_new()
        => Assert.That(Choose(Review("wider", 2024) with { IsExact = false }, Review("exact", 1990)), Is.EqualTo(new[] { "exact", "wider" }));

    [Test]
    public void Keeps_the_order_in_which_equals_come()
        => Assert.That(Choose(Review("b", null), Review("a", null)), Is.EqualTo(new[] { "b", "a" }));

    // Each by a publisher of its own, so that variety does not decide.
    private static Alternative Review(string name, int? year)
        => new(name, $"https://{name}.example/", name, AlternativeKind.Review, AlternativeLevel.Professional, true, "", "Fever", "en", true, Year: year);

    private static string[] Choose(params Alternative[] group) => [.. AlternativeRanking.Choose([group], "en", null).Select(alternative => alternative.Title)];
}
