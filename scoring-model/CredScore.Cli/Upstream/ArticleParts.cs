using System.Text;
using System.Text.Json;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Upstream;

/// <summary>What the Action API has said of one page so far; it may take several answers to say it all.</summary>
internal sealed class ArticleParts(PageAddress asked)
{
    private readonly List<ProjectAssessment> _assessments = [];
    private bool _knowsAssessments;
    private long? _revision;
    private DateTimeOffset? _revisionTime;
    private long? _latestRevision;
    private long? _pageId;
    private string? _wikibaseItem;
    private bool? _isDisambiguation;
    private string? _redirectedFrom;
    private string? _editProtection;

    public bool IsMissing { get; private set; }

    public string? Title { get; private set; }

    public string? Wikitext { get; private set; }

    /// <summary>Adds one answer; gives the parameters that ask for the next part, or null when all has been said.</summary>
    public string? Add(JsonElement answer)
    {
        if (answer.Find("query") is not { } query)
        {
            throw new UpstreamException("Wikipedia's answer holds neither an error nor a page.");
        }

        _redirectedFrom ??= query.Items("redirects").Select(redirect => redirect.Text("from")).FirstOrDefault();

        // An interwiki link leads to another site; an unknown revision is listed apart from pages.
        if (query.Find("interwiki") is not null || query.Find("badrevids") is not null)
        {
            IsMissing = true;
            return null;
        }

        AddPage(query.Items("pages").FirstOrDefault());
        return IsMissing ? null : Continuation(answer);
    }

    public PageRecord ToRecord(DateTimeOffset fetchedAt) => new()
    {
        Revision = _revision,
        RevisionTime = _revisionTime,
        FetchedAt = fetchedAt,
        PageId = _pageId,
        WikibaseItem = _wikibaseItem,
        IsDisambiguation = _isDisambiguation,
        RedirectedFrom = _redirectedFrom,
        EditProtection = _editProtection,
        Assessments = _knowsAssessments ? _assessments : null,
        LastEdited = _revision is not null && _revision == _latestRevision ? _revisionTime : null,
    };

    private void AddPage(JsonElement page)
    {
        if (page.ValueKind is not JsonValueKind.Object || page.IsTrue("missing") || page.IsTrue("invalid"))
        {
            IsMissing = true;
            return;
        }

        ThrowIfNotArticle(page);
        Title ??= page.Text("title");
        _pageId ??= page.Number("pageid");
        _latestRevision ??= page.Number("lastrevid");
        AddRevision(page.Items("revisions").FirstOrDefault());
        AddProperties(page);
        AddAssessments(page);
    }

    private static void ThrowIfNotArticle(JsonElement page)
    {
        if (page.Number("ns") is { } space and not 0)
        {
            throw CommandFailure.NotScorable($"This page stands in namespace {space}: only articles are scored.");
        }
    }

    private void AddRevision(JsonElement revision)
    {
        if (revision.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        _revision ??= revision.Number("revid");
        _revisionTime ??= revision.Time("timestamp");

        if (asked.Revision is { } wanted && _revision != wanted)
        {
            throw new UpstreamException($"Wikipedia sent revision {_revision} for {wanted}.");
        }

        if (revision.Find("slots")?.Find("main") is not { } slot)
        {
            return;
        }

        if (slot.IsTrue("texthidden"))
        {
            throw CommandFailure.NotScorable("The text of this revision was hidden by Wikipedia's administrators.");
        }

        Wikitext ??= slot.Text("contentmodel") is null or "wikitext"
            ? slot.Text("content")
            : throw CommandFailure.NotScorable("This page is not written in wikitext: only articles are scored.");
    }

    private void AddProperties(JsonElement page)
    {
        // The answer leaves the member out when a page has none of the properties asked for.
        if (page.Find("pageprops") is { } properties)
        {
            _wikibaseItem ??= properties.Text("wikibase_item");
            _isDisambiguation = properties.Find("disambiguation") is not null;
        }

        if (page.Find("protection") is not null)
        {
            _editProtection ??= page.Items("protection").Where(protection => protection.Text("type") == "edit")
                .Select(protection => protection.Text("level")).FirstOrDefault() ?? string.Empty;
        }
    }

    private void AddAssessments(JsonElement page)
    {
        if (page.Find("pageassessments") is not { ValueKind: JsonValueKind.Object } projects)
        {
            return;
        }

        _knowsAssessments = true;
        _assessments.AddRange(projects.EnumerateObject()
            .Select(project => new ProjectAssessment(project.Name, project.Value.Text("class") ?? string.Empty, project.Value.Text("importance") ?? string.Empty)));
    }

    // https://www.mediawiki.org/wiki/API:Continue
    private static string? Continuation(JsonElement answer)
    {
        if (answer.Find("continue") is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        var parameters = new StringBuilder();

        foreach (var member in members.EnumerateObject())
        {
            parameters.Append('&').Append(Uri.EscapeDataString(member.Name)).Append('=').Append(Uri.EscapeDataString(member.Value.ToString()));
        }

        return parameters.ToString();
    }
}
