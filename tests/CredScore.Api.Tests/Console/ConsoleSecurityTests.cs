using System.Net;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Console;

/// <summary>Those who want what is another's.</summary>
internal sealed class ConsoleSecurityTests : ConsoleTests
{
    private const string Token = "__RequestVerificationToken";

    [Test]
    public async Task Gives_a_session_of_its_own_to_who_signs_in_over_a_planted_one()
    {
        await MakeAsync("Mallory", Roles.Educator);
        await MakeAsync("Dr Rivera", Roles.Educator);
        var planted = await CookieOfAsync("Mallory", null);
        var own = await CookieOfAsync("Dr Rivera", planted);
        using var browser = Api.CreateClient(new() { HandleCookies = false });

        Assert.That(own, Is.Not.EqualTo(planted));
        await SubmitWithAsync(browser, own, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        Assert.That(await GetWithAsync(browser, planted, "/rulesets/rivera/edit"), Does.Contain("There is no such draft"), "The planted session is still only its own account's.");
        Assert.That(await GetWithAsync(browser, own, "/rulesets/rivera/edit"), Does.Contain("draft rivera/1"));
    }

    [Test]
    public async Task Takes_no_form_with_the_token_of_another_account()
    {
        using var attacker = await SignedInAsync("Mallory", Roles.Educator);
        var stolen = FieldsOf(await attacker.GetStringAsync(Path("/rulesets")), "copy").Single(field => field.Key == Token).Value;
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        var form = With(FieldsOf(await educator.GetStringAsync(Path("/rulesets")), "copy"), (Token, stolen), ("from", "medical"), ("id", "forged"));
        using var forged = await educator.PostAsync(Path("/rulesets"), new FormUrlEncodedContent(form));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await educator.GetStringAsync(Path("/rulesets")), Does.Not.Contain("forged"));
    }

