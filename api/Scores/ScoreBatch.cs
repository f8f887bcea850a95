using CredScore.Api.Alternatives;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Api.Upstream;
using CredScore.Scoring.Assessments;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Scores;

/// <summary>Pages to be scored together.</summary>
/// <param name="Urls">Addresses of the pages, 1 to 50.</param>
/// <param name="Ruleset">Id of a ruleset for all; without one, each page's topic chooses.</param>
internal sealed record BatchRequest(IReadOnlyList<string>? Urls, string? Ruleset)
{
    public const int MostUrls = 50;

    /// <summary>Why it cannot be scored; null when it can.</summary>
    public string? Fault => Urls switch
    {
        null or [] => "Send { \"urls\": [ … ] } with at least one address.",
        { Count: > MostUrls } => "A batch has at most 50 addresses.",
        _ => null,
    };
}

/// <summary>One answer for each address of the batch, in its order.</summary>
internal sealed record BatchAnswer(IReadOnlyList<BatchItem> Results);

/// <summary>What came of one address.</summary>
/// <param name="Url">The address as it was sent.</param>
/// <param name="Status">The status that a single request for it would have had.</param>
/// <param name="Assessment">The score with everything that explains it; null when there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record BatchItem(string Url, int Status, Assessment? Assessment, ProblemDetails? Problem);

/// <summary>Scores the pages of a batch, a few at a time. One page's failure is its own.</summary>
internal sealed partial class ScoreBatch(PageScoring scoring, AlternativeDesk alternatives, RulesetShelf rulesets, ILogger<ScoreBatch> logger)
{
    // As many as Wikipedia may be asked at a time, and one that is answered from the store.
    private const int AtATime = 4;

    public async Task<BatchAnswer> ScoreAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var urls = request.Urls!;
        var results = new BatchItem[urls.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };

        await Parallel.ForAsync(0, urls.Count, parallel, async (index, token) => results[index] = await ScoreOneAsync(urls[index], request.Ruleset, token));
        return new(results);
    }

    private async Task<BatchItem> ScoreOneAsync(string url, string? ruleset, CancellationToken cancellationToken)
    {
        var (question, problem) = await ScoreQuestion.ReadAsync(url, ruleset, rulesets, cancellationToken);

        if (question is null)
        {
            return Failed(url, problem!);
        }

        try
        {
            return await scoring.ScoreAsync(question.Address, question.Ruleset, cancellationToken) switch
            {
                { Score: { } score } => new(url, StatusCodes.Status200OK, alternatives.Attach(score.Assessment), null),
                { Refusal: { } refusal } => Failed(url, Problem.NotScorable(refusal)),
                _ => Failed(url, Problem.PageMissing(question.Address.Kind)),
            };
        }
        catch (UpstreamException exception)
        {
            return Failed(url, Problem.Of(exception));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.PageFailed(logger, exception);
            return Failed(url, Problem.Internal);
        }
    }

    private static BatchItem Failed(string url, ProblemDetails problem) => new(url, problem.Status!.Value, null, problem);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A page of a batch failed through a fault of ours.")]
        public static partial void PageFailed(ILogger logger, Exception exception);
    }
}
