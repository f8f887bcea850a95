using System.Text.Encodings.Web;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Scores;

/// <summary>Scoring and what it holds ready.</summary>
internal static class ScoreRegistration
{
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
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
    }
}
