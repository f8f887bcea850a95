using System.Net;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Accounts;

/// <summary>Signing on by a university's provider: a real code flow with PKCE over loopback.</summary>
internal sealed class SignOnTests : ConsoleTests
{
    private SignOnProvider _provider = null!;

    [SetUp]
    public async Task StartProviderAsync()
    {
        _provider = await SignOnProvider.StartAsync(Api.Clock);
        Api.With("SignOn:Authority", _provider.Address).With("SignOn:ClientId", SignOnProvider.ClientId).With("SignOn:ClientSecret", SignOnProvider.ClientSecret).With("SignOn:Name", "Tide University");
    }

    [TearDown]
    public ValueTask StopProviderAsync() => _provider.DisposeAsync();

    [Test]
    public async Task Joins_by_invitation_and_signs_in_again_without_a_password()
    {
        var owner = await MakeAsync("The owner", Roles.Owner);
        var code = await People.InviteAsync(owner, Roles.Educator, "Dr Rivera", default);
        using var first = new Tab(Api);
        Assert.That(await first.GetAsync($"/invitation/{code}"), Does.Contain("Join with Tide University"));
        var joined = await first.GetAsync($"/sign-on?invitation={code}");
        using var second = new Tab(Api);
        var again = await second.GetAsync("/sign-on?to=/classes");
        var person = (await People.ListAsync(default)).Single(one => one.DisplayName == "Dr Rivera");

        Assert.Multiple(async () =>
        {
            Assert.That(joined, Does.Contain("Sign out").And.Contain("Rulesets"));
            Assert.That(again, Does.Contain("Make a class"));
            Assert.That((person.Role, person.Email, person.PasswordHash), Is.EqualTo((Roles.Educator, "rivera@university.example", (string?)null)));
            Assert.That(await People.FindInvitationAsync(code, default), Is.Null);
            Assert.That((await Api.Services.GetRequiredService<ChangeLog>().ListAsync(default)).Select(change => change.Did), Has.One.EqualTo("joined by invitation and sign-on as"));
        });
    }

    [Test]
    public async Task Gives_nobody_a_role_who_was_not_invited()
    {
        using var tab = new Tab(Api);
        Assert.That(await tab.GetAsync("/sign-on"), Does.Contain("Tide University knows you, but this service does not yet.").And.Not.Contain("Sign out"));
        Assert.That(await People.ListAsync(default), Is.Empty);
    }

