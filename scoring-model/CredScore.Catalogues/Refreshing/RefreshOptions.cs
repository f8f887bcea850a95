namespace CredScore.Catalogues.Refreshing;

/// <summary>How lists are asked for.</summary>
public sealed record RefreshOptions
{
    /// <summary>A server that holds every list under its name, in the publisher's form, instead of the publishers; null to ask them.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>Product, version and contact; see docs/operations.md.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Attempts after the first that failed; each goes on where the last one stopped, when the server can.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>First wait before a retry; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait that a publisher may ask for before it counts as refusing.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest silence in the middle of an answer.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for one list with all its attempts.</summary>
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Where a list is on a day.</summary>
    internal IReadOnlyList<Uri> AddressesOf(ListDeclaration list, DateOnly day)
        => Mirror is { } mirror ? [new Uri(new Uri(mirror.AbsoluteUri.TrimEnd('/') + "/"), list.Name)] : list.Addresses(day);
}
