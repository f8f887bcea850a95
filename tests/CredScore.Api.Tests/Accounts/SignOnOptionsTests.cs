using System.ComponentModel.DataAnnotations;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Accounts;

internal sealed class SignOnOptionsTests : ApiTests
{
    [Test]
    public async Task Offers_no_button_while_nothing_is_configured()
    {
        Assert.That(await Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)), Does.Not.Contain("/sign-on"));
        using var none = await Client.GetAsync(new Uri("/sign-on", UriKind.Relative));
        await AssertProblemAsync(none, System.Net.HttpStatusCode.NotFound, "no-such-route");
    }

    [TestCase("https://login.university.example", "id", null, null, "SignOn needs Authority, ClientId and ClientSecret")]
    [TestCase("http://login.university.example", "id", "secret", null, "begins with https://")]
    [TestCase("nowhere", "id", "secret", null, "begins with https://")]
    [TestCase("https://login.university.example", "id", "secret", "owner", "SignOn:DefaultRole is educator or researcher")]
    [TestCase("https://login.university.example", "id", "secret", "educator", null)]
    [TestCase("http://127.0.0.1:9", "id", "secret", null, null)]
    [TestCase(null, null, null, null, null)]
    public void Says_at_the_start_what_is_missing(string? authority, string? id, string? secret, string? role, string? fault)
    {
        var options = new SignOnOptions { Authority = authority, ClientId = id, ClientSecret = secret, DefaultRole = role };
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), faults, true);
        Assert.That(faults.Select(one => one.ErrorMessage), fault is null ? Is.Empty : Has.One.Contains(fault));
    }
}
