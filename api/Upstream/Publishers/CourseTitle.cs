using CredScore.Api.Alternatives;

namespace CredScore.Api.Upstream.Publishers;

/// <summary>Titles of textbooks and courses: "Introduction to Sociology 3e" is on sociology.</summary>
internal static class CourseTitle
{
    private static readonly string[] Starts = ["Introduction to ", "Introductory ", "Principles of ", "Fundamentals of ", "Foundations of ", "Concepts of ", "College ", "University ", "General "];

    /// <summary>Whether books and courses are called after such a topic: none is after a disease or a drug, so that nobody is asked for one.</summary>
    public static bool MayBeCalled(AskedTopic topic) => topic is { Field: not (null or "medicine"), Icd10: null, Snomed: null };

    /// <summary>Whether a title is the topic's name, but for the edition and words that say for whom it is.</summary>
    public static bool IsOn(string title, AskedTopic topic)
    {
        var plain = WithoutEdition(title);
        return PublisherDoor.IsNamed(plain, topic) || Starts.Any(start => plain.StartsWith(start, StringComparison.OrdinalIgnoreCase) && PublisherDoor.IsNamed(plain[start.Length..], topic));
    }

    // "Microbiology 2e".
    private static string WithoutEdition(string title)
        => title.LastIndexOf(' ') is var space and > 0 && title[(space + 1)..] is [>= '2' and <= '9', 'e'] ? title[..space] : title;
}
