using CredScore.Exports.Appraisals;

namespace CredScore.Api.Tests.Appraisals;

internal sealed class AppraisedPageTests
{
    [TestCase(5, 0, true)]
    [TestCase(6, 1, false)]
    [TestCase(5, 5, true)]
    [TestCase(4, 5, false)]
    public void Tells_students_from_educators_only_where_neither_are_few(int students, int educators, bool shows)
    {
        var page = AppraisedPage.Of(Enumerable.Range(0, students + educators).Select(index => Given(index, index >= students, ("overall", 3)))).Single();
        Assert.That(page.ShowsKinds, Is.EqualTo(shows));
    }

    [Test]
    public void Leaves_out_answers_that_fewer_than_five_gave()
    {
        var page = AppraisedPage.Of(Enumerable.Range(0, 6).Select(index => index < 4 ? Given(index, false, ("overall", 3), ("date", 5)) : Given(index, false, ("overall", 3), ("sources", 1)))).Single();
        Assert.That(page.Appraisals.SelectMany(one => one.Answers.Keys).Distinct(), Is.EqualTo(new[] { "overall" }));
    }

    [Test]
    public void Writes_answers_and_reads_them_again()
    {
        var answers = new Dictionary<string, int> { ["overall"] = 5, ["aims"] = 1 };
        Assert.That(AppraisalForm.Write(answers), Is.EqualTo("aims=1 overall=5"));
        Assert.That(AppraisalForm.Read("aims=1 overall=5"), Is.EquivalentTo(answers));
    }

    private static Appraisal Given(int rater, bool isEducator, params (string Id, int Value)[] answers)
        => new("wikipedia:en:Measles", "Measles", 1, $"{rater}", isEducator, answers.ToDictionary(answer => answer.Id, answer => answer.Value));
}
