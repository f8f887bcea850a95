using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Says who stands behind a video and how we know: the registry, then YouTube's panels, then the owner's own site, then what the name claims.</summary>
public sealed partial class ChannelClassifier
{
    private const string Registry = "channels";
    private const int MostPanels = 8;

    private static readonly Lazy<ChannelClassifier> LazyDefault = new(() => new(CatalogueSet.Embedded));

    private readonly CatalogueSet _catalogues;

    /// <summary>The classifier with other catalogues, such as refreshed ones.</summary>
    public ChannelClassifier(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        _catalogues = catalogues;
    }

    /// <summary>The classifier with the embedded catalogues.</summary>
    public static ChannelClassifier Default => LazyDefault.Value;

    /// <summary>Classifies the owner of a video; of several channels the first.</summary>
    public ChannelOrigin Classify(YouTubeVideo video) => Classify(video, null);

    /// <summary>Classifies the owner of a video whose description was read before.</summary>
    public ChannelOrigin Classify(YouTubeVideo video, VideoDescription? description)
    {
        ArgumentNullException.ThrowIfNull(video);
        var channel = video.Channel ?? (video.Collaborators.Count > 0 ? video.Collaborators[0] : null);
        var health = FindPanel(video, VideoPanelKind.HealthSource);
        var funding = FindPanel(video, VideoPanelKind.PublisherFunding);
        var entry = FindEntry(channel);
        var site = entry is null && channel is not null ? FindOwnSite(video, description, channel) : null;

        var evidence = new List<Evidence>();
        AddPanel(evidence, health);
        AddPanel(evidence, funding);

        if (site is not null)
        {
            evidence.Add(new("link", null, site.Value.Address));
        }

        var (kind, certainty, why) = entry is not null
            ? (entry.Kind, ChannelCertainty.Registered, $"{entry.Name} is in our list of channels: {entry.Note}")
            : Decide(channel, health, funding, site);

        return new(kind, Sentence(why, health, funding, entry), entry is null ? null : Registry, health is not null || entry is { IsHealthSource: true }, evidence) { Certainty = certainty };
    }

    private ChannelEntry? FindEntry(VideoChannel? channel)
        => channel is null ? null : (channel.Id is { } id ? _catalogues.Channels.FindId(id) : null) ?? (channel.Handle is { } handle ? _catalogues.Channels.FindHandle(handle) : null);

    private (ChannelKind Kind, ChannelCertainty Certainty, string Why) Decide(VideoChannel? channel, VideoPanel? health, VideoPanel? funding, OwnSite? site)
    {
        if (health is not null && ChannelPanels.KindOfHealthSource(health.Text) is var vetted and not ChannelKind.Unknown)
        {
            return (vetted, ChannelCertainty.Shown, "YouTube's panel says what kind of source it is");
        }

        if (funding is not null && ChannelPanels.IsBroadcaster(funding.Text))
        {
            return (ChannelKind.Newsroom, ChannelCertainty.Shown, "YouTube's panel says that it is a broadcaster");
        }

        if (site is { } own)
        {
            return (own.Kind, ChannelCertainty.Shown, $"it links to a site of its name, {own.Host} ({own.Why})");
        }

        return channel?.Name is { } name && _catalogues.ChannelWords.Find(name) is var (kind, phrase)
            ? (kind, ChannelCertainty.Claimed, $"its name says “{phrase}”, and nothing on the page confirms it")
            : (ChannelKind.Unknown, ChannelCertainty.None, "who stands behind the channel is not known; that says nothing against it");
    }

    // What YouTube lists and who the owner is are two facts: both are said.
    private static string Sentence(string why, VideoPanel? health, VideoPanel? funding, ChannelEntry? entry)
    {
        var listed = (health, entry) switch
        {
            ({ } panel, _) => $"; YouTube says “{panel.Text}”, which vets the source and not this video",
            (null, { IsHealthSource: true }) => "; YouTube has listed it as a health source, which vets the source and not this video",
            _ => "",
        };
        var paid = funding is null ? "" : $"; YouTube says “{funding.Text}”, which tells of funding and is no grade";
        return $"{char.ToUpperInvariant(why[0])}{why[1..]}{listed}{paid}.";
    }

    private static VideoPanel? FindPanel(YouTubeVideo video, VideoPanelKind kind)
    {
        for (var i = 0; i < video.Panels.Count && i < MostPanels; i++)
        {
            if (video.Panels[i].Kind == kind)
            {
                return video.Panels[i];
            }
        }

        return null;
    }

    private static void AddPanel(List<Evidence> evidence, VideoPanel? panel)
    {
        if (panel is not null)
        {
            evidence.Add(new("panel", null, panel.Text));
        }
    }
}
