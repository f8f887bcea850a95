using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>A video as its page showed it. A video has no revisions: what was read then is what there is.</summary>
internal record VideoPage(PageAddress Address, YouTubeVideo Video) : FetchedPage(Address)
{
    public override DateTimeOffset FetchedAt => Video.FetchedAt!.Value;

    public override bool IsLatest => true;

    public override Assessment Assess(PageScorer scorer, Ruleset? ruleset) => scorer.Assess(Address, Video, ruleset);
}
