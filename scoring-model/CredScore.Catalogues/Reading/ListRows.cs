using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>What a reader found, entry by entry. Rows that cannot be read are counted, characters that nobody writes are refused at once.</summary>
public sealed class ListRows
{
    // More entries than any list has: a reader of a list without end stops here.
    private const int MostEntries = 1_000_000;

    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Entries => _entries;

    /// <summary>Rows that hold nothing we can use and should.</summary>
    public int Unread { get; private set; }

    public int Read { get; private set; }

    public bool Contains(string key) => _entries.ContainsKey(key);

    public string? Find(string key) => _entries.GetValueOrDefault(key);

    public void Remove(string key) => _entries.Remove(key);

    public void CountUnread() => Unread++;

    /// <summary>Adds an entry; of two with one key the first stays.</summary>
    public void Add(string key, params ReadOnlySpan<string> fields)
    {
        if (key.Length is 0 or > CompiledList.LongestKey)
        {
            CountUnread();
            return;
        }

        if (_entries.TryAdd(key, Checked(key, fields)))
        {
            Read++;
        }
    }

    /// <summary>Adds an entry or puts it in the place of the one before.</summary>
    public void Put(string key, params ReadOnlySpan<string> fields)
    {
        _entries.Remove(key);
        Add(key, fields);
    }

    // A field is one line of at most as many characters as a reader wants to see; tabs part the fields.
    private string Checked(string key, ReadOnlySpan<string> fields)
    {
        if (_entries.Count >= MostEntries)
        {
            throw new ListRefusedException($"It has more than {MostEntries:N0} entries.");
        }

        var value = string.Join(ListKeys.Separator, fields.ToArray().Select(Clean));

        if (key.Any(IsMark) || value.Any(letter => letter != ListKeys.Separator && char.IsControl(letter)))
        {
            throw new ListRefusedException($"It has control characters in the entry {new string([.. key.Where(letter => !IsMark(letter)).Take(60)])}.");
        }

        return value;
    }

    private static string Clean(string field)
    {
        const int Longest = 300;
        var text = field.Trim();
        text = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        text = text.Replace('\t', ' ').ReplaceLineEndings(" ");

        // Real names carry a few marks of writing direction, and quotation marks of Windows read as C1 controls: they are dropped. NUL and its kin stand in no real name.
        return text.Any(IsMark) ? string.Concat(text.Where(letter => !IsMark(letter) || letter < ' ')) : text;
    }

    // Control characters, and the marks that turn the direction of writing so that a name reads as another one.
    private static bool IsMark(char letter) => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}

/// <summary>A list was refused; the message says in one sentence why. The last good list stays.</summary>
public sealed class ListRefusedException : Exception
{
    public ListRefusedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
