using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Alternatives;

/// <summary>
/// Chooses three to eight of what was found. Fit comes first: the topic itself before a wider one, a search last. Among equals what is written for students,
/// free, recent, and in the reader's language; and variety of kind, level and publisher before more of the same.
/// </summary>
internal static class AlternativeRanking
{
    public const int Most = 8;
    private const int Enough = 3;
    private const int MostSearches = 2;

    // Weights, chosen so that no sum of the lesser ones outdoes fit.
    private const double Exact = 100;
    private const double Wider = 50;
    private const double Free = 6;
    private const double Language = 8;
    private const double Age = 0.5;
    private const double MostAge = 6;
    private const double SameProvider = 30;
    private const double SameKindAndLevel = 12;
    private const double SameKind = 4;

    public static IReadOnlyList<Alternative> Choose(IReadOnlyList<IReadOnlyList<Alternative>> groups, string language, string? page)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var share = groups.Count == 0 ? 0 : Math.Max(Enough, Most / groups.Count);
        List<Alternative> chosen = [];

        foreach (var group in groups)
        {
            var fresh = group.Where(alternative => alternative.Url != page && seen.Add(alternative.Url)).ToList();
            chosen.AddRange(ChooseIn(fresh, language, Math.Min(share, Most - chosen.Count)));
        }

        return chosen;
    }

    private static List<Alternative> ChooseIn(List<Alternative> group, string language, int most)
    {
        List<Alternative> chosen = [];
        var pages = group.Where(alternative => alternative.Kind != AlternativeKind.Search).ToList();
        var newest = group.Max(alternative => alternative.Year);

        while (chosen.Count < most && pages.Count > 0)
        {
            // The first of equals, so that the same input gives the same answer.
            var best = pages.MaxBy(alternative => WorthOf(alternative, language) - AgeOf(alternative, newest) - RepetitionOf(alternative, chosen))!;
            chosen.Add(best);
            pages.Remove(best);
        }

        var searches = Math.Min(MostSearches, Math.Max(chosen.Count < most ? 1 : 0, Enough - chosen.Count));
        chosen.AddRange(group.Where(alternative => alternative.Kind == AlternativeKind.Search).Take(Math.Min(searches + (chosen.Count == 0 ? 1 : 0), most - chosen.Count)));
        return chosen;
    }

    private static double WorthOf(Alternative alternative, string language)
        => (alternative.IsExact ? Exact : Wider)
            + KindOf(alternative.Kind)
            + LevelOf(alternative.Level)
            + (alternative.Free is true ? Free : 0)
            + (language.StartsWith(alternative.Language, StringComparison.OrdinalIgnoreCase) ? Language : 0);

    // By the newest of its group, so that no clock is needed; what is kept up to date has no year.
    private static double AgeOf(Alternative alternative, int? newest) => Math.Min(MostAge, Age * (newest - alternative.Year) ?? 0);

    private static double KindOf(AlternativeKind kind) => kind switch
    {
        AlternativeKind.Guideline => 12,
        AlternativeKind.Textbook => 12,
        AlternativeKind.Article => 11,
        AlternativeKind.Review => 10,
        AlternativeKind.Video => 8,
        _ => 0,
    };

    private static double LevelOf(AlternativeLevel level) => level switch
    {
        AlternativeLevel.Student => 6,
        AlternativeLevel.Professional => 3,
        _ => 4,
    };

    private static double RepetitionOf(Alternative alternative, List<Alternative> chosen)
    {
        var repetition = 0.0;

        foreach (var other in chosen)
        {
            repetition += (other.Provider == alternative.Provider ? SameProvider : 0)
                + (other.Kind == alternative.Kind ? SameKind + (other.Level == alternative.Level ? SameKindAndLevel : 0) : 0);
        }

        return repetition;
    }
}
