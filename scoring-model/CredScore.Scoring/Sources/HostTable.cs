using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

/// <summary>Values by host, or by host and the beginning of a path. An entry covers its host and all subdomains, by whole labels.</summary>
internal sealed class HostTable<T>
    where T : class
{
    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes the table from keys such as <c>nih.gov</c> and <c>ncbi.nlm.nih.gov/books</c>.</summary>
    public HostTable(IEnumerable<(string Key, T Value)> rows)
    {
        _entries = rows
            .GroupBy(row => HostOf(row.Key), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => new Entry(group), StringComparer.OrdinalIgnoreCase);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The value for an address: the most specific host first, path rules before their host.</summary>
    public T? Find(WebAddress address)
    {
        var host = address.Host;

        while (true)
        {
            if (_lookup.TryGetValue(host, out var entry) && entry.Find(address.Rest) is { } value)
            {
                return value;
            }

            var dot = host.IndexOf('.');

            if (dot < 0)
            {
                return null;
            }

            host = host[(dot + 1)..];
        }
    }

    private static string HostOf(string key) => key.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? key[..slash] : key;

    private sealed class Entry
    {
        private readonly T? _host;
        private readonly (string Path, T Value)[] _paths;

        public Entry(IEnumerable<(string Key, T Value)> rows)
        {
            var all = rows.Select(row => (Path: row.Key[HostOf(row.Key).Length..].TrimEnd('/'), row.Value)).ToList();
            _host = all.Find(row => row.Path.Length == 0).Value;
            _paths = [.. all.Where(row => row.Path.Length > 0).OrderByDescending(row => row.Path.Length)];
        }

        public T? Find(ReadOnlySpan<char> rest)
        {
            foreach (var (path, value) in _paths)
            {
                if (rest.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (rest.Length == path.Length || rest[path.Length] is '/' or '?' or '#' or '.' or '='))
                {
                    return value;
                }
            }

            return _host;
        }
    }
}
