using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CredScore.Scoring.Pages;

/// <summary>The sites whose pages are scored.</summary>
public enum PageKind
{
    Wikipedia,
    YouTube,
}

/// <summary>Where a page is: an article of a language edition, or a video. Only ever valid; see <see cref="TryParse"/>.</summary>
public sealed partial record PageAddress
{
    private PageAddress()
    {
    }

    public PageKind Kind { get; private init; }

    /// <summary>Language edition in lower case; null for videos.</summary>
    public string? Language { get; private init; }

    /// <summary>Title with spaces and a capital first letter; null for videos and while only a page id or a revision is known.</summary>
    public string? Title { get; private init; }

    /// <summary>Eleven characters; null for articles.</summary>
    public string? VideoId { get; private init; }

    /// <summary>The revision that was asked for; null for the latest.</summary>
    public long? Revision { get; private init; }

    /// <summary>Number of the page in its wiki, when the address gave that instead of a title.</summary>
    public long? PageId { get; private init; }

    /// <summary>
    /// Canonical key: <c>wikipedia:{language}:{title}</c> or <c>youtube:{videoId}</c>. An article known by number only has
    /// <c>wikipedia:{language}:#{pageid or oldid}={number}</c> until the wiki has told its title; <c>#</c> cannot stand in a title.
    /// </summary>
    public string Key => this switch
    {
        { Kind: PageKind.YouTube } => $"youtube:{VideoId}",
        { Title: { } title } => $"wikipedia:{Language}:{title}",
        { PageId: { } page } => string.Create(CultureInfo.InvariantCulture, $"wikipedia:{Language}:#pageid={page}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"wikipedia:{Language}:#oldid={Revision}"),
    };

    /// <summary>SHA-256 of the key's UTF-8 bytes in lower-case hexadecimal.</summary>
    public string KeyHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    /// <summary>Canonical web address of the page, whatever revision was asked for.</summary>
    public string WebAddress => this switch
    {
        { Kind: PageKind.YouTube } => $"https://www.youtube.com/watch?v={VideoId}",
        { Title: { } title } => $"https://{Language}.wikipedia.org/wiki/{ArticleTitle.Encode(title)}",
        { PageId: { } page } => string.Create(CultureInfo.InvariantCulture, $"https://{Language}.wikipedia.org/?curid={page}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"https://{Language}.wikipedia.org/?oldid={Revision}"),
    };

    /// <summary>The address of an article by its title, as the wiki itself reports it after redirects.</summary>
    public static PageAddress OfArticle(string language, string title, long? revision = null)
        => new() { Kind = PageKind.Wikipedia, Language = language, Title = title, Revision = revision };

    /// <summary>Web address of exactly one revision of an article; of the page when the revision is unknown.</summary>
    public string WebAddressOf(long? revision) => Kind == PageKind.Wikipedia && revision is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"https://{Language}.wikipedia.org/w/index.php?{TitleParameter}oldid={number}")
        : WebAddress;

    /// <summary>This address once the wiki has told the title: after a redirect, or for a page or revision number. Null when the title is no article's.</summary>
    public PageAddress? WithTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Kind == PageKind.Wikipedia && WikipediaAddress.OfTitle(Language!, title, out _) is { } article
            ? article with { Revision = Revision }
            : null;
    }

    public override string ToString() => Key;

    private string TitleParameter => Title is { } title ? $"title={ArticleTitle.Encode(title)}&" : string.Empty;

    internal static PageAddress OfNumber(string language, long? pageId, long? revision)
        => new() { Kind = PageKind.Wikipedia, Language = language, PageId = pageId, Revision = revision };

    internal static PageAddress OfVideo(string videoId) => new() { Kind = PageKind.YouTube, VideoId = videoId };
}

/// <summary>Why an address cannot be scored.</summary>
/// <param name="Reason">Stable id such as <c>not-an-address</c>, <c>other-site</c>, <c>special-page</c>.</param>
/// <param name="Text">A sentence for the person who pasted it.</param>
public sealed record NotScorable(string Reason, string Text);
