using System.Globalization;

namespace CredScore.Scoring.Pages;

internal static partial class TitleComposition
{
    /// <summary>What is known of each character, from <c>composition.tsv</c>; Hangul is arithmetic.</summary>
    private sealed class Characters
    {
        private readonly Dictionary<int, byte> _classes = [];
        private readonly Dictionary<int, int[]> _letters = [];
        private readonly Dictionary<(int Letter, int Mark), int> _whole = [];

        public byte ClassOf(int value) => _classes.GetValueOrDefault(value);

        public IEnumerable<int> LettersOf(int value)
            => Hangul.LettersOf(value) ?? (_letters.TryGetValue(value, out var letters) ? letters.SelectMany(LettersOf) : [value]);

        public int? Whole(int letter, int mark)
            => Hangul.Whole(letter, mark) ?? (_whole.TryGetValue((letter, mark), out var whole) ? whole : null);

        public static Characters Read()
        {
            using var stream = typeof(TitleComposition).Assembly.GetManifestResourceStream("composition.tsv")!;
            using var reader = new StreamReader(stream);
            reader.ReadLine();
            var characters = new Characters();

            while (reader.ReadLine() is { } line)
            {
                characters.Add(line.Split('\t'));
            }

            return characters;
        }

        // Characters, class, composes, decomposes: one of the last three is filled.
        private void Add(string[] cells)
        {
            var range = Array.ConvertAll(cells[0].Split(".."), Code);

            for (var value = range[0]; cells[1].Length > 0 && value <= range[^1]; value++)
            {
                _classes.Add(value, byte.Parse(cells[1], CultureInfo.InvariantCulture));
            }

            if (cells[2].Length > 0)
            {
                var pair = _letters[range[0]] = Codes(cells[2]);
                _whole.Add((pair[0], pair[1]), range[0]);
            }

            if (cells[3].Length > 0)
            {
                _letters.Add(range[0], Codes(cells[3]));
            }
        }

        private static int[] Codes(string cell) => Array.ConvertAll(cell.Split(' '), Code);

        private static int Code(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    // https://www.unicode.org/versions/Unicode17.0.0/core-spec/chapter-3/#G24646
    private static class Hangul
    {
        private const int Syllables = 0xAC00;
        private const int SyllableCount = LeadCount * VowelCount * TailCount;
        private const int Leads = 0x1100;
        private const int LeadCount = 19;
        private const int Vowels = 0x1161;
        private const int VowelCount = 21;
        private const int NoTail = 0x11A7;
        private const int TailCount = 28;

        public static int[]? LettersOf(int value)
        {
            var syllable = value - Syllables;

            if (syllable is < 0 or >= SyllableCount)
            {
                return null;
            }

            var tail = syllable % TailCount;
            int[] open = [Leads + (syllable / TailCount / VowelCount), Vowels + (syllable / TailCount % VowelCount)];
            return tail == 0 ? open : [.. open, NoTail + tail];
        }

        public static int? Whole(int before, int letter)
        {
            if (before - Leads is >= 0 and < LeadCount and var lead && letter - Vowels is >= 0 and < VowelCount and var vowel)
            {
                return Syllables + (((lead * VowelCount) + vowel) * TailCount);
            }

            var isOpen = before - Syllables is >= 0 and < SyllableCount and var syllable && syllable % TailCount == 0;
            return isOpen && letter - NoTail is > 0 and < TailCount and var tail ? before + tail : null;
        }
    }
}
