using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Bulk;

/// <summary>What a row says of a video: the video and, as far as known, its address; or why it cannot be scored.</summary>
internal readonly record struct VideoRow(YouTubeVideo? Video, PageAddress? Address, string? Error)
{
    private const string Site = "https://www.youtube.com/";

    /// <summary>Stands for the address of a video that has none, until <see cref="WithoutAddress"/> takes it away.</summary>
    public static PageAddress Nowhere { get; } = PageAddress.TryParse("youtube:___________", out var address, out _) ? address : throw new InvalidOperationException();

    public static VideoRow Read(PageRow page)
    {
        PageAddress? address = null;

        if (page.Url is not null && !PageAddress.TryParse(page.Url, out address, out var notScorable))
        {
            return Refused(notScorable.Text);
        }

        if (address is { Kind: PageKind.Wikipedia })
        {
            return Refused("Its url is that of an article, and its content that of a video.");
        }

        if (page is { Video: null, Format: DocumentFormat.Wikitext })
        {
            return Refused("A video is read from youtube or html, not from wikitext.");
        }

        var video = ReadVideo(page, out var refusal);

        return video switch
        {
            null => Refused($"Its content {VideoWords.Of(refusal)}"),
            _ when VideoRefusal.Find(video, address) is { } reason => Refused(reason.Text),
            _ => new(video, address ?? AddressOf(video), null),
        };
    }

    /// <summary>The assessment of a video whose id nobody knows: it names the site and no more.</summary>
    public static Assessment WithoutAddress(Assessment assessment)
        => assessment with { Page = assessment.Page with { Address = Site, Key = "youtube:", Url = Site } };

    private static YouTubeVideo? ReadVideo(PageRow page, out YouTubeRefusal? refusal) => page.Video is { } json
        ? YouTubeReader.ReadJson(json, null, out refusal)
        : YouTubeReader.ReadHtml(page.Text!, null, out refusal);

    // The video's own id, when it is one.
    private static PageAddress? AddressOf(YouTubeVideo video)
        => PageAddress.TryParse($"youtube:{video.Id}", out var address, out _) ? address : null;

    private static VideoRow Refused(string error) => new(null, null, error);
}
