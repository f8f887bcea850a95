using CredScore.Api.Accounts;

namespace CredScore.Api.Tests.Accounts;

internal sealed class OwnPathTests
{
    [TestCase("/classes")]
    [TestCase("/rulesets/rivera/1?tab=history")]
    public void Leads_to_a_page_of_this_service(string path) => Assert.That(OwnPath.Or(path, "/rulesets"), Is.EqualTo(path));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("classes")]
    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("/\t/evil.example")]
    [TestCase("/\r\n/evil.example")]
    [TestCase("https://evil.example/")]
    public void Leads_nowhere_else(string? path) => Assert.That(OwnPath.Or(path, "/rulesets"), Is.EqualTo("/rulesets"));
}
