using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

public sealed class DoiTests
{
    [TestCase("10.1136/bmj.38700.1", "10.1136/bmj.38700.1")]
    [TestCase("doi:10.1136/BMJ.38700.1.", "10.1136/bmj.38700.1")]
    [TestCase("https://doi.org/10.1016/S0140-6736(05)67488-0", "10.1016/s0140-6736(05)67488-0")]
    [TestCase("(see 10.1016/S0140-6736(05)67488-0).", "10.1016/s0140-6736(05)67488-0")]
    [TestCase("110.1136/bmj", null)]
    [TestCase("10.1136", null)]
    [TestCase("10.11/x", null)]
    [TestCase("10.1136/", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Normalises(string? written, string? doi) => Assert.That(Doi.Normalise(written), Is.EqualTo(doi));

    [Test]
    public void Keeps_what_is_normal_as_it_is()
    {
        const string Normal = "10.1136/bmj.38700.1";
        Assert.That(Doi.Normalise(Normal), Is.SameAs(Normal));
    }

    [TestCase("10.1016/s0140-6736(05)67488-0", "0140-6736")]
    [TestCase("10.1016/0140-6736(92)93151-c", "0140-6736")]
    [TestCase("10.1016/j.vaccine.2015.12.067", "")]
    [TestCase("10.1016/s0140", "")]
    public void Reads_an_issn(string doi, string issn) => Assert.That(Doi.Issn(doi).ToString(), Is.EqualTo(issn));

    [TestCase("10.1002/14651858.cd000146.pub4", "cd000146")]
    [TestCase("10.1002/14651858", "")]
    [TestCase("10.1002/ana.410130302", "")]
    public void Reads_the_number_of_a_Cochrane_review(string doi, string review) => Assert.That(Doi.CochraneReview(doi).ToString(), Is.EqualTo(review));

    [TestCase("10.1007/978-3-540-12345-6_7", true)]
    [TestCase("10.1016/b978-0-12-345678-9.00001-2", true)]
    [TestCase("10.1007/s00125-005-1234-5", false)]
    public void Tells_books(string doi, bool isBook) => Assert.That(Doi.IsOfBook(doi), Is.EqualTo(isBook));

    [TestCase("10.1101/2020.03.22.20040758", true)]
    [TestCase("10.1101/123456", true)]
    [TestCase("10.1101/gad.1234567", false)]
    public void Tells_preprints_from_journals_of_the_same_registrant(string doi, bool isPreprint) => Assert.That(Doi.IsOfPreprint(doi), Is.EqualTo(isPreprint));
}
