using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>One revision of an article as Wikipedia sent it.</summary>
/// <param name="Address">Its own address: the target of a redirect, the title behind a number.</param>
/// <param name="Wikitext">The text; kept no longer than it takes to read it.</param>
/// <param name="Revision">Number of the revision.</param>
/// <param name="IsLatest">Whether the wiki says that there is no later one.</param>
/// <param name="Record">What the wiki knows beside the text.</param>
internal sealed record WikipediaPage(PageAddress Address, string Wikitext, long Revision, bool IsLatest, PageRecord Record);

/// <summary>Wikipedia's answer: a page, or why there is none to score; both null when no such page exists.</summary>
internal readonly record struct WikipediaFinding(WikipediaPage? Page, NotScorable? Refusal)
{
    public static WikipediaFinding Missing => default;

    public static implicit operator WikipediaFinding(WikipediaPage page) => new(page, null);

    public static WikipediaFinding Refused(string reason, string text) => new(null, new(reason, text));
}
