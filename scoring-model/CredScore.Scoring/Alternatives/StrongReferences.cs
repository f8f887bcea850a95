using System.Buffers;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Alternatives;

/// <summary>The page's own references that are strong, free to read and on its topic by their title.</summary>
internal static class StrongReferences
{
    private const int Most = 3;
    private const int LongestTitle = 160;
    private const int LongestAddress = 300;

    private static readonly SearchValues<char> Ends = SearchValues.Create(":,;–—|.?(");
    private static readonly string[] Sheets = [" fact sheet", " information page", " overview", " facts", " information"];

    /// <summary>The form in which the titles of references are looked through for a page's subject; empty for none.</summary>
    public static string SubjectOf(string? title) => title is null ? "" : NameKey.Of(title);

    /// <summary>The web address of a strong source whose title names the subject; null for others, for dead links and for what is passed on by others.</summary>
    public static string? AddressOf(ClassifiedSource source, string subject)
    {
        var reference = source.Reference;

        return subject.Length > 0 && !reference.IsDead && !source.NeedsCare && reference.Title is { } title && OfSite(source.Type) is not null && IsNamedAfter(title, subject)
            && reference.Addresses is [{ Length: <= LongestAddress } address, ..]
            && Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && read.Host.EndsWith(source.Host ?? "none", StringComparison.OrdinalIgnoreCase)
            ? read.AbsoluteUri
            : null;
    }

    public static IEnumerable<Alternative> Of(Assessment assessment, PageTopic topic, IReadOnlyCollection<string> names)
    {
        var subjects = names.Select(SubjectOf).Where(name => name.Length > 0).ToList();

        return assessment.References
            .Where(reference => reference.Title is { } title && subjects.Exists(subject => Names(title, subject)))
            .Select(reference => (Reference: reference, Place: PlaceOf(reference)))
            .Where(pair => pair.Place is not null)
            .OrderBy(pair => pair.Place!.Value.Order)
            .ThenByDescending(pair => pair.Reference.Year ?? 0)
            .Take(Most)
            .Select(pair => Write(pair.Reference, pair.Place!.Value, topic, subjects));
    }

    private static Alternative Write(ReferenceSummary reference, Place place, PageTopic topic, List<string> subjects)
        => new(
            reference.Title!.Length > LongestTitle ? $"{reference.Title[..LongestTitle]}…" : reference.Title,
            place.Address,
            place.Provider,
            place.Kind,
            place.Level,
            Free: true,
            $"{place.What} cited by this page as number {reference.Index}, and free to read{(reference.Year is { } year ? $" ({year})" : "")}.",
            topic.Name,
            "en",
            // A single paper that has the topic somewhere in its title is on something more special.
            IsExact: topic.Fit == TopicFit.Exact && (reference.SourceType is SourceType.Guideline or SourceType.SystematicReview || subjects.Exists(subject => IsNamedAfter(reference.Title, subject))),
            Year: place.IsPaper ? reference.Year : null);

    private static Place? PlaceOf(ReferenceSummary reference) => reference switch
    {
        { SourceType: SourceType.Guideline, Pmc: { } pmc } => Pmc(pmc, 0, AlternativeKind.Guideline, "Guideline"),
        { SourceType: SourceType.SystematicReview, Pmc: { } pmc } => Pmc(pmc, 1, AlternativeKind.Review, "Systematic review"),
        { Url: { } url } when OfSite(reference.SourceType) is { } what => new(2, url, new Uri(url).Host.Replace("www.", "", StringComparison.Ordinal), AlternativeKind.Article, AlternativeLevel.Professional, what),
        { SourceType: SourceType.JournalArticle, Pmc: { } pmc } => Pmc(pmc, 3, AlternativeKind.Review, "Article of a journal with peer review,"),
        _ => null,
    };

    private static Place Pmc(string number, int order, AlternativeKind kind, string what) => new(order, $"https://pmc.ncbi.nlm.nih.gov/articles/PMC{number}/", "PubMed Central", kind, AlternativeLevel.Professional, what);

    private static string? OfSite(SourceType type) => type switch
    {
        SourceType.Guideline => "Page of a health agency,",
        SourceType.Government => "Page of a public body,",
        SourceType.University => "Page of a university,",
        SourceType.Society => "Page of a learned society or hospital,",
        SourceType.Tertiary => "Entry of a reference work,",
        _ => null,
    };

    // "Proteus syndrome: the Elephant Man diagnosed", "Golding Bird (1814-54)", "Tourette syndrome fact sheet"; not "Smallpox history in South Asia".
    private static bool IsNamedAfter(string title, string subject)
    {
        var key = SubjectOf(title);
        var head = SubjectOf(HeadOf(title));
        return key == subject || head == subject || (key.StartsWith(subject, StringComparison.Ordinal) && Sheets.Contains(key[subject.Length..]));
    }

    private static string HeadOf(string title) => title.AsSpan().IndexOfAny(Ends) is var end and > 0 ? title[..end] : title.IndexOf(" - ", StringComparison.Ordinal) is var dash and > 0 ? title[..dash] : title;

    private static bool Names(string title, string subject)
    {
        Span<char> key = stackalloc char[NameKey.MaxLength + 2];
        var length = NameKey.Write(title, key[1..^1]);
        key[0] = key[length + 1] = ' ';
        return key[..(length + 2)].Contains($" {subject} ", StringComparison.Ordinal);
    }

    /// <summary>Where a reference can be read, and what it is.</summary>
    private readonly record struct Place(int Order, string Address, string Provider, AlternativeKind Kind, AlternativeLevel Level, string What)
    {
        public bool IsPaper => Kind is AlternativeKind.Guideline or AlternativeKind.Review;
    }
}
