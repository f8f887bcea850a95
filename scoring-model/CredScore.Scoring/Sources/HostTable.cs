namespace CredScore.Scoring.Sources;

/// <summary>Values by host, or by host and the beginning of a path. An entry covers its host and all subdomains, by whole labels.</summary>
internal sealed class HostTable<T>
    where T : class
{
    // Never written after it is made; see NameCatalogue for why it is not frozen.
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes the table from keys in lower case such as <c>nih.gov</c> and <c>ncbi.nlm.nih.gov/books</c>.</summary>
    public HostTable(IEnumerable<(string Key, T Value)> rows)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        _lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();

        foreach (var (key, value) in rows)
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var host = slash < 0 ? key : key[..slash];

            if (!entries.TryGetValue(host, out var entry))
            {
                entries.Add(host, entry = new());
            }

            entry.Add(slash < 0 ? "" : key[slash..].TrimEnd('/'), value);
        }
    }

    /// <summary>The value for an address: the most specific host first, path rules before their host.</summary>
    public T? Find(WebAddress address) => Find(address, out _);

    /// <summary>The value for an address, and how much of the address its entry names: a longer host counts more than any path.</summary>
    public T? Find(WebAddress address, out int named)
    {
        var host = address.Host;
        named = 0;

        while (true)
        {
            if (_lookup.TryGetValue(host, out var entry) && entry.Find(address.Rest, out var path) is { } value)
            {
                named = (host.Length << 16) + path;
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

    private sealed class Entry
    {
        private readonly List<(string Path, T Value)> _paths = [];
        private T? _host;

        public void Add(string path, T value)
        {
            if (path.Length == 0)
            {
                _host = value;
                return;
            }

            // Longest first, so that the most specific rule decides.
            var shorter = _paths.FindIndex(rule => rule.Path.Length < path.Length);
            _paths.Insert(shorter < 0 ? _paths.Count : shorter, (path, value));
        }

        public T? Find(ReadOnlySpan<char> rest, out int length)
        {
            foreach (var (path, value) in _paths)
            {
                if (rest.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (rest.Length == path.Length || rest[path.Length] is '/' or '?' or '#' or '.' or '='))
                {
                    length = path.Length;
                    return value;
                }
            }

            length = 0;
            return _host;
        }
    }
}
