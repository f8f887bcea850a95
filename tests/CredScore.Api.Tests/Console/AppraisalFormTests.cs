using System.Net;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Console;

/// <summary>Appraisals by a browser without scripts: from the educator's switch over the form to what the class thinks.</summary>
internal sealed class AppraisalFormTests : ConsoleTests
{
    private static readonly string Form = $"url={Uri.EscapeDataString(Measles)}";

    [Test]
    public async Task Leads_a_class_from_consent_to_what_it_thinks()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        var code = await MakeClassAsync(educator);
        using var early = Browser();
        Assert.That(await early.GetStringAsync(Path($"/appraise/{code}?{Form}")), Does.Contain("This class collects no appraisals."));
        Assert.That(await SubmitAsync(educator, $"/classes/{code}", "class", ("collects", "yes")), Does.Contain("Saved."));
        Assert.That(await SubmitAsync(educator, $"/classes/{code}", "class"), Does.Contain("what the class thinks"), "Saving something else leaves the switch as it is.");
        Assert.That(await early.GetStringAsync(Path($"/join/{code}")), Does.Contain($"/appraise/{code}"));

        for (var member = 0; member < 4; member++)
        {
            using var student = Browser();
            Assert.That(await SendAsync(student, code, 4), Does.Contain("Your appraisal is kept without your name."));
        }

        Assert.That(await educator.GetStringAsync(Path($"/classes/{code}/appraisals")), Does.Contain("No page yet"));
        Assert.That(await SendAsync(educator, code, 5), Does.Contain("Your appraisal is kept"), "An educator takes part like anybody else.");
        Assert.That(WebUtility.HtmlDecode(await educator.GetStringAsync(Path($"/classes/{code}/appraisals"))), Does.Contain("5 people on 1 page").And.Contain("<td>4.2</td>").And.Contain("Fleiss' kappa"));
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<AccountContext>>().CreateDbContextAsync();
        Assert.That(await context.Appraisals.CountAsync(one => one.IsEducator), Is.EqualTo(1));
    }

    [Test]
    public async Task Lets_a_browser_change_and_take_back_what_it_gave_and_no_other()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        var code = await MakeClassAsync(educator, collects: true);
        using var student = Browser();
        using var other = Browser();
        await SendAsync(student, code, 4);
        var again = await student.GetStringAsync(Path($"/appraise/{code}?{Form}"));
        var others = await other.GetStringAsync(Path($"/appraise/{code}?{Form}"));
        Assert.That(again, Does.Contain("Change my appraisal").And.Contain("Take back all of it"));
        Assert.That(others, Does.Contain("Send it").And.Not.Contain("What this browser gave"));
        Assert.That(await SendAsync(student, code, 2), Does.Contain("all in all 2 of 5"));
        Assert.That(await SubmitAsync(student, $"/appraise/{code}?{Form}", "back"), Does.Contain("Everything that this browser gave was taken back."));
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<AccountContext>>().CreateDbContextAsync();
        Assert.That(await context.Appraisals.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Takes_nothing_without_consent_and_sets_no_cookie_before_it()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        var code = await MakeClassAsync(educator, collects: true);
        using var student = Api.CreateClient(new() { HandleCookies = true });
        using var shown = await student.GetAsync(Path($"/appraise/{code}?{Form}"));
        var refused = await SubmitAsync(student, $"/appraise/{code}?{Form}", "appraise", ("a.overall", "4"));
        var incomplete = await SubmitAsync(student, $"/appraise/{code}?{Form}", "appraise", ("consent", "yes"));

        Assert.Multiple(() =>
        {
            Assert.That(shown.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], Has.None.StartsWith("credscore-rater"));
            Assert.That(refused, Does.Contain("This is only taken with your consent."));
            Assert.That(incomplete, Does.Contain("The last question, all in all, is to be answered"));
        });
    }

    [TestCase("/appraise/ABCD-EFGH")]
    [TestCase("/appraise/nonsense")]
    public async Task Knows_no_class_that_there_is_not(string path)
    {
        using var nobody = Browser();
        using var missing = await nobody.GetAsync(Path(path));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await missing.Content.ReadAsStringAsync(), Does.Contain("There is no such class"));
    }

    private static Task<string> SendAsync(HttpClient browser, string code, int overall)
        => SubmitAsync(browser, $"/appraise/{code}?{Form}", "appraise", ("a.overall", $"{overall}"), ("a.sources", "3"), ("consent", "yes"));

    private static async Task<string> MakeClassAsync(HttpClient educator, bool collects = false)
    {
        var made = await SubmitAsync(educator, "/classes", "make", ("name", "Physiology"));
        var code = System.Text.RegularExpressions.Regex.Match(made, "Code: <strong>([A-Z0-9]{4}-[A-Z0-9]{4})").Groups[1].Value;

        if (collects)
        {
            await SubmitAsync(educator, $"/classes/{code}", "class", ("collects", "yes"));
        }

        return code;
    }
}
