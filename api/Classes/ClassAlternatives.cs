using System.Globalization;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Topics;

namespace CredScore.Api.Classes;

/// <summary>What a class's educator recommends on a page or a topic, in the educator's order: it comes before what anybody else offers.</summary>
internal static class ClassAlternatives
{
    // Nobody said which language it is in; "und" says so in a web page's own terms.
    private const string UnknownLanguage = "und";

    /// <summary>Recommendations on what a page is about, before the others; one that stands among the others too is given once.</summary>
    /// <param name="row">The class.</param>
    /// <param name="title">Title of the page, or the name of a topic.</param>
    /// <param name="topics">What it is about.</param>
    /// <param name="linker">Knows other names of a topic.</param>
    /// <param name="others">What is offered to everybody.</param>
    public static IReadOnlyList<Alternative> First(StoredClass row, string title, IReadOnlyList<PageTopic> topics, TopicLinker linker, IReadOnlyList<Alternative> others)
    {
        var words = WordsOf(title);
        var recommended = row.Recommendations
            .Where(one => one.Topic.Length == 0 || Holds(words, WordsOf(one.Topic)) || topics.Any(topic => topic.Name == linker.LinkName(one.Topic)?.Name))
            .Select(one => new Alternative(
                one.Title, one.Url, row.Author, AlternativeKind.Recommendation, AlternativeLevel.Student, null, one.Why, topics.Count > 0 ? topics[0].Name : title, UnknownLanguage, one.Topic.Length > 0, row.Name))
            .ToList();
        return recommended.Count == 0 ? others : [.. recommended, .. others.Where(other => recommended.TrueForAll(one => one.Url != other.Url))];
    }

    // "measles" is in "Measles outbreak", and not in "Measleslike".
    private static bool Holds(string[] words, string[] topic)
        => topic.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - topic.Length + 1)).Any(start => words.AsSpan(start, topic.Length).SequenceEqual(topic));

    private static string[] WordsOf(string text)
        => new string([.. text.Normalize().Select(letter => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
