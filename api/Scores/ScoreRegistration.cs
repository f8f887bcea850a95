using System.Text.Encodings.Web;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;

namespace CredScore.Api.Scores;

/// <summary>Scoring and what it holds ready.</summary>
internal static class ScoreRegistration
{
    // A little more than what is read of a video, so that the reader of videos says what is wrong with one that is deeper.
    private const int DeepestJson = YouTubeReader.DeepestJson + 16;

    public static void AddScores(this IServiceCollection services)
    {
        services.AddOptions<ScoreOptions>().BindConfiguration("Scores").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ScoreCache>();
        services.AddSingleton<PageScoring>();
        services.AddSingleton<ScoreBatch>();

        // One way for an assessment to become JSON, wherever it stands in an answer.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new FeatureValuesConverter());
            json.SerializerOptions.MaxDepth = DeepestJson;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
    }
}
