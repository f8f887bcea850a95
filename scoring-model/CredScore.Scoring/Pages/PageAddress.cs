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

    public required PageKind Kind { get; init; }

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
        { PageId: { } page } => $"wikipedia:{Language}:#pageid={page}",
        _ => $"wikipedia:{Language}:#oldid={Revision}",
    };

    /// <summary>SHA-256 of the key's UTF-8 bytes in lower-case hexadecimal.</summary>
    public string KeyHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    /// <summary>The address of an article by its title, as the wiki itself reports it after redirects.</summary>
    public static PageAddress OfArticle(string language, string title, long? revision = null)
        => new() { Kind = PageKind.Wikipedia, Language = language, Title = title, Revision = revision };

    public override string ToString() => Key;
}

/// <summary>Why an address cannot be scored.</summary>
/// <param name="Reason">Stable id such as <c>not-an-address</c>, <c>other-site</c>, <c>special-page</c>.</param>
/// <param name="Text">A sentence for the person who pasted it.</param>
public sealed record NotScorable(string Reason, string Text);
