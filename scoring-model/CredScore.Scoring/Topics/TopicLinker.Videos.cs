using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Topics;

/// <summary>What a video is about, by its title, and by keywords and chapters where the title names nothing.</summary>
public sealed partial class TopicLinker
{
    private const int MostKeywords = 30;
    private const int MostChapters = 40;
    private const int LongestTitle = 160;

    // Places besides the title that must name a topic when the title does not.
    private const int EnoughPlaces = 2;

    private static readonly string[] Learning = ["Education", "Science & Technology"];

    /// <summary>The topics of a video, best first; empty when nothing says what it is about.</summary>
    public IReadOnlyList<PageTopic> Link(VideoInputs page)
    {
        ArgumentNullException.ThrowIfNull(page);

        return page.Topic.Profile == TopicProfiler.Medical ? LinkMedical(page.Video)
            : Learning.Contains(page.Video.Category) ? LinkLesson(page.Video)
            : [];
    }

    private PageTopic[] LinkMedical(YouTubeVideo video)
    {
        var named = Special(FindWithin(video.Title, out _).FindAll(topic => topic.IsMedical));

        return named.Count > 0
            ? [.. named.Take(MostTopics).Select(topic => Of(topic, Title, Nothing))]
            : [.. FindBeside(video).Take(1).Select(topic => Of(topic, "Its keywords and chapters name it.", Nothing))];
    }

    // A lesson that no word of health betrays: names of several words are hardly figures of speech. A single word ("Mars", "Learning") is a topic only where it stands
    // alone between two marks.
    private PageTopic[] LinkLesson(YouTubeVideo video)
    {
        var alone = (video.Title ?? "").Split([':', '|', '–', '—', '-', '?'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => topics.Find(part)).OfType<Topic>();
        var named = FindWithin(video.Title, out _).Where(topic => topic.IsMedical && !topic.IsBroad && topic.Name.Contains(' ', StringComparison.Ordinal) && !topic.Name.Contains('(', StringComparison.Ordinal));
        return [.. named.Concat(alone).Distinct().Take(MostTopics).Select(topic => Of(topic, Title, Nothing))];
    }

    private IEnumerable<Topic> FindBeside(YouTubeVideo video)
    {
        var keywords = (video.Keywords ?? []).Take(MostKeywords).Select(keyword => topics.Find(keyword)).OfType<Topic>();
        var chapters = (video.Chapters ?? []).Take(MostChapters).SelectMany(chapter => FindWithin(chapter.Title, out _));

        return keywords.Concat(chapters)
            .Where(topic => topic.IsMedical && !topic.IsBroad)
            .GroupBy(topic => topic)
            .Where(same => same.Count() >= EnoughPlaces)
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key);
    }

    /// <summary>The topics that a text names, the longest names first taken, in order of their place; no word counts for two.</summary>
    private List<Topic> FindWithin(string? text, out string[] words)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        var key = buffer[..NameKey.Write(Open(text), buffer)];
        words = key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedDictionary<int, Topic>();
        Span<bool> taken = stackalloc bool[words.Length];

        for (var count = Math.Min(TopicCatalogue.MostWords, words.Length); count > 0; count--)
        {
            for (var start = 0; start + count <= words.Length; start++)
            {
                if (!taken.Slice(start, count).Contains(true) && topics.FindKey(SliceOf(key, words, start, count)) is { } topic)
                {
                    taken.Slice(start, count).Fill(true);
                    found.TryAdd(start, topic);
                }
            }
        }

        return [.. found.Values.Distinct()];
    }

    private static ReadOnlySpan<char> SliceOf(ReadOnlySpan<char> key, string[] words, int start, int count)
    {
        var first = start;

        for (var i = 0; i < start; i++)
        {
            first += words[i].Length;
        }

        var length = count - 1;

        for (var i = start; i < start + count; i++)
        {
            length += words[i].Length;
        }

        return key.Slice(first, length);
    }

    // What stands in brackets of a title counts as well: "Laryngeal Mask Airway (LMA) insertion".
    private static string Open(string? text)
    {
        var title = text ?? "";
        return (title.Length > LongestTitle ? title[..LongestTitle] : title).Replace('(', ' ').Replace(')', ' ').Replace('[', ' ').Replace(']', ' ');
    }
}