    [Test]
    public async Task Gives_the_default_role_where_one_is_configured()
    {
        Api.With("SignOn:DefaultRole", Roles.Researcher);
        using var tab = new Tab(Api);
        Assert.That(await tab.GetAsync("/sign-on?to=/keys"), Does.Contain("Sign out"));
        Assert.That((await People.ListAsync(default)).Single().Role, Is.EqualTo(Roles.Researcher));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Takes_over_no_account_by_its_mail_address(bool isVerified)
    {
        Api.With("SignOn:DefaultRole", Roles.Researcher);
        await MakeAsync("Dr Chen", Roles.Owner);
        _provider.Claims["email"] = "Dr.Chen@school.example";
        _provider.Claims["email_verified"] = isVerified;
        using var tab = new Tab(Api);
        var shown = await tab.GetAsync("/sign-on?to=/keys");
        var people = await People.ListAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That(shown, isVerified ? Does.Contain("There is an account with your mail address already.") : Does.Contain("Sign out").And.Not.Contain("People"));
            Assert.That(people.Count(person => person.Role == Roles.Owner), Is.EqualTo(1));
            Assert.That(people.Where(person => person.Role != Roles.Owner).Select(person => person.Email), isVerified ? Is.Empty : Has.One.EndsWith("@sign-on.invalid"));
        });
    }

    [Test]
    public async Task Connects_an_account_at_the_wish_of_who_is_signed_in_and_at_nobody_elses()
    {
        await MakeAsync("Dr Chen", Roles.Educator);
        await MakeAsync("Mallory", Roles.Educator);
        using var tab = new Tab(Api);
        await tab.SignInAsync("Dr Chen");
        var link = AddressOfLink(await tab.GetAsync("/keys"));
        using var mallory = new Tab(Api);
        await mallory.SignInAsync("Mallory");
        Assert.That(await mallory.GetAsync(link), Does.Contain("this service does not yet"), "Somebody else's link connects nothing.");
        Assert.That(await tab.GetAsync(link), Does.Contain("Make a key"));
        using var later = new Tab(Api);
        Assert.That(await later.GetAsync("/sign-on?to=/classes"), Does.Contain("Make a class"));
        using var scope = Api.Services.CreateScope();
        Assert.That((await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByLoginAsync(_provider.Address, "4711"))!.DisplayName, Is.EqualTo("Dr Chen"));
    }

    [Test]
    public async Task Lets_nobody_in_who_was_taken_off()
    {
        Api.With("SignOn:DefaultRole", Roles.Educator);
        var owner = await MakeAsync("The owner", Roles.Owner);
        using var tab = new Tab(Api);
        await tab.GetAsync("/sign-on");
        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await People.ChangeAsync(owner, users, (await users.FindByLoginAsync(_provider.Address, "4711"))!.Id, null, default);
        using var again = new Tab(Api);
        Assert.That(await again.GetAsync("/sign-on"), Does.Contain("This account was taken off."));
    }

    [TestCase("nonce", "something else", "belongs to another question")]
    [TestCase("iss", "https://evil.example", "came from somebody else than Tide University")]
    [TestCase("aud", "another service", "was meant for another service")]
    [TestCase("sub", "", "cannot be trusted")]
    public async Task Trusts_no_token_that_is_not_for_this_question(string claim, string value, string sentence)
    {
        Api.With("SignOn:DefaultRole", Roles.Educator);
        _provider.Spoilt[claim] = value;
        await AssertRefusedAsync(sentence);
    }

    [Test]
    public async Task Trusts_no_token_that_has_expired()
    {
        Api.With("SignOn:DefaultRole", Roles.Educator);
        _provider.Age = TimeSpan.FromMinutes(30);
        await AssertRefusedAsync("has expired");
    }

    [Test]
    public async Task Trusts_no_token_that_another_has_signed()
    {
        Api.With("SignOn:DefaultRole", Roles.Educator);
        _provider.SignsWithAnotherKey = true;
        await AssertRefusedAsync("is not signed by it");
    }

    [Test]
    public async Task Says_that_the_provider_declined()
    {
        _provider.Declines = true;
        await AssertRefusedAsync("did not sign you in, or you stopped there");
    }

    [Test]
    public async Task Takes_no_answer_that_another_browser_asked_for()
    {
        Api.With("SignOn:DefaultRole", Roles.Educator);
        using var attacker = new Tab(Api);
        var answer = await attacker.AnswerAsync("/sign-on");
        using var victim = new Tab(Api);
        Assert.That(await victim.GetAsync(answer), Does.Contain("was begun in another browser").And.Not.Contain("Sign out"));
    }

    [Test]
    public async Task Says_that_the_provider_cannot_be_reached()
    {
        await _provider.DisposeAsync();
        using var tab = new Tab(Api);
        Assert.That(await tab.GetAsync("/sign-on"), Does.Contain("Tide University cannot be reached just now."));
        Assert.That(Api.Logs.Warnings, Has.Some.Contains("The provider of the sign-on cannot be asked."));
    }

    private async Task AssertRefusedAsync(string sentence)
    {
        using var tab = new Tab(Api);
        var shown = await tab.GetAsync("/sign-on");

        Assert.Multiple(async () =>
        {
            Assert.That(shown, Does.Contain(sentence).And.Not.Contain("Sign out"));
            Assert.That(await People.ListAsync(default), Is.Empty);
            Assert.That(Api.Logs.Lines, Has.Some.Contains("Something was refused: urn:credscore:problem:sign-on-"));
        });
    }

    private static string AddressOfLink(string page) => System.Text.RegularExpressions.Regex.Match(page, "href=\"(/sign-on\\?to=/keys&link=[^\"]+)\"").Groups[1].Value;

    /// <summary>A browser that goes from the service to the provider and back. Its cookies do not expire, since the service's clock is not the machine's.</summary>
    private sealed class Tab(CredScoreApi api) : IDisposable
    {
        private readonly HttpClient _service = api.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        private readonly HttpClient _outside = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        public void Dispose()
        {
            _service.Dispose();
            _outside.Dispose();
        }

        public Task<string> GetAsync(string path) => FollowAsync(new(path, UriKind.RelativeOrAbsolute), null);

        /// <summary>The address to which the provider sends the browser, without going there.</summary>
        public async Task<string> AnswerAsync(string path)
        {
            using var asked = await SendAsync(HttpMethod.Get, new(path, UriKind.Relative), null);
            using var answered = await _outside.GetAsync(asked.Headers.Location);
            return answered.Headers.Location!.PathAndQuery;
        }

        public async Task SignInAsync(string name)
        {
            var fields = With(FieldsOf(await GetAsync("/sign-in"), "sign-in"), ("email", $"{name.Replace(' ', '.')}@school.example"), ("password", Password));
            Assert.That(await FollowAsync(new("/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields)), Does.Contain("Sign out"));
        }

        private async Task<string> FollowAsync(Uri address, HttpContent? form)
        {
            for (var steps = 0; steps < 10; steps++)
            {
                var isOutside = address.IsAbsoluteUri && address.Host != "localhost";
                using var answer = isOutside ? await _outside.GetAsync(address) : await SendAsync(form is null ? HttpMethod.Get : HttpMethod.Post, address, form);

                if (answer.Headers.Location is not { } next)
                {
                    return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                }

                (address, form) = (next, null);
            }

            throw new AssertionException("Led from page to page without end.");
        }

        private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? form)
        {
            using var request = new HttpRequestMessage(method, address) { Content = form };
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await _service.SendAsync(request);

            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(text => text.Split(';')[0].Split('=', 2)) : [])
            {
                if (cookie[1].Length == 0)
                {
                    _cookies.Remove(cookie[0]);
                }
                else
                {
                    _cookies[cookie[0]] = cookie[1];
                }
            }

            return answer;
        }
    }
}
