using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Accounts;

/// <summary>The log of every change to rulesets, classes, keys and people. A line is saved with the change itself, or neither is.</summary>
internal sealed class ChangeLog(IDbContextFactory<AccountContext> contexts, TimeProvider time)
{
    public const int MostShown = 200;

    /// <summary>Adds a line to what is about to be saved.</summary>
    public void Note(AccountContext context, string who, string did, string to)
        => context.Changes.Add(new() { At = time.GetUtcNow().UtcDateTime, Who = who, Did = did, To = to });

    /// <summary>The newest lines, newest first. Throws when it is not for this person to see.</summary>
    public async Task<List<Change>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Changes.AsNoTracking().OrderByDescending(change => change.Id).Take(MostShown).ToListAsync(cancellationToken);
    }
}
