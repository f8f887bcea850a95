namespace CredScore.Scoring.Model;

/// <summary>
/// The grades that WikiProjects give, in order. The A class, which few projects use, is missing: no labelled article carries it.
/// https://en.wikipedia.org/wiki/Wikipedia:Content_assessment
/// </summary>
public enum Grade
{
    Stub,
    Start,
    C,
    B,

    /// <summary>Good article.</summary>
    GA,

    /// <summary>Featured article.</summary>
    FA,
}

/// <summary>Grades as data and people write them.</summary>
public static class Grades
{
    /// <summary>Number of grades.</summary>
    public const int Count = 6;

    /// <summary>Grades in order.</summary>
    public static IReadOnlyList<Grade> All { get; } = Enum.GetValues<Grade>();

    /// <summary>Lower case, as in data sets and answers: <c>stub</c>, <c>start</c>, <c>c</c>, <c>b</c>, <c>ga</c>, <c>fa</c>.</summary>
    public static string Id(this Grade grade) => grade.ToString().ToLowerInvariant();

    /// <summary>As a sentence calls it: "reads like a <em>B-class article</em>".</summary>
    public static string InWords(this Grade grade) => grade switch
    {
        Grade.Stub => "stub",
        Grade.Start => "start-class article",
        Grade.C => "C-class article",
        Grade.B => "B-class article",
        Grade.GA => "good article",
        _ => "featured article",
    };

    /// <summary>Reads a label in any case; false for anything else, numbers too.</summary>
    public static bool TryParse(string? label, out Grade grade)
        => Enum.TryParse(label, ignoreCase: true, out grade) && Enum.IsDefined(grade) && !char.IsAsciiDigit(label![0]) && label[0] is not ('-' or '+');
}
