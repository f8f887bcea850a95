using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class IdentifiersTests
{
    [TestCase("10.1000/ABC", "10.1000/abc")]
    [TestCase("doi:10.1000/abc.", "10.1000/abc")]
    [TestCase("https://doi.org/10.1000/abc", "10.1000/abc")]
    [TestCase("http://dx.doi.org/10.1000%2Fabc", "10.1000/abc")]
    [TestCase("(10.1000/abc)", "10.1000/abc")]
    [TestCase("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0")]
    [TestCase("version 10.5 of 10.1000/abc", "10.1000/abc")]
    [TestCase("10.1000.10/x|y", "10.1000.10/x")]
    [TestCase("10.1056/nejmp1409903?query=featured_home", "10.1056/nejmp1409903")]
    [TestCase("10.1002/(SICI)1097-0258(19991130)18:22<3089::AID-SIM1>3.0.CO;2-Z", "10.1002/(sici)1097-0258(19991130)18:22<3089::aid-sim1>3.0.co;2-z")]
    [TestCase("10.1000/abc</ref>", "10.1000/abc")]
    [TestCase("10.1000/", null)]
    [TestCase("10.12/x", null)]
    [TestCase("a10.1000/x", null)]
    [TestCase("10.", null)]
    [TestCase("", null)]
    public void Finds_a_doi(string text, string? doi) => Assert.That(Identifiers.FindDoi(text), Is.EqualTo(doi));

    [TestCase("0-306-40615-2", "0306406152")]
    [TestCase("978-0-306-40615-7", "9780306406157")]
    [TestCase("978 0 306 40615 7 (pbk)", "9780306406157")]
    [TestCase("080442957X", "080442957X")]
    [TestCase("0-8044-2957-x", "080442957X")]
    [TestCase("0-306-40615-3", null)]
    [TestCase("978-0-306-40615-8", null)]
    [TestCase("12345", null)]
    [TestCase("", null)]
    public void Reads_a_book_number_with_a_valid_check_digit(string text, string? isbn) => Assert.That(Identifiers.ReadIsbn(text), Is.EqualTo(isbn));

    [TestCase("London. ISBN 0-306-40615-2.", "0306406152")]
    [TestCase("ISBN-13: 978-0-306-40615-7", "9780306406157")]
    [TestCase("isbn=0306406152", "0306406152")]
    [TestCase("0-306-40615-2", null)]
    public void Finds_a_book_number_by_its_letters(string text, string? isbn) => Assert.That(Identifiers.FindIsbn(text), Is.EqualTo(isbn));

    [TestCase("12345", "12345")]
    [TestCase("PMC12345", "12345")]
    [TestCase("none", null)]
    [TestCase("1234567890", null)]
    public void Reads_digits(string text, string? digits) => Assert.That(Identifiers.ReadDigits(text), Is.EqualTo(digits));

    [TestCase("PMID 12345", "12345")]
    [TestCase("PMID: 12345.", "12345")]
    [TestCase("PMID none 12345", null)]
    [TestCase("12345", null)]
    public void Finds_a_labelled_number(string text, string? digits) => Assert.That(Identifiers.FindLabelled(text, "PMID"), Is.EqualTo(digits));
}
