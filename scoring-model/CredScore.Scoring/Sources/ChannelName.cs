using System.Buffers;
using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

/// <summary>A channel's name and handle, to be compared with the host of a site: is that site the channel's own?</summary>
internal sealed class ChannelName
{
    private const int LongestName = 120;
    private const int ShortestPart = 5;
    private const int ShortestWord = 4;
    private const int ShortestAcronym = 3;

    // Labels under which names are registered: bath.ac.uk, health.gov.au.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Registries =
        new[] { "ac", "co", "com", "edu", "gob", "gouv", "gov", "net", "nhs", "nic", "or", "org", "univ" }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that thousands of channels and sites share, which make no name.
    private static readonly FrozenSet<string> CommonWords = new[]
    {
        "academy", "american", "association", "better", "cancer", "care", "center", "centre", "channel", "clinic", "college", "department", "disease", "doctor", "education", "foundation",
        "free", "global", "health", "healthy", "heart", "hospital", "info", "institute", "institut", "international", "journal", "life", "learn", "lectures", "live", "media", "medical", "medicine",
        "mind", "national", "natural", "nature", "news", "nutrition", "official", "online", "open", "research", "school", "science", "sciences", "society", "state", "study", "teaching", "the", "today",
        "truth", "united", "universite", "université", "university", "video", "videos", "world", "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t-–—_|/&.,:;()[]'’\"“”!?+*#@·");

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public ChannelName(string? name, string? handle)
    {
        AddName(name);
        AddName(handle);
        AddWords(name);
    }

    /// <summary>Whether the host bears the channel's name: whole, at its beginning, by a word of its own or by its initials.</summary>
    public bool Fits(ReadOnlySpan<char> host)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];
        var label = buffer[..WriteLetters(Label(host), buffer)];

        if (label.Length < ShortestAcronym)
        {
            return false;
        }

        var written = label.ToString();

        if (_words.Contains(written))
        {
            return true;
        }

        foreach (var name in _names)
        {
            if (name == written || IsBeginning(name, written) || IsBeginning(written, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The label that was registered: <c>bath</c> of <c>www.bath.ac.uk</c>.</summary>
    private static ReadOnlySpan<char> Label(ReadOnlySpan<char> host)
    {
        var end = host.LastIndexOf('.');

        while (end > 0 && host[..end].LastIndexOf('.') is var dot and > 0 && Registries.Contains(host[(dot + 1)..end]))
        {
            end = dot;
        }

        return end <= 0 ? host : host[(host[..end].LastIndexOf('.') + 1)..end];
    }

    private static bool IsBeginning(string part, string whole)
        => part.Length >= ShortestPart && whole.StartsWith(part, StringComparison.Ordinal) && !CommonWords.Contains(part);

    private void AddName(string? name)
    {
        if (name is null)
        {
            return;
        }

        Span<char> letters = stackalloc char[LongestName];
        var text = name.AsSpan(0, Math.Min(name.Length, LongestName));
        var length = WriteLetters(text, letters);

        if (length >= ShortestAcronym && !CommonWords.Contains(letters[..length].ToString()))
        {
            _names.Add(letters[..length].ToString());
        }

        // "Stanford Medicine | Health Library": what stands before a mark is a name of its own.
        if (text.IndexOfAny("|-–(:") is var mark and > 0)
        {
            AddName(text[..mark].ToString());
        }
    }

    private void AddWords(string? name)
    {
        var text = name.AsSpan(0, Math.Min(name?.Length ?? 0, LongestName));
        Span<char> initials = stackalloc char[LongestName];
        var count = 0;

        foreach (var range in text.SplitAny(WordEnds))
        {
            var word = text[range];

            if (word.IsEmpty)
            {
                continue;
            }

            if (char.IsUpper(word[0]))
            {
                initials[count++] = char.ToLowerInvariant(word[0]);
            }

            AddWord(word);
        }

        if (count >= ShortestAcronym)
        {
            _words.Add(initials[..count].ToString());
        }
    }

    // "CDC" in brackets counts from three letters, a word like "Bath" from four.
    private void AddWord(ReadOnlySpan<char> word)
    {
        var isAcronym = word.Length >= ShortestAcronym && word.IndexOfAnyExceptInRange('A', 'Z') < 0;
        var lower = word.ToString().ToLowerInvariant();

        if ((isAcronym || (word.Length >= ShortestWord && char.IsUpper(word[0]))) && !CommonWords.Contains(lower))
        {
            _words.Add(lower);
        }
    }

    private static int WriteLetters(ReadOnlySpan<char> text, Span<char> letters)
    {
        var length = 0;

        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) && length < letters.Length)
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
