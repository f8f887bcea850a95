using System.Security.Claims;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Accounts, invitations and keys. Throws <see cref="RefusedException"/> for what cannot be done.</summary>
internal sealed class People(IDbContextFactory<AccountContext> contexts, IOptions<LimitOptions> limits, ChangeLog log, TimeProvider time)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>What a signed-in browser or a key says of its person; null for anybody else.</summary>
    public static Actor? ActorOf(ClaimsPrincipal? principal)
        => principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && principal.FindFirstValue(ClaimTypes.Role) is { } role
            ? new(id, principal.FindFirstValue(ClaimTypes.GivenName) ?? "", role)
            : null;

    public async Task<List<Person>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking().OrderBy(person => person.DisplayName).ToListAsync(cancellationToken);
    }

    /// <summary>Makes a one-time code for a link; only owners invite. It is shown once and kept as its hash.</summary>
    public async Task<string> InviteAsync(Actor actor, string role, string note, CancellationToken cancellationToken)
    {
        RequireOwner(actor);

        if (!Roles.All.Contains(role) || note.Length > Person.LongestName)
        {
            throw AccountProblems.Invalid($"A role is one of {string.Join(", ", Roles.All)}; the note has at most {Person.LongestName} characters.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var code = Secret.New();
        context.Invitations.Add(new() { CodeHash = Secret.HashOf(code), Role = role, Note = note, ExpiresAt = (time.GetUtcNow() + InvitationLife).UtcDateTime });
        log.Note(context, actor.Name, $"invited an {role}".Replace("an r", "a r", StringComparison.Ordinal), note);
        await context.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The invitation behind a code while it can be used; null otherwise.</summary>
    public async Task<Invitation?> FindInvitationAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (hash, now) = (Secret.HashOf(code), time.GetUtcNow().UtcDateTime);
        return await context.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.CodeHash == hash && row.UsedAt == null && row.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Makes the account that an invitation stands for. Answers with what is wrong with name, address or password, or with the person.</summary>
    public async Task<(Person? Person, IReadOnlyList<string> Faults)> AcceptAsync(UserManager<Person> users, string code, string name, string email, string password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Person.LongestName)
        {
            return (null, [$"Give the name that students shall see, 1 to {Person.LongestName} characters."]);
        }

        var invitation = await FindInvitationAsync(code, cancellationToken) ?? throw AccountProblems.InvitationSpent;
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Taken first, so that of two at once only one gets an account; given back when the account cannot be made.
        if (await context.Invitations.Where(row => row.Id == invitation.Id && row.UsedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), cancellationToken) == 0)
        {
            throw AccountProblems.InvitationSpent;
        }

        var person = new Person { UserName = email.Trim(), Email = email.Trim(), DisplayName = name.Trim(), Role = invitation.Role, JoinedAt = now };
        var result = await users.CreateAsync(person, password);

        if (!result.Succeeded)
        {
            await context.Invitations.Where(row => row.Id == invitation.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, (DateTime?)null), CancellationToken.None);
            return (null, [.. result.Errors.Select(error => error.Description).Distinct()]);
        }

        log.Note(context, person.DisplayName, "joined by invitation as", person.Role);
        await context.SaveChangesAsync(CancellationToken.None);
        return (person, []);
    }

    /// <summary>Gives a person another role, or takes them off; the last owner stays one. Whoever is signed in is signed out.</summary>
    public async Task ChangeAsync(Actor actor, UserManager<Person> users, string personId, string? role, CancellationToken cancellationToken)
    {
        RequireOwner(actor);
        var person = await users.FindByIdAsync(personId) ?? throw AccountProblems.Invalid("There is no such person.");

        if (role is not null && !Roles.All.Contains(role))
        {
            throw AccountProblems.Invalid($"A role is one of {string.Join(", ", Roles.All)}.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        if (person.Role == Roles.Owner && role != Roles.Owner && await context.Users.CountAsync(one => one.Role == Roles.Owner && one.LockoutEnd == null, cancellationToken) < 2)
        {
            throw AccountProblems.Invalid("Somebody has to be an owner. Make another person an owner first.");
        }

        person.Role = role ?? person.Role;
        person.LockoutEnd = role is null ? DateTimeOffset.MaxValue : null;
        await users.UpdateAsync(person);
        await users.UpdateSecurityStampAsync(person);
        await context.Keys.Where(key => key.PersonId == personId && role == null).ExecuteUpdateAsync(key => key.SetProperty(one => one.RevokedAt, time.GetUtcNow().UtcDateTime), cancellationToken);
        log.Note(context, actor.Name, role is null ? "took off a person" : $"gave the role {role} to", person.DisplayName);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes a key; the text is shown once and kept as its hash.</summary>
    public async Task<string> MakeKeyAsync(Actor actor, KeyDraft draft, CancellationToken cancellationToken)
    {
        var most = draft.MostPerDay ?? limits.Value.RequestsPerKeyPerDay;

        if (draft.Fault is { } fault || (fault = most < 1 || most > limits.Value.RequestsPerKeyPerDay ? $"A key may make 1 to {limits.Value.RequestsPerKeyPerDay} requests a day here." : null) is not null)
        {
            throw AccountProblems.Invalid(fault);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (key, name, scope) = ($"cs_{Secret.New()}", draft.Name.Trim(), Scopes.Order([draft.Scope])!);
        context.Keys.Add(new()
        {
            PersonId = actor.Id,
            Name = name,
            Hash = Secret.HashOf(key),
            Start = key[..8],
            Scope = scope,
            ExpiresAt = time.GetUtcNow().AddDays(draft.Days).UtcDateTime,
            MostPerDay = most,
        });
        log.Note(context, actor.Name, $"made a key to {scope}", name);
        await context.SaveChangesAsync(cancellationToken);
        return key;
    }

    public async Task<List<ApiKey>> ListKeysAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Keys.AsNoTracking().Where(key => key.PersonId == actor.Id).OrderByDescending(key => key.Id).ToListAsync(cancellationToken);
    }

    public async Task RevokeKeyAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await context.Keys.FirstOrDefaultAsync(row => row.Id == id && row.PersonId == actor.Id, cancellationToken) ?? throw AccountProblems.Invalid("There is no such key of yours.");
        key.RevokedAt ??= time.GetUtcNow().UtcDateTime;
        log.Note(context, actor.Name, "revoked a key", key.Name);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The person that a valid key acts for, and what it opens; null for any other text. Counts a request of the key's day.</summary>
    public async Task<UsedKey?> FindByKeyAsync(string text, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (hash, now) = (Secret.HashOf(text), time.GetUtcNow().UtcDateTime);
        var found = await (from key in context.Keys
                           join person in context.Users on key.PersonId equals person.Id
                           where key.Hash == hash && key.RevokedAt == null && key.ExpiresAt > now && person.LockoutEnd != DateTimeOffset.MaxValue
                           select new { person.Id, person.DisplayName, person.Role, KeyId = key.Id, key.Scope }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new(new(found.Id, found.DisplayName, found.Role), found.Scope, await CountAsync(context, found.KeyId, now.Date, cancellationToken));
    }

    // One statement counts and decides, so that requests at the same time cannot pass together.
    private static async Task<bool> CountAsync(AccountContext context, int keyId, DateTime today, CancellationToken cancellationToken)
        => await context.Keys.Where(key => key.Id == keyId && (key.CountedOn != today || key.Counted < key.MostPerDay)).ExecuteUpdateAsync(
            key => key.SetProperty(one => one.Counted, one => one.CountedOn == today ? one.Counted + 1 : 1).SetProperty(one => one.CountedOn, today),
            cancellationToken) > 0;

    private static void RequireOwner(Actor actor)
    {
        if (!actor.IsOwner)
        {
            throw AccountProblems.NotAllowed("People are invited and changed by owners.");
        }
    }
}
