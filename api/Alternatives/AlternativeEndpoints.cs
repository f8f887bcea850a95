using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Security;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Topics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Alternatives;

/// <summary>Reputable pages on the topic of a page, or on a topic by its name.</summary>
internal static class AlternativeEndpoints
{
    private const int LongestTopic = 200;

    public static void AddAlternatives(this IServiceCollection services)
    {
        services.AddOptions<AlternativeOptions>().BindConfiguration("Alternatives").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(_ => TopicLinker.Embedded);
        services.AddSingleton<AlternativeDesk>();
    }

    public static void MapAlternatives(this IEndpointRouteBuilder routes)
        => routes.MapGroup("/alternatives").WithTags("Alternatives").ProducesProblem(429)
            .MapGet("/", GetAlternatives).WithName("GetAlternatives").WithSummary("Lists reputable pages on the topic of a page, or on a topic by its name, best first.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(502).ProducesProblem(503).RequireRateLimiting(Limits.Reads);

    private static async Task<Results<Ok<AlternativesAnswer>, ProblemHttpResult>> GetAlternatives(
        string? url, string? topic, PageScoring scoring, AlternativeDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        if ((url is { Length: > 0 }) == (topic is { Length: > 0 }) || topic?.Length > LongestTopic)
        {
            return TypedResults.Problem(Problem.BadAlternativesQuestion);
        }

        response.Headers.CacheControl = "public, max-age=300, stale-while-revalidate=600, stale-if-error=604800";

        if (topic is { Length: > 0 })
        {
            return TypedResults.Ok(await AnswerAsync(topic, desk, cancellationToken));
        }

        if (!ScoreQuestion.TryRead(url, out var question, out var problem))
        {
            return TypedResults.Problem(problem);
        }

        return await scoring.ScoreAsync(question.Address, null, cancellationToken) switch
        {
            { Score: { } score } => TypedResults.Ok(await AnswerAsync(score.Assessment, desk, cancellationToken)),
            { Refusal: { } refusal } => TypedResults.Problem(Problem.NotScorable(refusal)),
            _ => TypedResults.Problem(Problem.PageMissing(question.Address.Kind)),
        };
    }

    private static async Task<AlternativesAnswer> AnswerAsync(string name, AlternativeDesk desk, CancellationToken cancellationToken)
    {
        if (desk.FindTopic(name) is not { } topic)
        {
            return new([], [], []);
        }

        var late = await desk.AskAsync([topic], cancellationToken);
        return new([topic], desk.Find(topic), late);
    }

    private static async Task<AlternativesAnswer> AnswerAsync(Assessment assessment, AlternativeDesk desk, CancellationToken cancellationToken)
    {
        var late = await desk.AskAsync(assessment.Topics, cancellationToken);
        return new(assessment.Topics, desk.Find(assessment), late);
    }
}

/// <summary>What a page or a name is about, and where to read on.</summary>
/// <param name="Topics">The topics that were found; empty when nothing says what it is about.</param>
/// <param name="Alternatives">Three to eight pages, best first; empty without a topic.</param>
/// <param name="Late">Publishers that did not answer in time: ask again for what they have.</param>
internal sealed record AlternativesAnswer(IReadOnlyList<PageTopic> Topics, IReadOnlyList<Alternative> Alternatives, IReadOnlyList<string> Late);
