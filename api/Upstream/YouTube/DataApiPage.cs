using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>A video as the Data API told it. The answer says so, and is not stored: what the API tells has to be forgotten or asked again within thirty days.</summary>
internal sealed record DataApiPage(PageAddress Address, YouTubeVideo Video) : VideoPage(Address, Video)
{
    // https://developers.google.com/youtube/terms/developer-policies asks that what others make of its data is told apart from it.
    private const string HowItWasRead =
        "What only the video’s page shows (YouTube’s panels, other channels that publish it too, the languages of captions, chapters, the picture’s resolution, paid promotion): it was read through YouTube’s Data API, which does not tell. " +
        "The score is CredScore’s estimate, not YouTube’s.";

    public override bool MayBeStored => false;

    public override Assessment Assess(PageScorer scorer, Ruleset? ruleset)
    {
        var assessment = base.Assess(scorer, ruleset);
        return assessment with { NotJudged = [HowItWasRead, .. assessment.NotJudged] };
    }
}
