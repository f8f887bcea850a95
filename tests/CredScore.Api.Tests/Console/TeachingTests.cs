using System.Net;
using System.Text.RegularExpressions;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Console;

/// <summary>The console as a browser without scripts uses it.</summary>
internal sealed partial class TeachingTests : ConsoleTests
{
    [Test]
    public async Task Leads_from_the_first_start_to_a_class_that_follows_the_published_rules()
    {
        using var owner = Browser();
        await JoinAsync(owner, (await Api.Services.GetRequiredService<AccountStart>().PrepareAsync())!, "The owner");
        var invited = await SubmitAsync(owner, "/people", "invite", ("role", "educator"), ("note", "Dr Rivera"));
        var link = InvitationLink().Match(invited).Groups[1].Value;

        using var educator = Browser();
        await JoinAsync(educator, link, "Dr Rivera");
        var editor = await SubmitAsync(educator, "/rulesets", "copy", ("from", "general"), ("id", "rivera"));
        Assert.That(editor, Does.Contain("draft rivera/1, from general/").And.Contain("No page moves."));

        var saved = await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "55"));
        Assert.That(saved, Does.Contain("Sources counts 55 instead of").And.Contain("What this does to 3 pages").And.Contain("Sample: "));

        var published = await SubmitAsync(educator, "/rulesets/rivera/edit", "publish", ("note", "Sources first."));
        Assert.That(published, Does.Contain("Published by Dr Rivera").And.Contain("Sources first."));

        var made = await SubmitAsync(educator, "/classes", "make", ("name", "Physiology"));
        var code = ShownCode().Match(made).Groups[1].Value;
        var given = await SubmitAsync(educator, $"/classes/{code}", "class", ("articles", "rivera/1"), ("r.url", "https://www.who.int/gout"), ("r.title", "Gout"), ("r.topic", "gout"), ("r.why", "Kept up to date."));
        Assert.That(given, Does.Contain("Saved."));
        Assert.That(await Client.GetStringAsync(new Uri($"/v1/classes/{code}", UriKind.Relative)), Does.Contain("rivera/1").And.Contain("Dr Rivera").And.Contain("https://www.who.int/gout"));

        var refused = await SubmitAsync(educator, "/rulesets/rivera/1", "retire");
        Assert.That(refused, Does.Contain("A class still scores with this version."));
        await SubmitAsync(educator, $"/classes/{code}", "class", ("articles", ""));
        Assert.That(await SubmitAsync(educator, "/rulesets/rivera/1", "retire"), Does.Contain("Retired."));
        Assert.That(await (await owner.GetAsync(Path("/people"))).Content.ReadAsStringAsync(), Does.Contain("published a ruleset: rivera/1").And.Contain("retired a ruleset: rivera/1"));
    }

    [Test]
    public async Task Leads_a_researcher_from_a_form_to_a_package()
    {
        using var researcher = await SignedInAsync("Dr Okafor", Roles.Researcher);

        var begun = await SubmitAsync(researcher, "/exports", "export", ("format", "csv"), ("columns", "key score"));
        Assert.That(begun, Does.Contain("It is under way."));
        var ready = await researcher.GetStringAsync(Path("/exports"));

        while (ready.Contains("looks again by itself", StringComparison.Ordinal))
        {
            await Task.Delay(5);
            ready = await researcher.GetStringAsync(Path("/exports"));
        }

        var address = PackageLink().Match(ready).Value;
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(await researcher.GetByteArrayAsync(Path(address))));
        using var table = new StreamReader(package.GetEntry("pages.csv")!.Open());
        Assert.That(await table.ReadToEndAsync(), Is.EqualTo("key,score\n"));
        Assert.That(await SubmitAsync(researcher, "/exports", "export", ("columns", "ip")), Does.Contain("There is no column ip"));

        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        using var refused = await educator.GetAsync(Path(address));
        Assert.That(refused.Content.Headers.ContentType?.MediaType, Is.Not.EqualTo("application/zip"));
    }

    [Test]
    public async Task Saves_while_editing_and_tells_of_another_editor()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        var page = await educator.GetStringAsync(Path("/rulesets/rivera/edit"));
        var form = FieldsOf(page, "edit");
        using var first = await educator.PostAsync(Path("/rulesets/rivera/live"), new FormUrlEncodedContent(With(form, ("c.sources", "40"))));
        using var second = await educator.PostAsync(Path("/rulesets/rivera/live"), new FormUrlEncodedContent(With(form, ("c.sources", "10"))));
        var seen = FieldsOf(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), "edit");
        using var worse = await educator.PostAsync(Path("/rulesets/rivera/live"), new FormUrlEncodedContent(With(seen, ("fair", "NaN"))));

        Assert.Multiple(async () =>
        {
            Assert.That(await first.Content.ReadAsStringAsync(), Does.Contain("Sources counts 40 instead of 18.").And.Contain("data-stamp=\"").And.Not.Contain(form.Last(field => field.Key == "stamp").Value));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That(await second.Content.ReadAsStringAsync(), Does.Contain("Somebody else changed this meanwhile.").And.Contain("Sources counts 40 instead of 18.").And.Contain("Save mine over it"));
            Assert.That(worse.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await worse.Content.ReadAsStringAsync(), Does.Contain("fair is no number."));
            Assert.That(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), Does.Contain("Sources counts 40 instead of 18."));
        });
    }

    [Test]
    public async Task Tells_a_window_that_comes_to_the_front_what_was_changed_in_another()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        var stamp = FieldsOf(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), "edit").Single(field => field.Key == "stamp").Value;
        using var same = await educator.GetAsync(Path($"/rulesets/rivera/live?stamp={stamp}"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "40"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("fair", "41"));
        var told = await educator.GetStringAsync(Path($"/rulesets/rivera/live?stamp={stamp}"));
        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(told, Does.Contain("Sources counts 40 instead of 18.").And.Contain("Fair begins at 41"));
    }

    [Test]
    public async Task Takes_changes_back_one_by_one_on_any_day()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "40"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "41"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit");
        Api.Clock.Advance(TimeSpan.FromHours(11));

        Assert.That(await SubmitAsync(educator, "/rulesets/rivera/edit", "undo"), Does.Contain("Taken back.").And.Contain("Sources counts 40 instead of 18."), "Saving without a change is no step.");
        Assert.That(await SubmitAsync(educator, "/rulesets/rivera/edit", "undo"), Does.Contain("Taken back.").And.Not.Contain("Sources counts"));
        Assert.That(await SubmitAsync(educator, "/rulesets/rivera/edit", "undo"), Does.Contain("There is no change of this draft to take back."));
    }

    [Test]
    public async Task Bends_a_curve_by_its_points()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "general"), ("id", "rivera"));
        var fields = FieldsOf(await educator.GetStringAsync(Path("/rulesets/rivera/edit")), "edit");
        var name = fields.First(field => field.Key.StartsWith("x.", StringComparison.Ordinal)).Key;
        var (first, last) = (fields.FindIndex(field => field.Key == name), fields.FindLastIndex(field => field.Key == name));
        Assert.That((fields[last].Value, fields[last + 1].Key), Is.EqualTo(("", $"y.{name[2..]}")), "The last row is for a new point.");
        var between = (double.Parse(fields[first].Value, System.Globalization.CultureInfo.InvariantCulture) + double.Parse(fields[first + 2].Value, System.Globalization.CultureInfo.InvariantCulture)) / 2;
        fields[last] = new(name, between.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        fields[last + 1] = new(fields[last + 1].Key, "0.123");
        using var bent = await educator.PostAsync(Path("/rulesets/rivera/edit"), new FormUrlEncodedContent(fields));
        var shown = WebUtility.HtmlDecode(await bent.Content.ReadAsStringAsync());
        Assert.That(shown, Does.Contain("gives its points along").And.Contain("; 0.123)"));

        fields = FieldsOf(shown, "edit");
        fields[first + 1] = new(fields[first + 1].Key, "7");
        using var worse = await educator.PostAsync(Path("/rulesets/rivera/edit"), new FormUrlEncodedContent(fields));
        Assert.That(await worse.Content.ReadAsStringAsync(), Does.Contain("Point 1 of the curve gives a share of points outside 0 to 1."));
    }

    [Test]
    public async Task Shows_the_page_at_hand_under_both_rules()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        var first = await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("page", Measles), ("c.sources", "60"));
        var second = await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("page", Measles), ("c.sources", "10"));
        var video = await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("page", Video));
        var nonsense = await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("page", "nonsense"));

        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Match(@"Measles</bdi>: [\d.]+ \(\w+\) → [\d.]+ \(\w+\)"));
            Assert.That(second, Does.Contain("Measles</bdi>: "));
            Assert.That(Upstream.Calls, Has.Count.EqualTo(1), "Another change needs no network.");
            Assert.That(video, Does.Contain("rivera does not judge videos.").And.Contain("Saved."));
            Assert.That(nonsense, Does.Contain("Saved.").And.Contain("role=\"status\""));
        });
    }

    [Test]
    public async Task Lists_the_history_and_compares_any_two_versions()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "40"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "publish", ("note", "Sources first."));
        await SubmitAsync(educator, "/rulesets/rivera/1", "next");
        await SubmitAsync(educator, "/rulesets/rivera/edit", "edit", ("c.sources", "50"));
        await SubmitAsync(educator, "/rulesets/rivera/edit", "publish", ("note", "More so."));
        var history = WebUtility.HtmlDecode(await educator.GetStringAsync(Path("/rulesets/rivera/history")));
        var compared = WebUtility.HtmlDecode(await educator.GetStringAsync(Path("/rulesets/compare?from=rivera/2&to=medical/2")));

        Assert.Multiple(() =>
        {
            Assert.That(history, Does.Contain("Sources counts 50 instead of 40.").And.Contain("Sources counts 40 instead of 18.").And.Contain("More so.").And.Contain("from rivera/1"));
            Assert.That(history.IndexOf("More so.", StringComparison.Ordinal), Is.LessThan(history.IndexOf("Sources first.", StringComparison.Ordinal)));
            Assert.That(compared, Does.Contain("Sources counts 18 instead of 50."));
        });
    }

    [Test]
    public async Task Leads_a_student_with_a_link_to_the_class()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        var made = await SubmitAsync(educator, "/classes", "make", ("name", "Physiology <b>2</b>"));
        var link = JoinLink().Match(made).Groups[1].Value;
        using var nobody = Browser();
        var shown = await nobody.GetStringAsync(Path(link));
        using var missing = await nobody.GetAsync(Path("/join/ABCD-EFGH"));

        Assert.Multiple(() =>
        {
            Assert.That(shown, Does.Contain("Join Physiology &lt;b&gt;2&lt;/b&gt;").And.Contain("Dr Rivera leads this class"));
            Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [Test]
    public async Task Shows_the_catalogues_with_their_dates()
    {
        using var nobody = Browser();
        var shown = WebUtility.HtmlDecode(await nobody.GetStringAsync(Path("/catalogues")));
        Assert.That(shown, Does.Contain("This service does not refresh them by itself.").And.Contain("Retraction Watch").And.Contain("Edition of").And.Contain("No list of others is in use yet"));
    }

    [Test]
    public async Task Takes_no_form_without_its_token()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        using var forged = await educator.PostAsync(Path("/rulesets"), new FormUrlEncodedContent([new("_handler", "copy"), new("from", "medical"), new("id", "forged")]));
        using var live = await educator.PostAsync(Path("/rulesets/rivera/live"), new FormUrlEncodedContent([new("stamp", "x"), new("fair", "1")]));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await educator.GetStringAsync(Path("/rulesets")), Does.Not.Contain("forged"));
    }

    [Test]
    public async Task Acts_for_no_cookie_where_programs_ask()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        using var refused = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets", new { id = "mine", from = "general" });
        await AssertProblemAsync(refused, HttpStatusCode.Unauthorized, "key-needed");
    }

    [TestCase("/rulesets")]
    [TestCase("/rulesets/rivera/edit")]
    [TestCase("/classes")]
    [TestCase("/people")]
    [TestCase("/keys")]
    public async Task Asks_to_sign_in_first(string path)
    {
        using var nobody = Browser();
        using var answer = await nobody.GetAsync(Path(path));
        Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task Shows_an_educator_neither_people_nor_anothers_draft()
    {
        using var educator = await SignedInAsync("Dr Rivera", Roles.Educator);
        await SubmitAsync(educator, "/rulesets", "copy", ("from", "medical"), ("id", "rivera"));
        using var other = await SignedInAsync("Dr Chen", Roles.Educator);
        using var people = await other.GetAsync(Path("/people"));

        Assert.Multiple(async () =>
        {
            Assert.That(people.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/not-yours"));
            Assert.That(await other.GetStringAsync(Path("/rulesets/rivera/edit")), Does.Contain("There is no such draft"));
        });
    }

    [Test]
    public async Task Closes_an_account_for_a_while_after_five_mistakes()
    {
        await MakeAsync("Dr Rivera", Roles.Educator);
        using var guesser = Browser();

        for (var i = 0; i < 5; i++)
        {
            await SubmitAsync(guesser, "/sign-in", "sign-in", ("email", "Dr.Rivera@school.example"), ("password", "wrong wrong wrong"));
        }

        Assert.That(await SubmitAsync(guesser, "/sign-in", "sign-in", ("email", "Dr.Rivera@school.example"), ("password", Password)), Does.Contain("This account is closed for now."));
    }

    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example")]
    public async Task Leads_nobody_elsewhere_after_signing_in(string to)
    {
        await MakeAsync("Dr Rivera", Roles.Educator);
        using var educator = Api.CreateClient(new() { AllowAutoRedirect = false });
        var path = $"/sign-in?to={Uri.EscapeDataString(to)}";
        var fields = With(FieldsOf(await educator.GetStringAsync(Path(path)), "sign-in"), ("email", "Dr.Rivera@school.example"), ("password", Password));
        using var signedIn = await educator.PostAsync(Path(path), new FormUrlEncodedContent(fields));
        Assert.That(signedIn.Headers.Location?.ToString(), Does.EndWith("/rulesets").And.Not.Contain("evil"));
    }

    [Test]
    public async Task Takes_a_batch_from_its_file_to_its_summary()
    {
        Api.With("Batches:Work", "false").With("Batches:GatherMilliseconds", "0");
        Upstream.Answers("titles=Measles", "measles.json");
        using var researcher = await SignedInAsync("Dr Okafor", Roles.Researcher);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"url\n{Measles}\n=cmd()\n")), "list", "list.csv" } };

        foreach (var field in With(FieldsOf(await researcher.GetStringAsync(Path("/batches")), "send"), ("name", "Pox & co")).Where(field => field.Key != "list"))
        {
            form.Add(new StringContent(field.Value), field.Key);
        }

        using var sent = await researcher.PostAsync(Path("/batches"), form);
        var running = await sent.Content.ReadAsStringAsync();
        Assert.That(running, Does.Contain("Pox &amp; co").And.Contain("Being scored").And.Contain("data-follow=\"/batches/1/events\"").And.Contain("http-equiv=\"refresh\""));
        Assert.That(await SubmitAsync(researcher, "/batches/1", "pause"), Does.Contain("Paused"));
        Assert.That(await SubmitAsync(researcher, "/batches/1", "resume"), Does.Contain("Being scored"));

        await Api.Services.GetRequiredService<CredScore.Api.Batches.BatchWorker>().RunAsync(default);
        var done = WebUtility.HtmlDecode(await researcher.GetStringAsync(Path("/batches/1")));
        Assert.That(done, Does.Contain("Done").And.Contain("Pages by band").And.Contain("Types of sources").And.Contain("not scorable: ").And.Not.Contain("data-follow"));
        Assert.That(await researcher.GetStringAsync(Path("/batches/1/events")), Does.Contain("\"state\":\"done\""));

        using var other = await SignedInAsync("Dr Chen", Roles.Researcher);
        using var theirs = await other.GetAsync(Path("/batches/1"));
        Assert.That(theirs.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await SubmitAsync(researcher, "/batches/1", "delete"), Does.Contain("No batch yet."));
        Assert.That(await SubmitAsync(researcher, "/batches", "send"), Does.Contain("Send either addresses, at least one"));
    }

    [GeneratedRegex("/invitation/([A-Za-z0-9_-]{43})")]
    private static partial Regex InvitationLink();

    [GeneratedRegex("href=\"(/join/[A-Z0-9]{4}-[A-Z0-9]{4})\"")]
    private static partial Regex JoinLink();

    [GeneratedRegex("/exports/[0-9a-f-]{36}/package")]
    private static partial Regex PackageLink();

    [GeneratedRegex("Code: <strong>([A-Z0-9]{4}-[A-Z0-9]{4})")]
    private static partial Regex ShownCode();
}
