using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Topics;

/// <summary>
/// Decides whether a video is about medicine and health: YouTube's health panel or a hospital's channel first, then the words of title, keywords and
/// description. Each different word counts once: a plain one 3 in the title and 1 elsewhere, a vague one a third of that; it takes 3 in all, and 5 in
/// the categories where such words are often figures of speech.
/// </summary>
internal static class VideoTopic
{
    private const int LongestTitle = 500;
    private const int LongestDescription = 2000;
    private const int MostKeywords = 60;
    private const double Enough = 3;
    private const double EnoughForEntertainment = 5;
    private const double MostFromDescription = 2.5;
    private const double MostFromKeywords = 3;

    private static readonly string[] Figurative = ["Music", "Gaming", "Comedy", "Film & Animation", "Movies", "Shows", "Trailers", "Entertainment", "Sports", "Autos & Vehicles"];

    public static TopicProfile Find(VideoInputs page)
    {
        if (page.Video.Panels.Any(panel => panel.Kind == VideoPanelKind.HealthSource))
        {
            return new(TopicProfiler.Medical, "YouTube shows its panel for health sources beside the video.");
        }

        return page.Origin.Kind == ChannelKind.Hospital
            ? new(TopicProfiler.Medical, "Its channel belongs to a hospital or health system.")
            : ByWords(page);
    }

    private static TopicProfile ByWords(VideoInputs page)
    {
        var (title, keywords, description) = (new HealthWordsFound(), new HealthWordsFound(), new HealthWordsFound());
        HealthWords.Find(Start(page.Video.Title, LongestTitle), title);
        HealthWords.Find(Start(page.Video.Description, LongestDescription), description);

        foreach (var keyword in (page.Video.Keywords ?? []).Take(MostKeywords))
        {
            HealthWords.Find(Start(keyword, LongestTitle), keywords);
        }

        foreach (var panel in page.Video.Panels.Where(panel => panel.Kind == VideoPanelKind.TopicContext))
        {
            HealthWords.Find(Start(panel.Text, LongestTitle), title);
        }

        var weight = (3 * WeightOf(title)) + Math.Min(WeightOf(keywords), MostFromKeywords) + Math.Min(WeightOf(description), MostFromDescription) + (page.Origin.IsHealthSource ? 2 : 0);
        var enough = Figurative.Contains(page.Video.Category) ? EnoughForEntertainment : Enough;
        return weight >= enough ? new(TopicProfiler.Medical, Reason(title, keywords, description)) : NotMedical(title, keywords, description);
    }

    private static double WeightOf(HealthWordsFound found) => found.Plain + (found.Vague / 3.0);

    private static string Reason(HealthWordsFound title, HealthWordsFound keywords, HealthWordsFound description)
    {
        (string Name, string? Word)[] places = [("title", title.First), ("keywords", keywords.First), ("description", description.First)];
        var found = places.Where(place => place.Word is not null).ToList();
        var names = found.Select(place => place.Name).ToList();
        var where = names.Count switch
        {
            0 => "channel",
            1 => names[0],
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        };

        var words = string.Join(", ", found.Select(place => $"“{place.Word}”").Distinct(StringComparer.OrdinalIgnoreCase));
        return words.Length == 0
            ? "YouTube lists its channel as a health source."
            : $"Its {where} {(names.Count == 1 && names[0] != "keywords" ? "speaks" : "speak")} of medicine or health, such as {words}.";
    }

    private static TopicProfile NotMedical(HealthWordsFound title, HealthWordsFound keywords, HealthWordsFound description)
        => new(
            TopicProfiler.General,
            (title.First ?? keywords.First ?? description.First) is { } word
                ? $"Too few of its words are about medicine or health; it says “{word}”."
                : "Nothing on the page says that it is about medicine or health.");

    private static ReadOnlySpan<char> Start(string? text, int length) => text.AsSpan(0, Math.Min(text?.Length ?? 0, length));
}
