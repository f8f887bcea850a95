using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Upstream;

/// <summary>A page as its site sent it, kept no longer than it takes to assess it.</summary>
/// <param name="Address">Its own address: the target of a redirect, the title behind a number.</param>
internal abstract record FetchedPage(PageAddress Address)
{
    /// <summary>Number of the revision; null where a site has none.</summary>
    public virtual long? Revision => null;

    /// <summary>When the revision was saved.</summary>
    public virtual DateTimeOffset? RevisionTime => null;

    public abstract DateTimeOffset FetchedAt { get; }

    /// <summary>Whether the site says that there is no later revision.</summary>
    public abstract bool IsLatest { get; }

    /// <summary>Whether what was made of it may be stored; the terms under which it was read can say otherwise.</summary>
    public virtual bool MayBeStored => true;

    /// <summary>Reads and scores it; without a ruleset, by the one that its topic asks for.</summary>
    public abstract Assessment Assess(PageScorer scorer, Ruleset? ruleset);
}

/// <summary>A site's answer: a page, or why there is none to score; both null when no such page exists.</summary>
internal readonly record struct PageFinding(FetchedPage? Page, NotScorable? Refusal)
{
    public static PageFinding Missing => default;

    public static implicit operator PageFinding(FetchedPage page) => new(page, null);

    public static PageFinding Refused(string reason, string text) => new(null, new(reason, text));
}
