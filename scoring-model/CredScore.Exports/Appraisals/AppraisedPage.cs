using CredScore.Exports.Statistics;

namespace CredScore.Exports.Appraisals;

/// <summary>A page that enough people of one group have appraised for it to be shown.</summary>
/// <param name="Page">Canonical key.</param>
/// <param name="Title">Its title; null where nobody knew it.</param>
/// <param name="Appraisals">Who gave what. Answers to a question that too few of them answered are left out.</param>
/// <param name="ShowsKinds">Whether it may be told which of them students and which educators gave: not while either are too few.</param>
public sealed record AppraisedPage(string Page, string? Title, IReadOnlyList<Appraisal> Appraisals, bool ShowsKinds)
{
    /// <summary>Mean of the answers to <see cref="AppraisalForm.Overall"/>.</summary>
    public double Mean => Appraisals.Average(one => one.Answers[AppraisalForm.Overall]);

    /// <summary>The pages of a group that may be shown, in the order of their keys: those that <see cref="ItemAgreement.FewestRaters"/> people or more have appraised.</summary>
    public static IReadOnlyList<AppraisedPage> Of(IEnumerable<Appraisal> appraisals) =>
    [
        .. appraisals.GroupBy(one => one.Page, StringComparer.Ordinal)
            .Select(page => (IReadOnlyList<Appraisal>)[.. page.OrderBy(one => one.Rater, StringComparer.Ordinal)])
            .Where(page => page.Count >= ItemAgreement.FewestRaters)
            .OrderBy(page => page[0].Page, StringComparer.Ordinal)
            .Select(page => new AppraisedPage(page[0].Page, page.Select(one => one.Title).FirstOrDefault(title => title is not null), WithoutRareAnswers(page), MayShowKinds(page))),
    ];

    /// <summary>How far raters agree on each question, over pages that may be shown.</summary>
    public static IReadOnlyList<(AppraisalItem Item, ItemAgreement? Agreement)> AgreementOn(IReadOnlyList<AppraisedPage> pages) =>
    [
        .. AppraisalForm.Items.Select(item => (item, ItemAgreement.Of(
            pages.SelectMany(page => page.Appraisals).Where(one => one.Answers.ContainsKey(item.Id)).Select(one => new ItemRating(one.Page, one.Rater, one.Answers[item.Id])),
            AppraisalForm.Least,
            AppraisalForm.Most))),
    ];

    private static IReadOnlyList<Appraisal> WithoutRareAnswers(IReadOnlyList<Appraisal> page)
    {
        var common = AppraisalForm.Items.Where(item => page.Count(one => one.Answers.ContainsKey(item.Id)) >= ItemAgreement.FewestRaters).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return [.. page.Select(one => one with { Answers = one.Answers.Where(answer => common.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal) })];
    }

    // One educator among ten students would be told by being the only one without the other mark.
    private static bool MayShowKinds(IReadOnlyList<Appraisal> page) => page.CountBy(one => one.IsEducator).All(kind => kind.Value >= ItemAgreement.FewestRaters);
}
