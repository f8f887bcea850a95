using CredScore.Exports.Appraisals;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;

namespace CredScore.Exports.Columns;

/// <summary>An appraisal beside the page's score.</summary>
/// <param name="Group">Number of the class in this table.</param>
/// <param name="Rater">Number of the person within the class in this table.</param>
/// <param name="ShowsKind">Whether it may be told if a student or an educator gave it.</param>
/// <param name="Appraisal">What was answered.</param>
/// <param name="Page">The page as it was scored; null where no score is stored.</param>
public sealed record AppraisalRow(int Group, int Rater, bool ShowsKind, Appraisal Appraisal, ExportRow? Page);

/// <summary>The columns of tables with a row for each appraisal. <c>credscore agreement</c> reads such a table.</summary>
public static class AppraisalColumns
{
    /// <summary>What begins the name of a question's column.</summary>
    public const string AnswerPrefix = "answers.";

    private const string OfRaters = "whoever appraised the page";

    private static readonly string[] Kinds = ["student", "educator"];

    /// <summary>The columns, those of the page first.</summary>
    public static IReadOnlyList<Column<AppraisalRow>> All { get; } =
    [
        Column.OfText<AppraisalRow>("page", row => row.Appraisal.Page, "Canonical key of the page.", PageColumns.OfService),
        Column.OfText<AppraisalRow>("kind", row => row.Appraisal.Page[..row.Appraisal.Page.IndexOf(':', StringComparison.Ordinal)], "Site of the page.", PageColumns.OfService, Sites.All),
        Column.OfText<AppraisalRow>("title", row => row.Page?.Title ?? row.Appraisal.Title, "Title of the page.", PageColumns.OfSite),
        Column.OfWhole<AppraisalRow>("revision", row => row.Appraisal.Revision, "Number of the article's revision that the service knew when it was appraised; empty for a video.", PageColumns.OfSite),
        Column.OfText<AppraisalRow>("group", row => $"class {row.Group}", "The class, numbered within this table. Numbers of two tables have nothing to do with each other.", PageColumns.OfService),
        Column.OfText<AppraisalRow>("rater", row => $"rater {row.Rater}", "The person, numbered at random within the class and this table. Whoever has cleared their browser counts anew.", PageColumns.OfService),
        Column.OfText<AppraisalRow>("rater.kind", row => row.ShowsKind ? Kinds[row.Appraisal.IsEducator ? 1 : 0] : null, "Whether a student or an educator gave it; empty for a page that fewer than five of either appraised.", OfRaters, Kinds),
        .. AppraisalForm.Items.Select(Answer),
        Column.OfNumber<AppraisalRow>("score", row => row.Page?.Score, "The page's score; empty when there is not enough evidence, or no score is stored.", PageColumns.OfRuleset, "points", 0, 100),
        Column.OfText<AppraisalRow>("band", row => row.Page?.Band, "The page's score in a word.", PageColumns.OfRuleset, PageColumns.WordsOf<Band>()),
        Column.OfNumber<AppraisalRow>("confidence", row => row.Page?.Confidence, "How far the score can be trusted.", PageColumns.OfRuleset, "share", 0, 1),
        Column.OfWhole<AppraisalRow>("revision.scored", row => row.Page?.Revision, "Number of the revision that the score is of: the appraised one where it is stored, else the newest that is.", PageColumns.OfSite),
        Column.OfText<AppraisalRow>("versions.ruleset", row => row.Page?.Versions?.Ruleset, "Id and version of the ruleset that scored the page.", PageColumns.OfService),
        Column.OfText<AppraisalRow>("versions.catalogue", row => row.Page?.Versions?.Catalogue, "Digest of the catalogues by which sources were classified.", PageColumns.OfService),
        Column.OfText<AppraisalRow>("versions.scorer", row => row.Page?.Versions?.Scorer, "Version of the library that read the page.", PageColumns.OfService),
    ];

    private static Column<AppraisalRow> Answer(AppraisalItem item)
    {
        var column = Column.OfWhole<AppraisalRow>(
            $"{AnswerPrefix}{item.Id}",
            row => row.Appraisal.Answers.TryGetValue(item.Id, out var answer) ? answer : null,
            $"{item.Question} (after {item.After}); empty when it was left out, or fewer than five answered it for this page.",
            OfRaters);
        return column with { Least = AppraisalForm.Least, Most = AppraisalForm.Most };
    }
}
