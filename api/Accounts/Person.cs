using Microsoft.AspNetCore.Identity;

namespace CredScore.Api.Accounts;

/// <summary>Somebody who signs in: an educator, a researcher or an owner. Students have no account.</summary>
internal sealed class Person : IdentityUser
{
    public const int LongestName = 80;

    /// <summary>As students see it: "Dr Rivera".</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public string Role { get; set; } = Roles.Educator;

    public DateTime JoinedAt { get; set; }
}

/// <summary>What people may do.</summary>
internal static class Roles
{
    /// <summary>Writes rulesets and leads classes.</summary>
    public const string Educator = "educator";

    /// <summary>Reads and compares every published version, with keys for programs.</summary>
    public const string Researcher = "researcher";

    /// <summary>All that an educator does, and invites people and takes them off.</summary>
    public const string Owner = "owner";

    public static readonly string[] All = [Educator, Researcher, Owner];
}

/// <summary>Who does something, and by which right.</summary>
/// <param name="Id">Of the person.</param>
/// <param name="Name">As students see it.</param>
/// <param name="Role">One of <see cref="Roles.All"/>.</param>
internal sealed record Actor(string Id, string Name, string Role)
{
    public bool MayTeach => Role is Roles.Educator or Roles.Owner;

    public bool MayResearch => Role is Roles.Researcher or Roles.Owner;

    public bool IsOwner => Role == Roles.Owner;
}

/// <summary>A one-time link that makes an account of a role.</summary>
internal sealed class Invitation
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the code in hexadecimal; the code itself is only in the link.</summary>
    public required string CodeHash { get; set; }

    public required string Role { get; set; }

    /// <summary>For whom it is meant, as the inviter wrote it.</summary>
    public required string Note { get; set; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }
}

/// <summary>A key with which a program acts for a person.</summary>
internal sealed class ApiKey
{
    /// <summary>What keys may do that were made before quotas were.</summary>
    public const int UsualPerDay = 10_000;

    public int Id { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the key in hexadecimal. A key has 256 random bits, so that a slow hash would protect nothing more.</summary>
    public required string Hash { get; set; }

    /// <summary>Its first characters, by which its owner knows it.</summary>
    public required string Start { get; set; }

    /// <summary>Some of <see cref="Scopes.All"/>, with spaces between them.</summary>
    public required string Scope { get; set; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Requests that it may make in a day, in UTC.</summary>
    public required int MostPerDay { get; set; }

    /// <summary>The day of <see cref="Counted"/>; null before its first request.</summary>
    public DateTime? CountedOn { get; set; }

    /// <summary>Requests of that day. Not what they asked for.</summary>
    public int Counted { get; set; }
}

/// <summary>A line of the log: who changed what, and when. Never what anybody read.</summary>
internal sealed class Change
{
    public int Id { get; set; }

    public required DateTime At { get; set; }

    public required string Who { get; set; }

    /// <summary>A verb and its object, such as <c>published a ruleset</c>.</summary>
    public required string Did { get; set; }

    /// <summary>What it was done to: a ruleset's key, a class's name, a person's name. Never a secret.</summary>
    public required string To { get; set; }
}
