namespace CredScore.Scoring.Sources;

/// <summary>The registry of channels, by id, by handle and by the older user name.</summary>
internal sealed class ChannelCatalogue
{
    // "UC" and 22 characters; handles have at most 30 and their sign.
    private const int LongestKey = 64;

    private readonly Dictionary<string, ChannelEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes the registry from keys such as <c>UC…</c>, <c>@mayoclinic</c> and <c>user/nlmnih</c>. Throws when two channels claim one key.</summary>
    public ChannelCatalogue(IEnumerable<(IEnumerable<string> Keys, ChannelEntry Entry)> rows)
    {
        var entries = new Dictionary<string, ChannelEntry>(StringComparer.Ordinal);

        foreach (var (keys, entry) in rows)
        {
            foreach (var key in keys)
            {
                if (!entries.TryAdd(key, entry))
                {
                    throw new InvalidDataException($"channels.tsv gives {key} to two channels.");
                }
            }
        }

        _lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The channel with an id; ids are compared letter by letter.</summary>
    public ChannelEntry? FindId(ReadOnlySpan<char> id) => _lookup.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>The channel with a handle or a user name: <c>@NLMNIH</c>, <c>/@NLMNIH</c>, <c>/user/NLMNIH</c>; null for anything else.</summary>
    public ChannelEntry? FindHandle(ReadOnlySpan<char> handle)
    {
        handle = handle.TrimStart('/');

        if (handle.Length is < 2 or > LongestKey)
        {
            return null;
        }

        Span<char> key = stackalloc char[LongestKey];
        return FindId(key[..handle.ToLowerInvariant(key)]);
    }
}
