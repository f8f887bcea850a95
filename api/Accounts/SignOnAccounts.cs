using CredScore.Api.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Whom a provider's signed answer names.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">What it calls this person, for ever and nobody else.</param>
/// <param name="Name">As it gives it.</param>
/// <param name="Email">Only when the provider has verified it.</param>
internal sealed record Identified(string Issuer, string Subject, string? Name, string? Email);

/// <summary>Finds or makes the account of whom a provider knows. Throws <see cref="RefusedException"/> when there is none for them.</summary>
internal sealed class SignOnAccounts(IDbContextFactory<AccountContext> contexts, IOptions<SignOnOptions> settings, ChangeLog log, People people, TimeProvider time)
{
    /// <summary>The account: the one that is connected, the one that <paramref name="link"/> wants connected, one by invitation, or a new one of the default role.</summary>
    public async Task<Person> FindAsync(UserManager<Person> users, Identified who, string? link, string? invitation, CancellationToken cancellationToken)
    {
        var person = await users.FindByLoginAsync(who.Issuer, who.Subject);

        if (link is not null && person is not null && person.Id != link)
        {
            throw SignOnProblems.Of("linked-elsewhere");
        }

        person ??= link is not null ? await ConnectAsync(users, who, link, cancellationToken)
            : invitation is { Length: > 0 } ? await AcceptAsync(users, who, invitation, cancellationToken)
            : settings.Value.DefaultRole is { Length: > 0 } role ? await MakeAsync(users, who, role, "joined by sign-on as", cancellationToken)
            : throw SignOnProblems.Of("unknown-person");
        return person.LockoutEnd == DateTimeOffset.MaxValue ? throw SignOnProblems.Of("closed") : person;
    }

    private async Task<Person> ConnectAsync(UserManager<Person> users, Identified who, string id, CancellationToken cancellationToken)
    {
        var person = await users.FindByIdAsync(id) ?? throw SignOnProblems.Of("unknown-person");
        await AddLoginAsync(users, person, who);
        await NoteAsync(person.DisplayName, "connected an account with the sign-on of", settings.Value.Name, cancellationToken);
        return person;
    }

    private async Task<Person> AcceptAsync(UserManager<Person> users, Identified who, string code, CancellationToken cancellationToken)
    {
        var invitation = await people.FindInvitationAsync(code, cancellationToken) ?? throw SignOnProblems.Of("invitation-spent");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;

        // Taken first, so that of two at once only one gets an account; given back when the account cannot be made.
        if (await context.Invitations.Where(row => row.Id == invitation.Id && row.UsedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), cancellationToken) == 0)
        {
            throw SignOnProblems.Of("invitation-spent");
        }

        try
        {
            return await MakeAsync(users, who, invitation.Role, "joined by invitation and sign-on as", cancellationToken);
        }
        catch (RefusedException)
        {
            await context.Invitations.Where(row => row.Id == invitation.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, (DateTime?)null), CancellationToken.None);
            throw;
        }
    }

    private async Task<Person> MakeAsync(UserManager<Person> users, Identified who, string role, string did, CancellationToken cancellationToken)
    {
        // An address that nobody has verified could be somebody else's; .invalid leads nowhere, for ever (RFC 2606).
        var address = who.Email ?? $"{Secret.HashOf($"{who.Issuer} {who.Subject}")[..16]}@sign-on.invalid";

        if (await users.FindByEmailAsync(address) is not null || await users.FindByNameAsync(address) is not null)
        {
            throw SignOnProblems.Of("address-taken");
        }

        var name = string.IsNullOrWhiteSpace(who.Name) ? $"Somebody from {settings.Value.Name}" : who.Name.Trim();
        var person = new Person
        {
            UserName = address,
            Email = address,
            EmailConfirmed = who.Email is not null,
            DisplayName = name.Length > Person.LongestName ? name[..Person.LongestName] : name,
            Role = role,
            JoinedAt = time.GetUtcNow().UtcDateTime,
        };

        if (!(await users.CreateAsync(person)).Succeeded)
        {
            throw SignOnProblems.Of("answer");
        }

        await AddLoginAsync(users, person, who);
        await NoteAsync(person.DisplayName, did, role, cancellationToken);
        return person;
    }

    private async Task AddLoginAsync(UserManager<Person> users, Person person, Identified who)
    {
        if (!(await users.AddLoginAsync(person, new(who.Issuer, who.Subject, settings.Value.Name))).Succeeded)
        {
            throw SignOnProblems.Of("linked-elsewhere");
        }
    }

    private async Task NoteAsync(string who, string did, string to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        log.Note(context, who, did, to);
        await context.SaveChangesAsync(cancellationToken);
    }
}
