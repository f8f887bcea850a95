using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Security;
using CredScore.Api.Storage;
using CredScore.Scoring.Assessments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CredScore.Api.Alternatives;

/// <summary>Reputable pages on the topic of a page, or on a topic by its name.</summary>
internal static class AlternativeEndpoints
{
    private const int LongestTopic = 200;

    public static void AddAlternatives(this IServiceCollection services)
    {
        services.AddOptions<AlternativeOptions>().BindConfiguration("Alternatives").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AlternativeDesk>();
        services.AddDbContextFactory<AlternativeContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StorageLocation>().ConnectionString, sqlite => sqlite.MigrationsHistoryTable(AlternativeContext.MigrationsTable))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddSingleton<AlternativeDatabase>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<MarkStore>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TableStart<AlternativeContext>>(provider, AlternativeContext.MigrationsTable, "alternatives.sql"));
    }

    public static void MapAlternatives(this IEndpointRouteBuilder routes)
    {
        var alternatives = routes.MapGroup("/alternatives").WithTags("Alternatives").ProducesProblem(429);
        alternatives.MapMarks();
        alternatives.MapGet("/", GetAlternatives).WithName("GetAlternatives").WithSummary("Lists reputable pages on the topic of a page, or on a topic by its name, best first.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(502).ProducesProblem(503).RequireRateLimiting(Limits.Reads);
    }

    private static async Task<Results<Ok<AlternativesAnswer>, ProblemHttpResult>> GetAlternatives(
        string? url, string? topic, [FromQuery(Name = "class")] string? classCode, PageScoring scoring, AlternativeDesk desk, CodeGuesses classes, HttpContext http, CancellationToken cancellationToken)
    {
        if ((url is { Length: > 0 }) == (topic is { Length: > 0 }) || topic?.Length > LongestTopic)
        {
            return TypedResults.Problem(Problem.BadAlternativesQuestion);
        }

        var member = classCode is { Length: > 0 } ? await classes.FindAsync(classCode, http.Connection.RemoteIpAddress, cancellationToken) : null;
        http.Response.Headers.CacheControl = member is null ? "public, max-age=300, stale-while-revalidate=600, stale-if-error=604800" : "private, max-age=60";

        if (topic is { Length: > 0 })
        {
            return TypedResults.Ok(Recommend(member, topic, await AnswerAsync(topic, desk, cancellationToken), desk));
        }

        if (!ScoreQuestion.TryRead(url, out var question, out var problem))
        {
            return TypedResults.Problem(problem);
        }

        return await scoring.ScoreAsync(question.Address, null, cancellationToken) switch
        {
            { Score: { } score } => TypedResults.Ok(Recommend(member, score.Assessment.Page.Title ?? "", await AnswerAsync(score.Assessment, desk, cancellationToken), desk)),
            { Refusal: { } refusal } => TypedResults.Problem(Problem.NotScorable(refusal)),
            _ => TypedResults.Problem(Problem.PageMissing(question.Address.Kind)),
        };
    }

    private static AlternativesAnswer Recommend(StoredClass? member, string title, AlternativesAnswer answer, AlternativeDesk desk)
        => member is null ? answer : answer with { Alternatives = ClassAlternatives.First(member, title, answer.Topics, desk.Topics, answer.Alternatives) };

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
/// <param name="Alternatives">Three to eight pages, best first; empty without a topic. With a class's code, what its educator recommends comes before them, each with <c>class</c>.</param>
/// <param name="Late">Publishers that did not answer in time: ask again for what they have.</param>
internal sealed record AlternativesAnswer(IReadOnlyList<PageTopic> Topics, IReadOnlyList<Alternative> Alternatives, IReadOnlyList<string> Late);
