namespace CredScore.Scoring.Sources;

/// <summary>Tells from the words of a channel's name what its owner says to be. A name is a claim, and "Dr" or "MD" in one claims nothing here.</summary>
internal sealed class ChannelWords
{
    private const int MostWords = 16;

    private readonly Dictionary<string, (ChannelKind? Kind, string Phrase)>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly int _longest;

    /// <summary>Makes the list from phrases in the form of <see cref="NameKey"/>; a phrase without a kind speaks against a claim.</summary>
    public ChannelWords(IEnumerable<(string Phrase, ChannelKind? Kind)> rows)
    {
        var phrases = new Dictionary<string, (ChannelKind?, string)>(StringComparer.Ordinal);

        foreach (var (phrase, kind) in rows)
        {
            phrases.Add(NameKey.Of(phrase), (kind, phrase));
            _longest = Math.Max(_longest, phrase.AsSpan().Count(' ') + 1);
        }

        _phrases = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind that a phrase of the name claims, the longest phrase first; null when none does or another speaks against it.</summary>
    public (ChannelKind Kind, string Phrase)? Find(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        ReadOnlySpan<char> key = buffer[..NameKey.Write(name, buffer)];
        Span<Range> words = stackalloc Range[MostWords];
        var count = key.Split(words, ' ');
        (ChannelKind Kind, string Phrase)? found = null;
        var foundLength = 0;

        for (var first = 0; first < count; first++)
        {
            for (var last = Math.Min(count, first + _longest) - 1; last >= first; last--)
            {
                if (!_phrases.TryGetValue(key[words[first].Start.Value..words[last].End.Value], out var phrase))
                {
                    continue;
                }

                if (phrase.Kind is not { } kind)
                {
                    return null;
                }

                if (last - first >= foundLength)
                {
                    (found, foundLength) = ((kind, phrase.Phrase), last - first + 1);
                }

                break;
            }
        }

        return found;
    }
}
