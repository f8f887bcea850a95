using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring;

/// <summary>The same path for videos: who made it and what it refers to stand where an article has its reference list.</summary>
public sealed partial class PageScorer
{
    /// <summary>
    /// Assesses a video; without a ruleset, by the embedded one that its topic asks for. Ask <see cref="VideoRefusal"/> before: a video of which nothing
    /// can be read gets an answer here as well, that there is not enough evidence.
    /// </summary>
    public Assessment Assess(PageAddress address, YouTubeVideo video, Ruleset? ruleset = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(video);
        var description = DescriptionReader.Read(video);
        return Assess(address, video, (_channels ?? ChannelClassifier.Default).Classify(video, description), description, ruleset);
    }

    /// <summary>Assesses a video of which origin and description were read; without a ruleset, by the embedded one that its topic asks for.</summary>
    internal Assessment Assess(PageAddress address, YouTubeVideo video, ChannelOrigin origin, VideoDescription description, Ruleset? ruleset = null)
    {
        var sources = Classify(description.References);
        var inputs = new VideoInputs(video, origin, description, sources);
        var features = VideoFeatures.Read(inputs);
        ruleset ??= Rulesets.ForProfile(Sites.YouTube, inputs.Topic.Profile);
        var answer = Answer(Summarise(address, inputs), sources, features, feature => FindEvidence(inputs, feature), ruleset) with { Topics = (Topics ?? TopicLinker.Embedded).Link(inputs) };

        return inputs.Wording is not { } wording ? answer : answer with
        {
            Prediction = Summarise(wording),
            Versions = answer.Versions with { Model = UsesWording(ruleset) ? wording.ModelId : null },
        };
    }

    private static bool UsesWording(Ruleset ruleset) => ruleset.Criteria.Any(criterion => criterion.Measures.Any(measure => measure.Feature == VideoFeatures.Wording));

    private static Evidence[] FindEvidence(VideoInputs inputs, string feature)
        => VideoFeatures.All[VideoFeatures.Names.IndexOf(feature)].Evidence is { } find ? find(inputs).Take(RulesetEngine.MostEvidence).ToArray() : [];
}
