using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Features;

/// <summary>What the features of a video are read from: the document, who made it, what its description refers to and discloses.</summary>
public sealed class VideoInputs : PageInputs
{
    // YouTube's own categories; the others (music, films, games, blogs, animals …) hold mostly what nobody looks for sources in.
    private static readonly string[] Informing = ["Education", "Science & Technology", "News & Politics", "Howto & Style", "Nonprofits & Activism"];

    private readonly Lazy<TextPrediction?> _wording;
    private readonly int[] _signs = new int[Enum.GetValues<DescriptionSignKind>().Length];

    public VideoInputs(YouTubeVideo video, ChannelOrigin origin, VideoDescription description, IReadOnlyList<ClassifiedSource> references)
        : base(references, hasReferences: false)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(description);
        Video = video;
        Origin = origin;
        Description = description;
        _wording = new(() => VideoTextModel.Default.Read(video.Title, video.Description, video.Channel?.Name));

        foreach (var sign in description.Signs)
        {
            _signs[(int)sign.Kind]++;
        }

        Topic = TopicProfiler.Find(this);
        IsMadeToInform = Topic.Profile == TopicProfiler.Medical
            || Sources.Any(source => source.Type is not SourceType.Unknown and <= SourceType.News)
            || Informing.Contains(video.Category)
            || OwnerKind is not (ChannelKind.Unknown or ChannelKind.Company);
        HasReferences = IsMadeToInform && (HasDescription || Sources.Count > 0);
    }

    public YouTubeVideo Video { get; }

    /// <summary>Who made it, and how we know.</summary>
    public ChannelOrigin Origin { get; }

    /// <summary>The kind of owner as far as something confirms it: what a name alone claims is unknown.</summary>
    public ChannelKind OwnerKind => Origin.Certainty is ChannelCertainty.Claimed ? ChannelKind.Unknown : Origin.Kind;

    /// <summary>What the description refers to and discloses.</summary>
    public VideoDescription Description { get; }

    /// <summary>What the wording resembles; null where the text model abstains.</summary>
    public TextPrediction? Wording => _wording.Value;

    /// <summary>Which ruleset the video's topic asks for.</summary>
    public TopicProfile Topic { get; }

    /// <summary>
    /// Whether a viewer would look for sources, speakers and aims: in a video on health, one that names sources of a kind that informs, one in a category of information, or
    /// one whose owner is known to inform. In others (songs, games, films) their absence says nothing and is unknown.
    /// </summary>
    public bool IsMadeToInform { get; }

    /// <summary>Whether the description could be read; an empty one can be.</summary>
    public bool HasDescription => Video.Description is not null;

    /// <summary>Signs of a kind in the description; null when there is no description to read.</summary>
    public int? CountOf(DescriptionSignKind kind) => HasDescription ? _signs[(int)kind] : null;

    /// <summary>Signs that the owner earns by what is linked: sponsors, links and codes that pay for sales, goods of their own.</summary>
    public int? CommercialSigns => HasDescription
        ? _signs[(int)DescriptionSignKind.Sponsor] + _signs[(int)DescriptionSignKind.Affiliate] + _signs[(int)DescriptionSignKind.DiscountCode] + _signs[(int)DescriptionSignKind.Shop]
        : null;
}
