namespace CredScore.Api.Accounts;

/// <summary>What somebody wants of a new key.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scope">Some of <see cref="Scopes.All"/>, with spaces between them.</param>
/// <param name="Days">How long it opens anything.</param>
/// <param name="MostPerDay">Requests that it may make in a day; null for as many as the service allows.</param>
internal sealed record KeyDraft(string Name, string Scope, int Days, int? MostPerDay = null)
{
    public const int MostDays = 366;

    /// <summary>Why there can be no such key; null when there can.</summary>
    public string? Fault => string.IsNullOrWhiteSpace(Name) || Name.Length > Person.LongestName || Scopes.Order([Scope]) is null || Days is < 1 or > MostDays
        ? $"A key has a name, one scope or several ({string.Join(", ", Scopes.All)}), and 1 to {MostDays} days."
        : null;
}

/// <summary>A key that came with a request.</summary>
/// <param name="Actor">The person it acts for.</param>
/// <param name="Scope">Some of <see cref="Scopes.All"/>, with spaces between them.</param>
/// <param name="IsWithinQuota">False when it has made all requests of its day.</param>
internal sealed record UsedKey(Actor Actor, string Scope, bool IsWithinQuota);
