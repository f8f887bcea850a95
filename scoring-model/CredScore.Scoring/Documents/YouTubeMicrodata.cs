using System.Globalization;
using System.Xml;
using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>The item of schema.org that a property belongs to.</summary>
internal enum YouTubeScope
{
    None,
    Video,
    Author,

    /// <summary>Counts of views or likes.</summary>
    Statistic,
    Other,
}

/// <summary>The schema.org block and the head of a watch page: what is left where the two documents are missing. It is written for machines and in the original language.</summary>
internal sealed class YouTubeMicrodata
{
    // Descriptions are cut at about 160 characters, and end in three dots.
    private const int CutDescription = 150;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private string? _statistic;

    public string? Id => YouTubeAddresses.VideoId(Value("identifier")) ?? YouTubeAddresses.VideoId(Value("videoId")) ?? AddressedId;

    /// <summary>Whether the page is one of YouTube's about a video.</summary>
    public bool IsOfVideo => Title is not null && Id is not null && (Value("og:site_name") is "YouTube" || AddressedId is not null);

    public string? Title => Value("name") ?? (AddressedId is null ? null : Value("og:title"));

    public string? Description => Value("description") ?? Value("og:description");

    public bool IsDescriptionCut => Description is { Length: >= CutDescription } || Description?.EndsWith("...", StringComparison.Ordinal) is true;

    public string? ChannelId => YouTubeAddresses.ChannelId(Value("channelId")) ?? YouTubeAddresses.ChannelIdOf(Value("author.url"));

    public string? ChannelName => Value("author.name");

    public string? Handle => YouTubeAddresses.HandleOf(Value("author.url"));

    public DateOnly? Published => YouTubeDates.ReadIso(Value("datePublished"));

    public DateOnly? Uploaded => YouTubeDates.ReadIso(Value("uploadDate"));

    public string? Category => Value("genre");

    public long? Views => Count("interactionCount") ?? Count("views");

    public long? Likes => Count("likes");

    public bool? IsFamilyFriendly => Flag("isFamilyFriendly");

    public bool? IsUnlisted => Flag("unlisted");

    public int? LengthSeconds
    {
        get
        {
            try
            {
                return Value("duration") is { Length: < 30 } text && XmlConvert.ToTimeSpan(text).TotalSeconds is > 0 and < int.MaxValue and var seconds ? (int)seconds : null;
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                return null;
            }
        }
    }

    public IReadOnlyList<string>? Keywords
        => Value("keywords")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? AddressedId => YouTubeAddresses.VideoIdOf(Value("canonical")) ?? YouTubeAddresses.VideoIdOf(Value("og:url"));

    /// <summary>The item that the children of an element belong to.</summary>
    public static YouTubeScope ScopeOf(Element element, YouTubeScope scope)
    {
        if (!element.HasAttribute("itemscope"))
        {
            return scope;
        }

        return (scope, element.GetAttribute("itemprop")) switch
        {
            (not YouTubeScope.Video, _) when element.GetAttribute("itemtype")?.EndsWith("schema.org/VideoObject", StringComparison.Ordinal) is true => YouTubeScope.Video,
            (YouTubeScope.Video, "author") => YouTubeScope.Author,
            (YouTubeScope.Video, "interactionStatistic") => YouTubeScope.Statistic,
            _ => YouTubeScope.Other,
        };
    }

    public void Add(Element element, YouTubeScope scope)
    {
        var value = element.GetAttribute("content") ?? element.GetAttribute("href");

        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (NameOf(element, scope) is { } name)
        {
            _values.TryAdd(name, value);
        }
        else if (scope is YouTubeScope.Statistic)
        {
            AddStatistic(element.GetAttribute("itemprop"), value);
        }
    }

    private static string? NameOf(Element element, YouTubeScope scope) => (scope, element.GetAttribute("itemprop")) switch
    {
        (_, null) => element.GetAttribute("rel") is "canonical" ? "canonical" : element.GetAttribute("property") is { } property && property.StartsWith("og:", StringComparison.Ordinal) ? property : null,
        (YouTubeScope.Video, var name) => name,
        (YouTubeScope.Author, var name) => "author." + name,
        _ => null,
    };

    private void AddStatistic(string? name, string value)
    {
        if (name is "interactionType")
        {
            _statistic = value.EndsWith("/WatchAction", StringComparison.Ordinal) ? "views" : value.EndsWith("/LikeAction", StringComparison.Ordinal) ? "likes" : null;
        }
        else if (name is "userInteractionCount" && _statistic is not null)
        {
            _values.TryAdd(_statistic, value);
        }
    }

    private string? Value(string name) => _values.GetValueOrDefault(name);

    private long? Count(string name) => long.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private bool? Flag(string name) => bool.TryParse(Value(name), out var flag) ? flag : null;
}
