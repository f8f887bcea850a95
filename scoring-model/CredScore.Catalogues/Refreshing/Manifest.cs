using System.Text.Json;

namespace CredScore.Catalogues.Refreshing;

/// <summary>What stands in the folder of refreshed lists. It is written last, so that it names only files that are whole.</summary>
/// <param name="Lists">The lists in use, in order of name.</param>
/// <param name="Attempts">The last attempt at each list.</param>
public sealed record Manifest(IReadOnlyList<ManifestEntry> Lists, IReadOnlyList<ListAttempt> Attempts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, MaxDepth = 8 };

    public static Manifest Empty { get; } = new([], []);

    public ManifestEntry? Find(string name) => Lists.FirstOrDefault(list => list.Name == name);

    public ListAttempt? FindAttempt(string name) => Attempts.FirstOrDefault(attempt => attempt.Name == name);

    internal static Manifest Parse(byte[] text)
        => JsonSerializer.Deserialize<Manifest>(text, Json) is { Lists: not null, Attempts: not null } manifest ? manifest : throw new JsonException("The manifest is empty.");

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal Manifest With(ManifestEntry entry) => this with { Lists = [.. Lists.Where(list => list.Name != entry.Name).Append(entry).OrderBy(list => list.Name, StringComparer.Ordinal)] };

    internal Manifest With(ListAttempt attempt) => this with { Attempts = [.. Attempts.Where(one => one.Name != attempt.Name).Append(attempt).OrderBy(one => one.Name, StringComparer.Ordinal)] };
}

/// <summary>A list in use.</summary>
/// <param name="Name">One of the declared lists.</param>
/// <param name="File">Name of the compiled file beside the manifest.</param>
/// <param name="Digest">SHA-256 of the compiled file.</param>
/// <param name="Bytes">Size of the compiled file.</param>
/// <param name="Entries">Number of keys.</param>
/// <param name="Date">Day of the publisher's edition, else the day it was fetched.</param>
/// <param name="FetchedAt">When it was fetched.</param>
/// <param name="Source">Address it came from.</param>
/// <param name="ETag">The publisher's mark of this edition; null when there was none.</param>
/// <param name="LastModified">When the publisher says it changed; null when it does not.</param>
/// <param name="SourceBytes">Size of what the publisher sent.</param>
/// <param name="SourceDigest">SHA-256 of what the publisher sent.</param>
public sealed record ManifestEntry(
    string Name,
    string File,
    string Digest,
    long Bytes,
    int Entries,
    DateOnly Date,
    DateTimeOffset FetchedAt,
    string Source,
    string? ETag,
    DateTimeOffset? LastModified,
    long SourceBytes,
    string SourceDigest);

/// <summary>The last attempt at a list.</summary>
/// <param name="Name">One of the declared lists.</param>
/// <param name="At">When it ended.</param>
/// <param name="Fault">Why nothing came of it; null when it went well.</param>
public sealed record ListAttempt(string Name, DateTimeOffset At, string? Fault);
