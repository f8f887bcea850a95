using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;

namespace CredScore.Scoring;

/// <summary>What the trained model adds to an assessment. Without a model the rules stand alone: its criterion is then not judged.</summary>
public sealed partial class PageScorer
{
    /// <summary>The model that predicts articles' grades; null for none.</summary>
    public GradeModel? Model { get; init; }

    /// <summary>Mix of grades that the prediction's class and probabilities are meant for. The score does not depend on it.</summary>
    public ClassMix ClassMix { get; init; }

    /// <summary>An answer given in the even mix of grades, in another one. An answer without a prediction of grades stays as it is.</summary>
    public static Assessment InMix(Assessment even, ClassMix mix)
    {
        ArgumentNullException.ThrowIfNull(even);
        return even.Prediction is { } prediction ? even with { Prediction = PredictionSummary.InMix(prediction, mix) } : even;
    }

    /// <summary>The features with the model's answer among them, and the prediction in words; as they are where the model does not apply.</summary>
    private (FeatureValues Features, Prediction? Prediction) Predict(FeatureValues features, string language)
    {
        if (Model?.Predict(features, language) is not { } prediction)
        {
            return (features, null);
        }

        var summary = PredictionSummary.InMix(PredictionSummary.Of(Model, prediction, features, language), ClassMix);

        return PredictionSummary.Counts(prediction, language)
            ? (features.With(ModelFeatures.Answer, prediction.Expected).With(ModelFeatures.AnswerBeyondLength, prediction.BeyondLength), summary)
            : (features, summary);
    }
}
