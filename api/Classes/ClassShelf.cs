using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Scoring.Pages;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Classes;

/// <summary>Classes and what their educators recommend. Throws <see cref="RefusedException"/> for what cannot be done.</summary>
internal sealed class ClassShelf(IDbContextFactory<AccountContext> contexts, RulesetShelf rulesets, ChangeLog log, TimeProvider time)
{
    /// <summary>A class by its code; null when there is none.</summary>
    public async Task<StoredClass?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        if (ClassCode.Read(code) is not { } read)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Classes.AsNoTracking().Include(row => row.Recommendations.OrderBy(one => one.Id)).FirstOrDefaultAsync(row => row.Code == read, cancellationToken);
    }

    /// <summary>The classes that a person leads, by name.</summary>
    public async Task<List<StoredClass>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Classes.AsNoTracking().Include(row => row.Recommendations.OrderBy(one => one.Id)).Where(row => row.OwnerId == actor.Id).OrderBy(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>A class that a person leads.</summary>
    public async Task<StoredClass> GetOwnAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindOwnAsync(context, actor, code, cancellationToken);
    }

    public async Task<StoredClass> MakeAsync(Actor actor, ClassDraft draft, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach)
        {
            throw AccountProblems.NotAllowed("Classes are led by educators.");
        }

        await CheckAsync(draft, null, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = new StoredClass { Code = ClassCode.New(), OwnerId = actor.Id, Author = actor.Name, Name = "", Stamp = "", ChangedAt = default };
        Fill(row, draft, actor);
        context.Classes.Add(row);
        log.Note(context, actor.Name, "made a class", row.Name);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Saves one's own class when it is still as its editor has seen it.</summary>
    public async Task<StoredClass> SaveAsync(Actor actor, string code, string stamp, ClassDraft draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindOwnAsync(context, actor, code, cancellationToken);

        if (row.Stamp != stamp)
        {
            throw AccountProblems.ChangedMeanwhile;
        }

        await CheckAsync(draft, row, cancellationToken);
        var (before, collected) = ((row.ArticleRuleset, row.VideoRuleset), row.CollectsAppraisals);
        Fill(row, draft, actor);

        if (collected != row.CollectsAppraisals)
        {
            log.Note(context, actor.Name, row.CollectsAppraisals ? "began to collect appraisals of a class" : "ended the appraisals of a class", row.Name);
        }

        log.Note(context, actor.Name, before == (row.ArticleRuleset, row.VideoRuleset) ? "changed a class" : $"gave a class the rulesets {row.ArticleRuleset ?? "default"} and {row.VideoRuleset ?? "default"}", row.Name);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Closes one's own class: its code opens nothing any more.</summary>
    public async Task CloseAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindOwnAsync(context, actor, code, cancellationToken);
        context.Classes.Remove(row);
        log.Note(context, actor.Name, "closed a class", row.Name);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Counts somebody who joins or leaves. Only the number is kept.</summary>
    public async Task CountAsync(string code, bool joins, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var read = ClassCode.Read(code) ?? throw AccountProblems.ClassMissing;
        var found = await context.Classes.Where(row => row.Code == read)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Members, one => joins ? one.Members + 1 : one.Members > 0 ? one.Members - 1 : 0), cancellationToken);

        if (found == 0)
        {
            throw AccountProblems.ClassMissing;
        }
    }

    private static async Task<StoredClass> FindOwnAsync(AccountContext context, Actor actor, string code, CancellationToken cancellationToken)
    {
        var read = ClassCode.Read(code) ?? throw AccountProblems.ClassMissing;
        return await context.Classes.Include(row => row.Recommendations.OrderBy(one => one.Id)).FirstOrDefaultAsync(row => row.Code == read && row.OwnerId == actor.Id, cancellationToken)
            ?? throw AccountProblems.ClassMissing;
    }

    private async Task CheckAsync(ClassDraft draft, StoredClass? now, CancellationToken cancellationToken)
    {
        if (draft.Fault is { } fault)
        {
            throw AccountProblems.Invalid(fault);
        }

        await CheckRulesetAsync(draft.ArticleRuleset, now?.ArticleRuleset, Sites.Wikipedia, cancellationToken);
        await CheckRulesetAsync(draft.VideoRuleset, now?.VideoRuleset, Sites.YouTube, cancellationToken);
    }

    private async Task CheckRulesetAsync(string? key, string? now, string site, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(key) || key == now)
        {
            return;
        }

        if (!key.Contains('/', StringComparison.Ordinal) || await rulesets.FindAsync(key, cancellationToken) is not { } ruleset || ruleset.Site != site)
        {
            throw AccountProblems.Invalid($"There is no published ruleset {key} for pages of {site}. Name its version too, such as mine/3.");
        }

        if (await rulesets.FindRowAsync(key, cancellationToken) is { State: RulesetState.Retired })
        {
            throw AccountProblems.Invalid($"{key} is retired. Choose another version, or take it back into use first.");
        }
    }

    private void Fill(StoredClass row, ClassDraft draft, Actor actor)
    {
        row.Author = actor.Name;
        row.Name = draft.Name!.Trim();
        row.Subject = draft.Subject?.Trim() ?? "";
        row.Level = draft.Level?.Trim() ?? "";
        row.ArticleRuleset = string.IsNullOrEmpty(draft.ArticleRuleset) ? null : draft.ArticleRuleset;
        row.VideoRuleset = string.IsNullOrEmpty(draft.VideoRuleset) ? null : draft.VideoRuleset;
        row.CollectsAppraisals = draft.CollectsAppraisals;
        row.Stamp = Guid.NewGuid().ToString("N");
        row.ChangedAt = time.GetUtcNow().UtcDateTime;
        row.Recommendations.Clear();
        row.Recommendations.AddRange((draft.Recommendations ?? []).Select(one => new StoredRecommendation
        {
            Topic = one.Topic?.Trim() ?? "",
            Title = one.Title!.Trim(),
            Url = one.Url!.Trim(),
            Why = one.Why!.Trim(),
        }));
    }
}
