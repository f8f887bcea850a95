namespace CredScore.Scoring.Pages;

/// <summary>The names that answers and rulesets have for the kinds of pages.</summary>
public static class Sites
{
    public const string Wikipedia = "wikipedia";
    public const string YouTube = "youtube";

    /// <summary>All of them; what is not said to be another is the first.</summary>
    public static IReadOnlyList<string> All { get; } = [Wikipedia, YouTube];

    /// <summary>The name of a kind of page.</summary>
    public static string NameOf(PageKind kind) => kind == PageKind.YouTube ? YouTube : Wikipedia;
}
