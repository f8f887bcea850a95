using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Console;

/// <summary>An article that ships with the service, so that a result can be seen without the internet.</summary>
/// <param name="Id">In the address of the start page.</param>
/// <param name="Title">Its title.</param>
/// <param name="About">What it shows.</param>
internal sealed record SamplePage(string Id, string Title, string About);

/// <summary>The samples, strongest first. Their texts are ours and their citations are made up.</summary>
internal sealed class SamplePages
{
    // The day they were written: a sample's score does not age with the clock.
    private static readonly DateTimeOffset Written = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<SamplePage> All { get; } =
    [
        new("iron-deficiency", "Iron deficiency in adults", "A thorough medical article: reviews, guidelines and trials behind nearly every paragraph."),
        new("tide-mill", "Harrow Point tide mill", "A local history: some good books and newspapers, some paragraphs without a source."),
        new("moon-water", "Moon-charged alkaline water", "A health claim that rests on shops, blogs and a press release."),
    ];

    /// <summary>The assessment of a sample; null when there is none with this id.</summary>
    public Assessment? Assess(string id)
    {
        if (All.FirstOrDefault(sample => sample.Id == id) is not { } sample)
        {
            return null;
        }

        var record = new PageRecord { RevisionTime = Written, FetchedAt = Written, LastEdited = Written };
        var article = WikitextReader.Read(ReadText(id), new() { Title = sample.Title, Record = record });
        return PageScorer.Default.Assess(PageAddress.OfArticle("en", sample.Title), article) with { Origin = Origin.Submitted };
    }

    private static string ReadText(string id)
    {
        using var resource = typeof(SamplePages).Assembly.GetManifestResourceStream($"samples/{id}.wikitext")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
