using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Console;

/// <summary>An article or a video that ships with the service, so that a result can be seen without the internet.</summary>
/// <param name="Id">In the address of the start page.</param>
/// <param name="Title">Its title, or a video's in short.</param>
/// <param name="About">What it shows.</param>
/// <param name="Kind">Article or video.</param>
internal sealed record SamplePage(string Id, string Title, string About, PageKind Kind = PageKind.Wikipedia);

/// <summary>The samples, strongest first. Their texts are ours; their citations and channels are made up.</summary>
internal sealed class SamplePages
{
    // The day they were written: a sample's score does not age with the clock.
    private static readonly DateTimeOffset Written = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<SamplePage> All { get; } =
    [
        new("iron-deficiency", "Iron deficiency in adults", "A thorough medical article: reviews, guidelines and trials behind nearly every paragraph."),
        new("tide-mill", "Harrow Point tide mill", "A local history: some good books and newspapers, some paragraphs without a source."),
        new("moon-water", "Moon-charged alkaline water", "A health claim that rests on shops, blogs and a press release."),
        new("iron-lecture", "Iron deficiency anaemia (lecture)", "A hospital's lecture: a named speaker, chapters, captions, and references with their times.", PageKind.YouTube),
        new("moon-video", "Cured by moon water", "A video that sells what it praises: a shop, a discount code, a sponsor, and no source.", PageKind.YouTube),
    ];

    /// <summary>The assessment of a sample; null when there is none with this id.</summary>
    public Assessment? Assess(string id) => All.FirstOrDefault(sample => sample.Id == id) switch
    {
        null => null,
        { Kind: PageKind.YouTube } => AssessVideo(id) with { Origin = Origin.Submitted },
        var sample => AssessArticle(sample) with { Origin = Origin.Submitted },
    };

    private static Assessment AssessArticle(SamplePage sample)
    {
        var record = new PageRecord { RevisionTime = Written, FetchedAt = Written, LastEdited = Written };
        using var reader = new StreamReader(Open($"{sample.Id}.wikitext"));
        var article = WikitextReader.Read(reader.ReadToEnd(), new() { Title = sample.Title, Record = record });
        return PageScorer.Default.Assess(PageAddress.OfArticle("en", sample.Title), article);
    }

    private static Assessment AssessVideo(string id)
    {
        using var resource = Open($"{id}.json");
        var json = new byte[resource.Length];
        resource.ReadExactly(json);
        var video = YouTubeReader.ReadJson(json, Written) ?? throw new InvalidDataException($"The sample {id} holds no video.");

        return PageAddress.TryParse($"youtube:{video.Id}", out var address, out _)
            ? PageScorer.Default.Assess(address, video)
            : throw new InvalidDataException($"The sample {id} has no id of a video.");
    }

    private static Stream Open(string name) => typeof(SamplePages).Assembly.GetManifestResourceStream($"samples/{name}")!;
}
