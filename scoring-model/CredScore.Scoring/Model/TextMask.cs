namespace CredScore.Scoring.Model;

/// <summary>Hides a channel's name in its own texts, so that a name is never a verdict.</summary>
internal sealed class TextMask
{
    // A shorter name run together would be found inside ordinary words.
    private const int ShortestRunTogether = 6;
    private const int ShortestWord = 3;
    private const int LongestName = 200;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly string _runTogether;

    private TextMask(HashSet<string> words, string runTogether)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _runTogether = runTogether;
    }

    /// <summary>Hides nothing.</summary>
    public static TextMask None { get; } = new([], string.Empty);

    /// <summary>Hides the words of a name and the name written as one word, as handles and sites write it.</summary>
    public static TextMask Of(string? channelName)
    {
        if (string.IsNullOrWhiteSpace(channelName))
        {
            return None;
        }

        var tokens = TextTokens.Read(channelName, None, LongestName).Where(token => token.IsWord).Select(token => token.Text).ToList();
        return new([.. tokens.Where(word => word.Length >= ShortestWord && !TextLanguage.IsCommon(word))], string.Concat(tokens));
    }

    public bool Hides(ReadOnlySpan<char> word)
        => _words.Contains(word) || (_runTogether.Length >= ShortestRunTogether && word.Contains(_runTogether, StringComparison.Ordinal));
}
