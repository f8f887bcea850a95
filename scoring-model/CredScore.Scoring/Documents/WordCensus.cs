namespace CredScore.Scoring.Documents;

/// <summary>Counts different words, and words of a few kinds, of the prose of an article.</summary>
internal sealed class WordCensus
{
    // One bit for each of 65,536 digests: of 3,000 different words about seventy share one with another.
    private readonly ulong[] _seen = new ulong[1 << 10];

    public int Distinct { get; private set; }

    public int Capitalised { get; private set; }

    public int Contrast { get; private set; }

    public int Perfect { get; private set; }

    public void Count(ReadOnlySpan<char> word)
    {
        Capitalised += char.IsUpper(word[0]) ? 1 : 0;
        var digest = Digest(word);
        ref var bits = ref _seen[digest >> 6];
        var bit = 1UL << (digest & 63);
        Distinct += (bits & bit) == 0 ? 1 : 0;
        bits |= bit;

        switch (word.Length)
        {
            case 3 or 4:
                Perfect += Is(word, "have") || Is(word, "has") || Is(word, "had") ? 1 : 0;
                break;
            case >= 5 and <= 8:
                Contrast += IsContrast(word) ? 1 : 0;
                break;
        }
    }

    private static bool IsContrast(ReadOnlySpan<char> word) => (word[0] | 0x20) switch
    {
        'a' => Is(word, "although"),
        't' => Is(word, "though"),
        'h' => Is(word, "however"),
        'w' => Is(word, "while") || Is(word, "whereas"),
        'd' => Is(word, "despite"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> word, string meant) => word.Equals(meant, StringComparison.OrdinalIgnoreCase);

    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), folded to sixteen bits; the case of ASCII letters does not matter.
    private static int Digest(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;

        foreach (var c in word)
        {
            hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (uint)(c | 0x20) : c)) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) & 0xFFFF);
    }
}
