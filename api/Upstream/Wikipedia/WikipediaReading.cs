using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>From the Action API's answer to a finding: is this what was asked for, and can it be scored?</summary>
internal sealed class WikipediaReading(PageAddress asked, ApiQuery query, DateTimeOffset now)
{
    private const int Articles = 0;

    // Lists that some editions keep in a namespace of their own (es, pt: Anexo) are read like articles.
    private static readonly HashSet<int> ArticleNamespaces = [Articles, 102, 104];

    public PageFinding Find() => query switch
    {
        { BadRevisions.Count: > 0 } => PageFinding.Missing,
        { Interwiki.Count: > 0 } => PageFinding.Refused("other-wiki", "This title leads to another wiki, not to an article of this one."),
        { Pages: [{ } page] } => Find(page),
        { Redirects.Count: > 0 } => RedirectLoop,
        { Pages: null or [] } => throw Nonsense("It sent no page."),
        _ => throw Nonsense("It sent something else than one page."),
    };

    private static PageFinding RedirectLoop => PageFinding.Refused("redirect-loop", "This page only redirects, in a circle; there is no article to score.");

    private PageFinding Find(ApiPage page)
    {
        ThrowUnlessAsked(page);

        return page switch
        {
            { Invalid: true } => PageFinding.Refused("bad-title", "No article can have this title. Check the address."),
            { Special: true } or { Ns: < Articles } => PageFinding.Refused("special-page", "This is one of Wikipedia's special pages, not an article."),
            { Missing: true } => PageFinding.Missing,
            { Ns: { } space } when !ArticleNamespaces.Contains(space) => NotAnArticle,
            { Redirect: true } when asked.Revision is null => RedirectLoop,
            { Revisions: [{ Slots: { } slots } revision] } when slots.GetValueOrDefault("main") is { } text => Find(page, revision, text),
            { Revisions: [{ TextHidden: true }] } => Hidden,
            _ => throw Nonsense("It sent the page without its text."),
        };
    }

    private PageFinding Find(ApiPage page, ApiRevision revision, ApiSlot text) => text switch
    {
        { TextHidden: true } => Hidden,
        { Model: not (null or "wikitext") } => PageFinding.Refused("not-an-article", "This page holds code or data, not an article."),
        { Content: { } content } when revision.Id is { } id && asked.WithTitle(page.Title!) is { } address
            => new WikipediaPage(address, content, id, id == page.LastRevision, RecordOf(page, revision)),
        { Content: not null } => NotAnArticle,
        _ => throw Nonsense("It sent the page without its text."),
    };

    private static PageFinding Hidden => PageFinding.Refused("text-hidden", "Wikipedia has hidden the text of this revision, so there is nothing to score.");

    private static PageFinding NotAnArticle => PageFinding.Refused("not-an-article", "This Wikipedia page is no article: it is for editors or leads to articles.");

    private void ThrowUnlessAsked(ApiPage page)
    {
        var isAsked = asked switch
        {
            { Revision: { } revision } => page.Missing || page.Revisions is not [{ Id: { } id }] || id == revision,
            { PageId: { } number } => query.Redirects is { Count: > 0 } || page.PageId == number,
            _ => page.Title == ExpectedTitle(),
        };

        if (!isAsked || page.Title is null)
        {
            throw Nonsense("It sent another page than the one asked for.");
        }
    }

    private string? ExpectedTitle()
    {
        var title = asked.Title;

        foreach (var move in (query.Normalized ?? []).Concat(query.Redirects ?? []))
        {
            title = move?.From == title ? move?.To : title;
        }

        return title;
    }

    private PageRecord RecordOf(ApiPage page, ApiRevision revision)
    {
        var isLatest = revision.Id == page.LastRevision;

        // Changes were asked for by title: those of a redirect say nothing about its target.
        var changes = query.Redirects is { Count: > 0 } || asked.Title is null ? null : query.RecentChanges;

        return new()
        {
            Revision = revision.Id,
            RevisionTime = revision.Timestamp,
            FetchedAt = now,
            PageId = page.PageId,
            WikibaseItem = page.Properties?.WikibaseItem,
            IsDisambiguation = page.Properties?.Disambiguation is not null,
            RedirectedFrom = query.Redirects is [{ From: { } from }, ..] ? from : null,
            EditProtection = page.Protection is { } protections ? protections.FirstOrDefault(one => one?.Type == "edit")?.Level ?? string.Empty : null,
            Assessments = page.Assessments?.Select(pair => new ProjectAssessment(pair.Key, pair.Value?.Class ?? string.Empty, pair.Value?.Importance ?? string.Empty)).ToList(),
            LastEdited = isLatest ? revision.Timestamp : null,
            RecentEdits = changes?.Count,
            RecentReverts = changes?.Count(change => change?.Tags?.Contains("mw-reverted") == true),
        };
    }

    private static UpstreamException Nonsense(string what) => new(WikipediaClient.Site, UpstreamFault.BadAnswer, $"Wikipedia's answer cannot be used. {what}");
}
