using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Upstream;
using CredScore.Exports.Appraisals;

namespace CredScore.Api.Appraisals;

/// <summary>What somebody sends of a page.</summary>
/// <param name="Url">Address of the page.</param>
/// <param name="Consent">Whether they agree that it is kept without their name.</param>
/// <param name="Answers">From 1 (no) to 5 (yes) by the ids of <c>GET /v1/appraisals/form</c>; <c>overall</c> is needed, others may be left out.</param>
internal sealed record AppraisalRequest(string? Url, bool Consent, IReadOnlyDictionary<string, int>? Answers);

/// <summary>The page that is appraised, as far as it is known.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Revision">The article's revision.</param>
internal sealed record AppraisalTarget(string Key, string? Title, long? Revision);

/// <summary>Takes appraisals. Throws <see cref="RefusedException"/> with a sentence on what is wrong with one.</summary>
internal sealed class AppraisalDesk(AppraisalShelf shelf, PageScoring scoring)
{
    /// <summary>Keeps an appraisal that its rater has agreed to; answers with the page that it is of.</summary>
    public async Task<AppraisalTarget> TakeAsync(StoredClass row, string? token, bool isEducator, AppraisalRequest request, CancellationToken cancellationToken)
    {
        ThrowIfWrong(row, token, request);
        var target = await FindAsync(request.Url, cancellationToken);
        await shelf.SaveAsync(row, token, isEducator, target, request.Answers!, cancellationToken);
        return target;
    }

    private static void ThrowIfWrong(StoredClass row, string? token, AppraisalRequest request)
    {
        _ = RaterToken.HashOf(token, row);

        if (!row.CollectsAppraisals)
        {
            throw AppraisalProblems.NotCollected;
        }

        if (!request.Consent)
        {
            throw AppraisalProblems.ConsentNeeded;
        }

        if (AppraisalForm.FaultIn(request.Answers ?? new Dictionary<string, int>()) is { } fault)
        {
            throw AppraisalProblems.Invalid(fault);
        }
    }

    // Scored like any page that somebody asks for, so that its score can stand beside what people think, and two addresses of one page are one page.
    private async Task<AppraisalTarget> FindAsync(string? url, CancellationToken cancellationToken)
    {
        if (!ScoreQuestion.TryRead(url, out var question, out var problem))
        {
            throw new RefusedException(problem);
        }

        var address = question.Address;

        try
        {
            return await scoring.ScoreAsync(address, null, cancellationToken) switch
            {
                { Score.Assessment.Page: { } page } => new(page.Key, page.Title, page.Revision),
                { Refusal: { } refusal } => throw new RefusedException(Problem.NotScorable(refusal)),
                _ => throw new RefusedException(Problem.PageMissing(address.Kind)),
            };
        }
        catch (UpstreamException exception) when (exception.Fault is not UpstreamFault.BadAnswer && (address.Title ?? address.VideoId) is not null)
        {
            // What somebody has read can be appraised while its site cannot be asked: the address says which page it is.
            return new(address.Key, address.Title, address.Revision);
        }
    }
}
