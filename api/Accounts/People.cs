using System.Security.Claims;
using CredScore.Api.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Accounts;

/// <summary>Accounts, invitations and keys. Throws <see cref="RefusedException"/> for what cannot be done.</summary>
internal sealed class People(IDbContextFactory<AccountContext> contexts, ChangeLog log, TimeProvider time)
{
    public const int MostKeyDays = 366;

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
    public async Task<string> MakeKeyAsync(Actor actor, string name, string scope, int days, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Person.LongestName || !Scopes.All.Contains(scope) || days is < 1 or > MostKeyDays)
        {
            throw AccountProblems.Invalid($"A key has a name, a scope ({string.Join(" or ", Scopes.All)}) and 1 to {MostKeyDays} days.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = $"cs_{Secret.New()}";
        context.Keys.Add(new() { PersonId = actor.Id, Name = name.Trim(), Hash = Secret.HashOf(key), Start = key[..8], Scope = scope, ExpiresAt = time.GetUtcNow().AddDays(days).UtcDateTime });
        log.Note(context, actor.Name, $"made a key to {scope}", name.Trim());
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

    /// <summary>The person that a valid key acts for, and its scope; null for any other text.</summary>
    public async Task<(Actor Actor, string Scope)?> FindByKeyAsync(string text, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (hash, now) = (Secret.HashOf(text), time.GetUtcNow().UtcDateTime);
        var found = await (from key in context.Keys
                           join person in context.Users on key.PersonId equals person.Id
                           where key.Hash == hash && key.RevokedAt == null && key.ExpiresAt > now && person.LockoutEnd != DateTimeOffset.MaxValue
                           select new { person.Id, person.DisplayName, person.Role, key.Scope }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (new(found.Id, found.DisplayName, found.Role), found.Scope);
    }

    private static void RequireOwner(Actor actor)
    {
        if (!actor.IsOwner)
        {
            throw AccountProblems.NotAllowed("People are invited and changed by owners.");
        }
    }
}
