using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>A video as its page showed it. A video has no revisions: what was read then is what there is.</summary>
internal sealed record VideoPage(PageAddress Address, YouTubeVideo Video) : FetchedPage(Address)
{
    public override DateTimeOffset FetchedAt => Video.FetchedAt!.Value;

    public override bool IsLatest => true;

    public override Assessment Assess(Ruleset? ruleset) => PageScorer.Default.Assess(Address, Video, ruleset);
}
