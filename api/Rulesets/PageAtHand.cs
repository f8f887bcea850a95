using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Upstream;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Rulesets;

/// <summary>Finds the page that somebody looks at while they change rules: scored once, then held, so that each further change needs no network.</summary>
internal sealed class PageAtHand(PageScoring scoring)
{
    /// <summary>The page at an address under both rulesets, or why it cannot be shown; null without an address.</summary>
    public async Task<PageMove?> FindAsync(string? url, Ruleset before, Ruleset after, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        if (!ScoreQuestion.TryRead(url, out var question, out var problem))
        {
            return PageMove.Failed(problem.Detail!);
        }

        if (Sites.NameOf(question.Address.Kind) != after.Site)
        {
            return PageMove.Failed(Problem.WrongRuleset(after.Id, question.Address.Kind).Detail!);
        }

        try
        {
            return await scoring.ScoreAsync(question.Address, null, cancellationToken) switch
            {
                { Score: { } score } => PageMove.Of(score.Assessment, before, after),
                { Refusal: { } refusal } => PageMove.Failed(refusal.Text),
                _ => PageMove.Failed(Problem.PageMissing(question.Address.Kind).Detail!),
            };
        }
        catch (UpstreamException exception)
        {
            return PageMove.Failed(exception.Message);
        }
    }
}

/// <summary>One page under two rulesets, criterion by criterion.</summary>
/// <param name="Title">Its title; null when it could not be scored.</param>
/// <param name="Before">Score before; null when there is not enough evidence.</param>
/// <param name="After">Score now.</param>
/// <param name="BandBefore"><c>strong</c>, <c>fair</c>, <c>weak</c> or <c>insufficient</c>.</param>
/// <param name="BandAfter">The same now.</param>
/// <param name="Criteria">Points of each criterion, as far as they are known.</param>
/// <param name="Trouble">Why it cannot be shown; null when it is.</param>
public sealed record PageMove(string? Title, double? Before, double? After, string? BandBefore, string? BandAfter, IReadOnlyList<CriterionMove> Criteria, string? Trouble)
{
    internal static PageMove Failed(string trouble) => new(null, null, null, null, null, [], trouble);

    internal static PageMove Of(Assessment page, Ruleset before, Ruleset after)
    {
        var (was, now) = (PageScorer.Evaluate(before, page.Page, page.References, page.Features), PageScorer.Evaluate(after, page.Page, page.References, page.Features));
        var names = now.Criteria.Concat(was.Criteria).DistinctBy(criterion => criterion.Id);
        return new(
            page.Page.Title,
            was.Score,
            now.Score,
            Console.Results.Words.Of(was.Band),
            Console.Results.Words.Of(now.Band),
            [
                .. names.Select(one => new CriterionMove(one.Name, PointsOf(was, one.Id), PointsOf(now, one.Id))),
                .. CapsOf(was, now),
            ],
            null);
    }

    private static double? PointsOf(Evaluation evaluation, string id) => evaluation.Criteria.FirstOrDefault(criterion => criterion.Id == id)?.Points;

    private static IEnumerable<CriterionMove> CapsOf(Evaluation was, Evaluation now)
        => was.Caps.Count + now.Caps.Count == 0 ? [] : [new("What limits the score", was.Caps.Sum(cap => cap.Effect), now.Caps.Sum(cap => cap.Effect))];
}

/// <summary>Points of a criterion before and now.</summary>
/// <param name="Name">For people.</param>
/// <param name="Before">Null when unknown, or where there was no such criterion.</param>
/// <param name="After">The same now.</param>
public sealed record CriterionMove(string Name, double? Before, double? After);
