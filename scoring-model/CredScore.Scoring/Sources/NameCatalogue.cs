namespace CredScore.Scoring.Sources;

/// <summary>Verdicts by name: journals, publishers, newspapers and works. Names are compared by their <see cref="NameKey"/>.</summary>
internal sealed class NameCatalogue
{
    // Never written after it is made. A frozen dictionary would look up as fast and take ten times as long to make, at every start.
    private readonly Dictionary<string, Verdict>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private NameCatalogue(Dictionary<string, Verdict> verdicts) => _lookup = verdicts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Makes a catalogue. Where two entries claim a name, it belongs to the one whose title it is, then to the first.</summary>
    public static NameCatalogue Create(IEnumerable<(string Title, IEnumerable<string> Aliases, Verdict Verdict)> entries)
    {
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var all = entries.ToList();

        foreach (var (title, _, verdict) in all)
        {
            verdicts.TryAdd(NameKey.Of(title), verdict);
        }

        foreach (var (_, aliases, verdict) in all)
        {
            foreach (var alias in aliases)
            {
                verdicts.TryAdd(NameKey.Of(alias), verdict);
            }
        }

        verdicts.Remove("");
        return new(verdicts);
    }

    /// <summary>Finds a name that already is a key.</summary>
    public Verdict? FindKey(ReadOnlySpan<char> key) => key.IsEmpty || !_lookup.TryGetValue(key, out var verdict) ? null : verdict;

    /// <summary>Finds a name as written, whole or up to its subtitle, place or edition.</summary>
    public Verdict? Find(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];

        return FindKey(buffer[..NameKey.Write(name, buffer)])
            ?? (SubtitleAt(name) is var end and > 0 ? FindKey(buffer[..NameKey.Write(name[..end], buffer)]) : null);
    }

    /// <summary>Where a subtitle, a place or an edition begins; -1 when the whole is the name.</summary>
    internal static int SubtitleAt(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            var isMark = name[i] is ':' or ';' or '=' or ',' or '/' or '–' or '—';

            if (isMark || (name[i] is '-' or '.' && i + 1 < name.Length && name[i + 1] is ' '))
            {
                return i;
            }
        }

        return -1;
    }
}
