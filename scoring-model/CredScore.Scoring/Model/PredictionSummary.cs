using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Model;

/// <summary>A prediction as answers carry it: what speaks most for and against, in words, and what limits it.</summary>
internal static class PredictionSummary
{
    private const int MostEachWay = 3;

    private const string NaturalNote = "Class and probabilities are for grades as frequent as in the whole encyclopedia, in which most articles are stubs. "
        + "The mean grade, what moved it and the score are as if all grades were equally frequent.";

    // Below a hundredth of a grade a feature says nothing worth a line.
    private const double LeastEffect = 0.005;

    public static Prediction Of(GradeModel model, GradePrediction prediction, FeatureValues features, string language)
    {
        var order = Enumerable.Range(0, model.Inputs.Count).Where(input => Math.Abs(prediction.Effects[input]) >= LeastEffect).OrderByDescending(input => prediction.Effects[input]).ToList();
        var shown = order.Where(input => prediction.Effects[input] > 0).Take(MostEachWay).Concat(order.Where(input => prediction.Effects[input] < 0).TakeLast(MostEachWay).Reverse()).ToList();
        var rest = prediction.Effects.Sum() - shown.Sum(input => prediction.Effects[input]);

        return new(
            model.Id,
            prediction.Grade.Id(),
            Grades.All.ToDictionary(each => each.Id(), each => prediction.Probabilities[(int)each]),
            prediction.Expected,
            [
                .. shown.Select(input => Describe(model.Inputs[input].Name, features, prediction.Effects[input])),
                new("", "All other features together.", rest),
                new("", "Where every article starts: the mean grade of the articles that the model learned from.", prediction.Start),
            ],
            [Verdict(prediction.Grade), .. Notes(model, prediction, language)]);
    }

    /// <summary>
    /// An answer in a mix of grades, from one in the even mix: class, probabilities and what they mean. The mean grade and what moved it stay. What a video's
    /// wording resembles is in no mix of grades and stays as it is.
    /// </summary>
    public static Prediction InMix(Prediction even, ClassMix mix)
    {
        if (mix is ClassMix.Even || !even.Probabilities.ContainsKey(Grade.Stub.Id()))
        {
            return even;
        }

        var probabilities = GradePrediction.ToNaturalMix([.. Grades.All.Select(grade => even.Probabilities[grade.Id()])]);
        var grade = GradePrediction.MostProbable(probabilities);

        return even with
        {
            Class = grade.Id(),
            Probabilities = Grades.All.ToDictionary(each => each.Id(), each => probabilities[(int)each]),
            Notes = [Verdict(grade), NaturalNote, .. even.Notes.Skip(1)],
        };
    }

    /// <summary>Whether a score may count on the prediction: an English page within what the model was trained on.</summary>
    public static bool Counts(GradePrediction prediction, string language) => IsEnglish(language) && prediction.IsWithinTraining;

    private static bool IsEnglish(string language) => language is "en" or "simple";

    private static Contribution Describe(string name, FeatureValues features, double effect)
    {
        var feature = ArticleFeatures.All[ArticleFeatures.Names.IndexOf(name)];
        var end = feature.Description.IndexOfAny([';', '(', ':']);
        var sentence = (end > 0 ? feature.Description[..end] : feature.Description).TrimEnd('.', ' ');
        var value = features[name] is { } known ? Quantity.Format(known, feature.Unit, Quantity.DecimalsOf(feature.Unit)) : "not known";
        return new(name, $"{sentence}: {value}.", effect);
    }

    private static string Verdict(Grade grade)
        => $"Reads like a {grade.InWords()}, as reviewers graded them from 2003 to 2014. The model sees how an article is built and written; it knows nothing of truth.";

    private static IEnumerable<string> Notes(GradeModel model, GradePrediction prediction, string language)
    {
        if (prediction.Drift > 0)
        {
            yield return "Its sources are newer than 2014. Articles have grown and cite more since, so it was judged by higher norms, those of 2022 at most.";
        }

        if (!IsEnglish(language))
        {
            var carried = model.Inputs.Count(input => ModelFeatures.CarriesOver(input.Name));
            yield return $"The model learned from English articles: {carried} of its {model.Inputs.Count} features carry over to this language. It is shown, and does not count.";
        }

        var outside = string.Join(", ", prediction.Outside.Take(MostEachWay).Select(input => model.Inputs[input].Name));

        if (!prediction.IsWithinTraining)
        {
            yield return $"This page lies outside what the model was trained on ({outside}). The prediction is shown, and does not count.";
        }
        else if (outside.Length > 0)
        {
            yield return $"No training article had such a value of {outside}: it is read as the most extreme that one had. The model hardly looks at it.";
        }
    }
}
