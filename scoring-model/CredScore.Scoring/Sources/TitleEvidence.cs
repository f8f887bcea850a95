using System.Collections.Frozen;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>What the words of a scholarly title say about the strength of its evidence.</summary>
/// <param name="Level">The level the words stand for.</param>
/// <param name="Phrase">A clause to add to the reason.</param>
internal sealed record TitleEvidence(EvidenceLevel Level, string Phrase)
{
    // Long enough for any title; what follows in a plain-text entry is its end and not its kind.
    private const int LongestTitle = 400;

    private const int ShortestCue = 4;

    // In order of decision: a systematic review of trials is a review, a case report with a review of the literature is a case report.
    private static readonly Kind[] Kinds =
    [
        new(EvidenceLevel.Primary, "a plan of a study, by its title", "protocol for a", "study protocol", "trial protocol", "review protocol"),
        new(
            EvidenceLevel.Systematic,
            "a systematic review or meta-analysis, by its title",
            "systematic review", "systematic literature review", "systematic overview", "systematic evidence review", "systematically review",
            "meta-analys", "meta analys", "metaanalys", "meta-regression", "meta–analys", "umbrella review", "pooled analysis", "cochrane review", "evidence synthesis"),
        new(
            EvidenceLevel.Guideline,
            "a guideline or position statement, by its title",
            "guideline", "position statement", "position paper", "consensus statement", "consensus conference", "consensus report", "expert consensus", "consensus panel",
            "practice parameter", "practice bulletin", "scientific statement", "policy statement", "clinical policy", "standards of medical care", "recommendations for",
            "recommendations of", "recommendations on", "recommendation statement", "technical report of", "appropriate use criteria", "international consensus"),
        new(
            EvidenceLevel.Opinion,
            "a case report, letter or editorial, by its title",
            "case report", "case series", "report of a case", "report of two cases", "report of three cases", "a case of", "two cases of", "editorial", "letter to the editor",
            "commentary", "an open letter", "in reply", "obituary", "book review", "viewpoint", "my experience"),
        new(
            EvidenceLevel.Preclinical,
            "a laboratory or animal study, by its title",
            "in vitro", "in mice", "in rats", "in the rat", "in the mouse", "in a mouse", "in a rat", "mouse model", "rat model", "animal model", "murine", "zebrafish", "drosophila",
            "knockout m", "transgenic m", "in rabbits", "in dogs", "in pigs", "rhesus", "macaque", "cell line", "escherichia coli", "saccharomyces", "caenorhabditis", "xenopus", "guinea pig"),
        new(
            EvidenceLevel.Primary,
            "a single study, by its title",
            "randomized", "randomised", "controlled trial", "clinical trial", "double-blind", "double blind", "placebo", "phase i", "phase 1", "phase 2", "phase 3", "cohort",
            "case-control", "case control", "cross-sectional", "prospective", "retrospective", "follow-up study", "longitudinal", "population-based", "pilot study", "survey",
            "multicenter", "multicentre", "observational study", "twin study", "nationwide study", "genome-wide association"),
        new(
            EvidenceLevel.Review,
            "a review, by its title",
            "a review", "review of", "review article", "an overview", "overview of", "state of the art", "state-of-the-art", "update on", "an update", "narrative review", "scoping review",
            "literature review", "critical review", "recent advances", "advances in", "current concepts", "recent developments", "current status", "perspectives on", "mini-review", "minireview"),
    ];

    // Every cue by its first four letters, so that a title is read once, however many cues there are.
    private static readonly FrozenDictionary<ulong, Cue[]> Cues = Kinds
        .SelectMany((kind, rank) => kind.Cues.Select(text => new Cue(text, rank)))
        .GroupBy(cue => Beginning(cue.Text))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    // Most words begin like none of them, which two letters tell.
    private static readonly bool[] Starts = AllStarts();

    // "Adherence to guidelines" is a study about guidelines and none itself.
    private static readonly string[] AboutGuidelines =
        ["adherence to", "compliance with", "implementation of", "impact of", "effect of", "awareness of", "knowledge of", "concordance with", "survey of", "trial of"];

    private static readonly TitleEvidence StudyOfGuidelines = new(EvidenceLevel.Primary, "a study about guidelines, by its title");

    /// <summary>Reads a title; null when its words do not tell.</summary>
    public static TitleEvidence? Read(ReadOnlySpan<char> title)
    {
        title = title[..Math.Min(title.Length, LongestTitle)];
        var best = Kinds.Length;

        for (var i = 0; i + ShortestCue <= title.Length; i++)
        {
            if (Starts[Start(title[i], title[i + 1])] && (i == 0 || !char.IsLetter(title[i - 1])))
            {
                best = Math.Min(best, RankAt(title[i..]));
            }
        }

        if (best == Kinds.Length)
        {
            return null;
        }

        var evidence = Kinds[best].Evidence;
        return evidence.Level is EvidenceLevel.Guideline && IsAboutGuidelines(title) ? StudyOfGuidelines : evidence;
    }

    private static int RankAt(ReadOnlySpan<char> words)
    {
        var best = Kinds.Length;

        if (Cues.TryGetValue(Beginning(words), out var cues))
        {
            foreach (var cue in cues)
            {
                if (cue.Rank < best && words.StartsWith(cue.Text, StringComparison.OrdinalIgnoreCase))
                {
                    best = cue.Rank;
                }
            }
        }

        return best;
    }

    private static bool IsAboutGuidelines(ReadOnlySpan<char> title)
    {
        foreach (var phrase in AboutGuidelines)
        {
            if (title.ContainsAnyCase(phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] AllStarts()
    {
        var starts = new bool[1 << 10];

        foreach (var cue in Kinds.SelectMany(kind => kind.Cues))
        {
            starts[Start(cue[0], cue[1])] = true;
        }

        return starts;
    }

    // Five bits of each character: a letter's place in the alphabet, whatever its case.
    private static int Start(char first, char second) => ((first & 31) << 5) | (second & 31);

    private static ulong Beginning(ReadOnlySpan<char> words)
    {
        var beginning = 0UL;

        for (var i = 0; i < ShortestCue; i++)
        {
            beginning = (beginning << 16) | char.ToLowerInvariant(words[i]);
        }

        return beginning;
    }

    private readonly record struct Cue(string Text, int Rank);

    private sealed class Kind(EvidenceLevel level, string phrase, params string[] cues)
    {
        public TitleEvidence Evidence { get; } = new(level, phrase);

        public string[] Cues { get; } = cues;
    }
}
