using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Scoring.Rules;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Rulesets;

/// <summary>How drafts stood before each change, so that changes can be taken back one by one, on another day and another machine too.</summary>
internal sealed partial class RulesetShelf
{
    /// <summary>Steps that are kept of a draft; older ones are forgotten.</summary>
    public const int MostSteps = 200;

    /// <summary>How many changes of a draft can be taken back.</summary>
    public async Task<int> CountStepsAsync(StoredRuleset draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Steps.CountAsync(step => step.DraftId == draft.Id, cancellationToken);
    }

    /// <summary>The draft as it was under an earlier stamp; null when that is forgotten.</summary>
    public async Task<Ruleset?> FindStepAsync(StoredRuleset draft, string stamp, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var step = await context.Steps.AsNoTracking().FirstOrDefaultAsync(row => row.DraftId == draft.Id && row.Stamp == stamp, cancellationToken);
        return step is null ? null : RulesetReader.Read(System.Text.Encoding.UTF8.GetBytes(step.Json)).Ruleset;
    }

    /// <summary>Takes the last change of one's own draft back when it is still as its editor has seen it.</summary>
    public async Task<StoredRuleset> UndoAsync(Actor actor, string id, string stamp, CancellationToken cancellationToken)
    {
        RequireTeacher(actor);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindDraftAsync(context, actor, id, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var step = await context.Steps.AsNoTracking().Where(row => row.DraftId == draft.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw AccountProblems.Invalid("There is no change of this draft to take back.");
        var (name, next, now) = (Check(System.Text.Encoding.UTF8.GetBytes(step.Json)).Name, NewStamp(), time.GetUtcNow().UtcDateTime);
        var undone = await context.Rulesets
            .Where(row => row.Id == draft.Id && row.Stamp == stamp && row.State == RulesetState.Draft)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Json, step.Json).SetProperty(one => one.Name, name).SetProperty(one => one.Stamp, next).SetProperty(one => one.ChangedAt, now), cancellationToken);

        if (undone == 0)
        {
            throw AccountProblems.ChangedMeanwhile;
        }

        await context.Steps.Where(row => row.Id == step.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        (draft.Json, draft.Name, draft.Stamp, draft.ChangedAt) = (step.Json, name, next, now);
        return draft;
    }

    private async Task RememberAsync(AccountContext context, StoredRuleset before, string now, CancellationToken cancellationToken)
    {
        if (before.Json == now)
        {
            return;
        }

        context.Steps.Add(new() { DraftId = before.Id, Stamp = before.Stamp, Json = before.Json, At = time.GetUtcNow().UtcDateTime });
        await context.SaveChangesAsync(cancellationToken);
        var forgotten = context.Steps.Where(step => step.DraftId == before.Id).OrderByDescending(step => step.Id).Skip(MostSteps).Select(step => step.Id);
        await context.Steps.Where(step => forgotten.Contains(step.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
