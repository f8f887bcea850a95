using CredScore.Scoring.Assessments;
using Spectre.Console;

namespace CredScore.Cli.Score;

/// <summary>Reputable pages on the same topic, as the embedded list of topics knows them: nobody is asked.</summary>
internal static class AlternativeView
{
    private const int KindColumn = 24;

    public static void Write(IAnsiConsole console, Assessment assessment)
    {
        foreach (var group in assessment.Alternatives.GroupBy(alternative => alternative.Topic))
        {
            AssessmentView.WriteHeading(console, $"Read on: {group.Key}", group.Count());

            foreach (var alternative in group)
            {
                console.Write(AssessmentView.Row(KindColumn, AssessmentView.Cell(KindOf(alternative)), AssessmentView.Cell($"{alternative.Title} · {alternative.Provider}")));
                console.Write(AssessmentView.Row(KindColumn, AssessmentView.Cell(string.Empty), AssessmentView.Cell(alternative.Url, "blue")));
                console.Write(AssessmentView.Row(KindColumn, AssessmentView.Cell(string.Empty), AssessmentView.Cell(alternative.Why, "grey")));
            }
        }
    }

    private static string KindOf(Alternative alternative)
    {
        var kind = alternative.Kind switch
        {
            AlternativeKind.Article => "article",
            AlternativeKind.Textbook => "textbook",
            AlternativeKind.Review => "review",
            AlternativeKind.Guideline => "guideline",
            AlternativeKind.Video => "video",
            AlternativeKind.Database => "database",
            _ => "search",
        };

        return alternative.Level switch
        {
            AlternativeLevel.Patient => $"{kind} for everybody",
            AlternativeLevel.Student => $"{kind} for students",
            _ => $"{kind} for experts",
        };
    }
}