    [Test]
    public async Task Makes_nobody_an_owner_who_asks_for_it()
    {
        var owner = await MakeAsync("The owner", Roles.Owner);
        var code = await People.InviteAsync(owner, Roles.Researcher, "Dr Chen", default);
        using var browser = Browser();
        var joined = await SubmitAsync(browser, $"/invitation/{code}", "join", ("name", "Dr Chen"), ("email", "chen@school.example"), ("password", Password), ("role", Roles.Owner), ("Role", Roles.Owner));
        using var people = await browser.GetAsync(Path("/people"));
        using var posted = await browser.PostAsync(Path("/people"), new FormUrlEncodedContent([new("_handler", "invite"), new("role", Roles.Owner)]));

        Assert.Multiple(async () =>
        {
            Assert.That(joined, Does.Contain("Sign out"));
            Assert.That((await People.ListAsync(default)).Single(person => person.DisplayName == "Dr Chen").Role, Is.EqualTo(Roles.Researcher));
            Assert.That(people.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/not-yours"));
            Assert.That(posted.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/not-yours"));
        });
    }

    [Test]
    public async Task Ends_the_session_and_narrows_the_key_of_who_gets_a_smaller_role()
    {
        var owner = await MakeAsync("The owner", Roles.Owner);
        using var browser = await SignedInAsync("Dr Rivera", Roles.Educator);
        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await users.FindByEmailAsync("Dr.Rivera@school.example"))!;
        using var program = Api.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await People.MakeKeyAsync(new(person.Id, "Dr Rivera", Roles.Educator), new("laptop", Scopes.Write, 7), default));
        await People.ChangeAsync(owner, users, person.Id, Roles.Researcher, default);
        using var refused = await SendAsync(program, HttpMethod.Post, "/v1/rulesets", new { id = "mine", from = "general" });
        Api.Clock.Advance(TimeSpan.FromSeconds(61));
        using var gone = await browser.GetAsync(Path("/rulesets"));

        await AssertProblemAsync(refused, HttpStatusCode.Forbidden, "not-allowed");
        Assert.That(gone.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task Lets_nobody_save_or_publish_anothers_draft_by_its_form()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        var stamp = FieldsOf(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), "edit").Single(field => field.Key == "stamp").Value;
        using var other = await SignedInAsync("Dr Chen", Roles.Educator);
        var token = FieldsOf(await other.GetStringAsync(Path("/rulesets")), "copy").Single(field => field.Key == Token).Value;
        using var live = await other.PostAsync(Path("/rulesets/rivera/live"), new FormUrlEncodedContent([new(Token, token), new("stamp", stamp), new("c.sources", "1")]));
        using var looked = await other.GetAsync(Path($"/rulesets/rivera/live?stamp={stamp}"));
        using var published = await other.PostAsync(Path("/rulesets/rivera/edit"), new FormUrlEncodedContent([new(Token, token), new("_handler", "publish"), new("stamp", stamp)]));

        Assert.Multiple(async () =>
        {
            Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await live.Content.ReadAsStringAsync(), Does.Contain("There is no such draft."));
            Assert.That(looked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(published.IsSuccessStatusCode, Is.False);
            Assert.That(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), Does.Contain(stamp), "The draft is as it was.");
        });
    }

    [Test]
    public async Task Stops_who_tries_one_password_on_many_accounts()
    {
        Api.With("Limits:SignInFailuresPerMinute", "4");
        await MakeAsync("Dr Rivera", Roles.Educator);
        using var guesser = Browser();

        for (var i = 0; i < 4; i++)
        {
            Assert.That(await SubmitAsync(guesser, "/sign-in", "sign-in", ("email", $"person{i}@school.example"), ("password", Password)), Does.Contain("do not fit together"));
        }

        Assert.That(await SubmitAsync(guesser, "/sign-in", "sign-in", ("email", "Dr.Rivera@school.example"), ("password", Password)), Does.Contain("Too many sign-ins from your network have failed."));
    }

    [Test]
    public async Task Leaves_a_copied_session_worthless_once_its_owner_signs_out()
    {
        await MakeAsync("Dr Rivera", Roles.Educator);
        var copied = await CookieOfAsync("Dr Rivera", null);
        using var browser = Api.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
        Assert.That(await GetWithAsync(browser, copied, "/rulesets"), Does.Contain("Begin a draft"));
        await SubmitWithAsync(browser, copied, "/sign-out", "sign-out");
        Api.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.That(await GetWithAsync(browser, copied, "/rulesets"), Does.Not.Contain("Begin a draft"));
    }

    [Test]
    public async Task Writes_down_what_was_refused_and_neither_who_nor_what()
    {
        Api.With("Limits:CodesPerMinute", "3");
        await MakeAsync("Dr Chen", Roles.Educator);
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "Not An Id"));
        await SubmitAsync(educator, "/sign-in", "sign-in", ("email", "Dr.Chen@school.example"), ("password", "wrong wrong wrong"));
        using var forged = await educator.PostAsync(Path("/rulesets"), new FormUrlEncodedContent([new("_handler", "copy"), new("from", "medical"), new("id", "forged")]));
        using var people = await educator.GetAsync(Path("/people"));
        using var keyless = await educator.GetAsync(Path("/v1/account"));

        for (var i = 0; i < 4; i++)
        {
            using var guessed = await educator.GetAsync(Path("/join/2345-6789"));
        }

        var lines = Api.Logs.Lines.Where(line => line.Contains("Something was refused", StringComparison.Ordinal)).ToList();

        Assert.Multiple(() =>
        {
            foreach (var type in (string[])["ruleset-faults", "sign-in-failed", "forged-form", "not-allowed", "key-needed", "class-missing", "too-many-requests"])
            {
                Assert.That(lines, Has.Some.Contains($"urn:credscore:problem:{type}."), type);
            }

            Assert.That(lines, Has.None.Contains("Chen").And.None.Contains("Rivera").And.None.Contains("127.0.0.1").And.None.Contains("2345"));
        });
    }

    private async Task<string> CookieOfAsync(string name, string? planted)
    {
        using var browser = Api.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
        using var answer = await SendWithAsync(browser, planted, "/sign-in", "sign-in", ("email", $"{name.Replace(' ', '.')}@school.example"), ("password", Password));
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("credscore=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<string> GetWithAsync(HttpClient browser, string? cookie, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await browser.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> SubmitWithAsync(HttpClient browser, string cookie, string path, string form, params (string Name, string Value)[] values)
    {
        using var answer = await SendWithAsync(browser, cookie, path, form, values);
        return await answer.Content.ReadAsStringAsync();
    }

    // The page sets a cookie of its own, which belongs to its token.
    private static async Task<HttpResponseMessage> SendWithAsync(HttpClient browser, string? cookie, string path, string form, params (string Name, string Value)[] values)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, Path(path));
        asked.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var page = await browser.SendAsync(asked);
        var fields = With(FieldsOf(await page.Content.ReadAsStringAsync(), form), values);
        var token = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : [];
        using var request = new HttpRequestMessage(HttpMethod.Post, Path(path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", new[] { cookie }.OfType<string>().Concat(token)));
        return await browser.SendAsync(request);
    }
}
