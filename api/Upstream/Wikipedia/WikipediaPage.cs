using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>One revision of an article as Wikipedia sent it.</summary>
/// <param name="Address">Its own address: the target of a redirect, the title behind a number.</param>
/// <param name="Wikitext">The text; kept no longer than it takes to read it.</param>
/// <param name="Number">Number of the revision.</param>
/// <param name="IsTheLatest">Whether the wiki says that there is no later one.</param>
/// <param name="Record">What the wiki knows beside the text.</param>
internal sealed record WikipediaPage(PageAddress Address, string Wikitext, long Number, bool IsTheLatest, PageRecord Record) : FetchedPage(Address)
{
    public override long? Revision => Number;

    public override DateTimeOffset? RevisionTime => Record.RevisionTime;

    public override DateTimeOffset FetchedAt => Record.FetchedAt!.Value;

    public override bool IsLatest => IsTheLatest;

    public override Assessment Assess(PageScorer scorer, Ruleset? ruleset)
    {
        var article = WikitextReader.Read(Wikitext, new() { Title = Address.Title, Language = Address.Language!, Record = Record });
        return scorer.Assess(Address, article, ruleset);
    }
}
