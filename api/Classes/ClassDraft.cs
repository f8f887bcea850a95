namespace CredScore.Api.Classes;

/// <summary>What an educator says of a class.</summary>
/// <param name="Name">Such as "Physiology, year 2".</param>
/// <param name="Subject">Free words.</param>
/// <param name="Level">Free words.</param>
/// <param name="ArticleRuleset">Key of a published ruleset for articles, with its version; null for the one that a page's topic asks for.</param>
/// <param name="VideoRuleset">The same for videos.</param>
/// <param name="Recommendations">What to read instead, by topic; at most 100.</param>
/// <param name="CollectsAppraisals">Whether its members may leave appraisals of pages. False when left out.</param>
internal sealed record ClassDraft(
    string? Name, string? Subject, string? Level, string? ArticleRuleset, string? VideoRuleset, IReadOnlyList<RecommendationDraft>? Recommendations, bool CollectsAppraisals = false)
{
    public const int LongestName = 100;
    public const int MostRecommendations = 100;

    /// <summary>Why it cannot be saved; null when it can.</summary>
    public string? Fault
        => string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName ? $"A class has a name of 1 to {LongestName} characters."
        : Subject?.Length > LongestName || Level?.Length > LongestName ? $"Subject and level have at most {LongestName} characters each."
        : Recommendations?.Count > MostRecommendations ? $"A class has at most {MostRecommendations} recommendations."
        : Recommendations?.Select(one => one.Fault).FirstOrDefault(fault => fault is not null);
}

/// <summary>A source that an educator recommends.</summary>
/// <param name="Topic">Words that a page's title holds, such as "measles"; null or empty for every page.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it is, https.</param>
/// <param name="Why">Why the educator recommends it, one sentence.</param>
internal sealed record RecommendationDraft(string? Topic, string? Title, string? Url, string? Why)
{
    public const int LongestText = 300;
    public const int LongestUrl = 2048;

    public string? Fault
        => string.IsNullOrWhiteSpace(Title) || Title.Length > LongestText || string.IsNullOrWhiteSpace(Why) || Why.Length > LongestText || Topic?.Length > LongestText ? $"A recommendation has a title and a reason of 1 to {LongestText} characters each."
        : Url is not { Length: > 0 and <= LongestUrl } || !Uri.TryCreate(Url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0 ? "The address of a recommendation begins with https:// and has at most 2,048 characters."
        : null;
}
