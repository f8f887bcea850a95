using System.Collections.Concurrent;
using System.Text;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Scoring.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Rulesets;

/// <summary>
/// All rulesets that pages can be scored by: those that ship, and every version that an educator published, retired ones too, so that each score that was ever
/// shown can be made again. Throws <see cref="RefusedException"/> for what cannot be done, and then nothing was changed.
/// </summary>
internal sealed partial class RulesetShelf(IDbContextFactory<AccountContext> contexts, ChangeLog log, TimeProvider time)
{
    private const int UniqueFailed = 19;

    // What was published never changes, so it is read once; the engine made for a ruleset lives as long as the ruleset.
    private readonly ConcurrentDictionary<string, Ruleset> _published = new(StringComparer.Ordinal);

    /// <summary>The ruleset with an id (its latest published version) or id/version (retired ones too); null when there is none. Drafts are nobody's to score by.</summary>
    public async Task<Ruleset?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (EmbeddedRulesets.Find(id) is { } embedded)
        {
            return embedded;
        }

        if (_published.TryGetValue(id, out var known))
        {
            return known;
        }

        return await FindRowAsync(id, cancellationToken) is { State: not RulesetState.Draft } row ? _published.GetOrAdd(row.Key, _ => Parse(row)) : null;
    }

    /// <summary>The row of a version that was published, or of an id's latest one that is not retired; null when there is none.</summary>
    public async Task<StoredRuleset?> FindRowAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Rulesets.AsNoTracking();

        return Split(id) is (var name, { } version)
            ? await rows.FirstOrDefaultAsync(row => row.RulesetId == name && row.Version == version && row.State != RulesetState.Draft, cancellationToken)
            : await rows.Where(row => row.RulesetId == id && row.State == RulesetState.Published).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Every version of every ruleset that was published, newest first, and a person's own drafts.</summary>
    public async Task<List<StoredRuleset>> ListAsync(string? personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Rulesets.AsNoTracking()
            .Where(row => row.State != RulesetState.Draft || row.OwnerId == personId)
            .OrderBy(row => row.RulesetId).ThenByDescending(row => row.Version)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Begins a draft as a copy of a version; a new id, or the next version of an id that is one's own.</summary>
    public async Task<StoredRuleset> BeginAsync(Actor actor, string id, string parent, CancellationToken cancellationToken)
    {
        RequireTeacher(actor);
        var source = await FindAsync(parent, cancellationToken) ?? throw new RefusedException(Problem.RulesetMissing);
        return await AddAsync(actor, source with { Id = id, Name = source.Id == id ? source.Name : $"{source.Name} (copy)", Author = null }, source.Key, cancellationToken);
    }

    /// <summary>Begins a draft of an imported ruleset; its version and author are the service's to give.</summary>
    public Task<StoredRuleset> ImportAsync(Actor actor, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        RequireTeacher(actor);
        var ruleset = Check(json);
        return AddAsync(actor, ruleset with { Author = null }, EmbeddedRulesets.ForProfile(ruleset.Site, ruleset.Profile).Key, cancellationToken);
    }

    /// <summary>One's own draft.</summary>
    public async Task<StoredRuleset> GetDraftAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindDraftAsync(context, actor, id, cancellationToken);
    }

    /// <summary>Saves a draft when it is still as its editor has seen it. Answers with it and its new stamp.</summary>
    public async Task<StoredRuleset> SaveAsync(Actor actor, string id, string stamp, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        RequireTeacher(actor);
        var ruleset = Check(json);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindDraftAsync(context, actor, id, cancellationToken);

        if (ruleset.Site != draft.Site)
        {
            throw AccountProblems.Invalid($"A ruleset stays with the site it was made for, {draft.Site}.");
        }

        var text = Text(ruleset with { Id = draft.RulesetId, Version = draft.Version, Author = null });
        var (next, now) = (NewStamp(), time.GetUtcNow().UtcDateTime);

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // One statement decides: of two savings at once one finds the stamp changed, and a draft published meanwhile is none any more.
        var saved = await context.Rulesets
            .Where(row => row.Id == draft.Id && row.Stamp == stamp && row.State == RulesetState.Draft)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Json, text).SetProperty(one => one.Name, ruleset.Name).SetProperty(one => one.Stamp, next).SetProperty(one => one.ChangedAt, now), cancellationToken);

        if (saved == 0)
        {
            throw AccountProblems.ChangedMeanwhile;
        }

        await RememberAsync(context, draft, text, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        (draft.Json, draft.Name, draft.Stamp, draft.ChangedAt) = (text, ruleset.Name, next, now);
        return draft;
    }

    /// <summary>Publishes a draft as it was last seen: from now on it never changes.</summary>
    public async Task<StoredRuleset> PublishAsync(Actor actor, string id, string stamp, string note, CancellationToken cancellationToken)
    {
        RequireTeacher(actor);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindDraftAsync(context, actor, id, cancellationToken);
        var text = Text(Check(Encoding.UTF8.GetBytes(draft.Json)) with { Author = actor.Name });
        var (trimmed, now, next) = (note.Trim(), time.GetUtcNow().UtcDateTime, NewStamp());

        if (trimmed.Length > RulesetFace.LongestNote)
        {
            throw AccountProblems.Invalid($"A note has at most {RulesetFace.LongestNote} characters.");
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var published = await context.Rulesets
            .Where(row => row.Id == draft.Id && row.Stamp == stamp && row.State == RulesetState.Draft)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, RulesetState.Published).SetProperty(one => one.Json, text).SetProperty(one => one.Author, actor.Name)
                    .SetProperty(one => one.Note, trimmed).SetProperty(one => one.Stamp, next).SetProperty(one => one.PublishedAt, now).SetProperty(one => one.ChangedAt, now),
                cancellationToken);

        if (published == 0)
        {
            throw AccountProblems.ChangedMeanwhile;
        }

        await context.Steps.Where(step => step.DraftId == draft.Id).ExecuteDeleteAsync(cancellationToken);
        log.Note(context, actor.Name, "published a ruleset", draft.Key);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await FindRowAsync(draft.Key, cancellationToken))!;
    }

    /// <summary>Drops a draft.</summary>
    public async Task DropAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindDraftAsync(context, actor, id, cancellationToken);
        await context.Rulesets.Where(row => row.Id == draft.Id && row.State == RulesetState.Draft).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Retires a published version that no class uses, or takes it back into use. Its scores stay what they are.</summary>
    public async Task SetRetiredAsync(Actor actor, string key, bool isRetired, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (id, version) = Split(key);
        var row = await context.Rulesets.FirstOrDefaultAsync(one => one.RulesetId == id && one.Version == version && one.State != RulesetState.Draft, cancellationToken)
            ?? throw new RefusedException(Problem.RulesetMissing);

        if (row.OwnerId != actor.Id && !actor.IsOwner)
        {
            throw AccountProblems.NotAllowed("Only the educator who published it, or an owner, retires a version.");
        }

        if (isRetired && await context.Classes.CountAsync(one => one.ArticleRuleset == key || one.VideoRuleset == key, cancellationToken) is > 0 and var classes)
        {
            throw AccountProblems.UsedByClasses(classes);
        }

        row.State = isRetired ? RulesetState.Retired : RulesetState.Published;
        row.ChangedAt = time.GetUtcNow().UtcDateTime;
        log.Note(context, actor.Name, isRetired ? "retired a ruleset" : "took a ruleset back into use", key);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Reads a ruleset that an educator sends; refuses it with every fault at once.</summary>
    public static Ruleset Check(ReadOnlyMemory<byte> json)
    {
        var reading = RulesetReader.Read(json);
        IReadOnlyList<RulesetFault> faults = reading.Ruleset is { } read ? RulesetBounds.FaultsIn(read) : reading.Faults;
        return faults.Count == 0 ? reading.Ruleset! : throw AccountProblems.RulesetFaults(faults);
    }

    /// <summary>The ruleset in a row.</summary>
    public static Ruleset Parse(StoredRuleset row) => RulesetReader.Read(Encoding.UTF8.GetBytes(row.Json)).Ruleset
        ?? throw new InvalidDataException($"The stored ruleset {row.Key} can no longer be read.");

    private async Task<StoredRuleset> AddAsync(Actor actor, Ruleset ruleset, string parent, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await context.Rulesets.AsNoTracking().Where(row => row.RulesetId == ruleset.Id).OrderByDescending(row => row.Version).ToListAsync(cancellationToken);

        if (EmbeddedRulesets.Find(ruleset.Id) is not null || versions.Exists(row => row.OwnerId != actor.Id))
        {
            throw AccountProblems.IdTaken(ruleset.Id);
        }

        if (versions is [{ State: RulesetState.Draft }, ..])
        {
            throw AccountProblems.DraftExists(ruleset.Id);
        }

        var version = versions.Count == 0 ? 1 : versions[0].Version + 1;
        ruleset = Check(RulesetWriter.Write(ruleset with { Version = version }));
        var row = new StoredRuleset
        {
            RulesetId = ruleset.Id,
            Version = version,
            State = RulesetState.Draft,
            Name = ruleset.Name,
            Site = ruleset.Site,
            OwnerId = actor.Id,
            Author = actor.Name,
            Parent = versions.Count > 0 && parent.Split('/')[0] != ruleset.Id ? versions[0].Key : parent,
            Json = Text(ruleset),
            Stamp = NewStamp(),
            ChangedAt = time.GetUtcNow().UtcDateTime,
        };
        context.Rulesets.Add(row);
        log.Note(context, actor.Name, "began a ruleset", row.Key);

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return row;
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteErrorCode: UniqueFailed })
        {
            throw AccountProblems.DraftExists(ruleset.Id);
        }
    }

    private static async Task<StoredRuleset> FindDraftAsync(AccountContext context, Actor actor, string id, CancellationToken cancellationToken)
        => await context.Rulesets.AsNoTracking().FirstOrDefaultAsync(row => row.RulesetId == id && row.State == RulesetState.Draft && row.OwnerId == actor.Id, cancellationToken)
            ?? throw AccountProblems.DraftMissing;

    private static void RequireTeacher(Actor actor)
    {
        if (!actor.MayTeach)
        {
            throw AccountProblems.NotAllowed("Rulesets are written by educators.");
        }
    }

    private static string Text(Ruleset ruleset) => Encoding.UTF8.GetString(RulesetWriter.Write(ruleset).Span);

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static (string Id, int? Version) Split(string key)
        => key.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && int.TryParse(key.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var version) ? (key[..slash], version) : (key, null);
}
