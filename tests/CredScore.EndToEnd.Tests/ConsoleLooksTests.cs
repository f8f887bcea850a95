using System.Net.Http.Json;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests;

/// <summary>Every page of the console, for everybody: no violation that axe-core finds and nothing wider than the window, in light, in dark and on a phone. Pictures go to the folder that CREDSCORE_SCREENSHOTS names.</summary>
internal sealed class ConsoleLooksTests : ConsoleTests
{
    private static readonly string[] _forEverybody = ["/", "/?sample=iron-deficiency", "/?sample=moon-video", "/?url=nonsense", "/how", "/catalogues", "/sign-in", "/not-yours", "/invitation/nonsense"];

    private static readonly string[] _forMembers =
    [
        "/rulesets", "/rulesets/rivera/edit", "/rulesets/rivera/1", "/rulesets/rivera/history", "/rulesets/compare?from=rivera/1&to=medical/2", "/rulesets/compare?from=x&to=y", "/rulesets/nobody/edit",
        "/rulesets/nobody/1", "/classes", "/people", "/keys", "/batches", "/batches/1", "/batches/7", "/exports", "/sign-out",
    ];

    private static readonly SampleArticle[] _appraised = [new("Appraisal fever"), new("Appraisal cough")];

    private bool _isPrepared;
    private string _code = "";
    private string _invitation = "";

    [TestCase("light", ColorScheme.Light, 1280)]
    [TestCase("dark", ColorScheme.Dark, 1280)]
    [TestCase("phone", ColorScheme.Light, 390)]
    [TestCase("phone-dark", ColorScheme.Dark, 390)]
    public async Task Suits_everybody_on_every_page(string name, ColorScheme scheme, int width)
    {
        await Tab.SetViewportSizeAsync(width, 800);
        await Tab.EmulateMediaAsync(new() { ColorScheme = scheme });
        await PrepareAsync();
        var faults = new List<string>();
        await SignOutAsync();

        foreach (var path in _forEverybody.Append(_invitation).Append($"/join/{_code}").Append("/join/ABCD-EFGH")
            .Concat([$"/appraise/{_code}", $"/appraise/{_code}?url={Uri.EscapeDataString(_appraised[0].Url)}", $"/appraise/{_code}?url=nonsense", "/appraise/ABCD-EFGH"]))
        {
            faults.AddRange(await LookAtAsync(path, name));
        }

        await SignInAsync("The owner");

        foreach (var path in _forMembers.Append($"/classes/{_code}").Append($"/classes/{_code}/appraisals"))
        {
            faults.AddRange(await LookAtAsync(path, name));
        }

        Assert.That(faults, Is.Empty);
    }

    private async Task PrepareAsync()
    {
        if (_isPrepared)
        {
            return;
        }

        await JoinAsync(await Service.FirstLinkAsync(), "The owner");
        await CopyAsync("medical", "rivera");
        await Tab.Locator("#c-sources").FillAsync("40");
        await ConsoleIsSavedAsync();
        await PressAsync("Publish rivera/1");
        await SeesAsync("Published by The owner");
        await PressAsync("Begin the next version from this one");
        await Tab.Locator("#c-sources").FillAsync("55");
        await ConsoleIsSavedAsync();
        _code = await MakeClassAsync("Physiology, year 2");
        await Tab.Locator("#articles").SelectOptionAsync("rivera/1");
        await Tab.GetByLabel("Collect appraisals of this class").CheckAsync();
        await PressAsync("Save");
        await SeesAsync("Saved.");
        await AppraiseAsync();
        await SendBatchAndExportAsync();
        _invitation = await InviteAsync("educator", "Dr Chen");
        await GoAsync("/keys");
        await Tab.Locator("#name").FillAsync("Laptop");
        await PressAsync("Make it");
        await SeesAsync("It is not shown again");
        _isPrepared = true;
    }

    // Five raters on two pages: the fewest of which anything is shown.
    private async Task AppraiseAsync()
    {
        using var members = new HttpClient();

        foreach (var (article, page) in _appraised.Select((article, page) => (article, page)))
        {
            World.Upstream.Has(article);

            for (var rater = 1; rater <= 5; rater++)
            {
                var token = Convert.ToBase64String(Enumerable.Repeat((byte)rater, 32).ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                using var taken = await members.PutAsJsonAsync(
                    $"{Service.LocalAddress}/v1/classes/{_code}/appraisals/{token}",
                    new { url = article.Url, consent = true, answers = new { overall = 2 + page + (rater % 2), sources = 2 + (rater % 3), date = 1 + page } });
                Assert.That(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
            }
        }
    }

    private async Task SendBatchAndExportAsync()
    {
        await GoAsync("/batches");
        await Tab.Locator("#name").FillAsync("Fevers");
        await Tab.Locator("#addresses").FillAsync($"{_appraised[0].Url}\n{_appraised[1].Url}\nhttps://en.wikipedia.org/wiki/Talk:Fever");
        await PressAsync("Send it");
        await SeesAsync("Fevers");
        await Assertions.Expect(Tab.Locator("main")).ToContainTextAsync("Pages by band", new() { Timeout = 30_000 });
        await GoAsync("/exports");
        await Tab.Locator("#format").SelectOptionAsync("csv");
        await PressAsync("Make it");
        await Assertions.Expect(Tab.Locator("main")).ToContainTextAsync("The first rows", new() { Timeout = 30_000 });
    }

    private Task ConsoleIsSavedAsync() => Assertions.Expect(Tab.Locator("#preview")).ToContainTextAsync("Sources counts");

    private async Task<List<string>> LookAtAsync(string path, string look)
    {
        await GoAsync(path);

        // What is folded away is to be read too.
        await Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await PictureAsync($"{look}-{string.Join('-', path.Split(['/', '?', '&', '='], StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("start").Take(3))}");
        var result = await Tab.RunAxe();
        var faults = result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{path} in {look}: {violation.Id}: {node.Html}")).ToList();

        if (!await Tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"))
        {
            faults.Add($"{path} in {look} has to be moved sideways.");
        }

        if (result.Passes.Length == 0)
        {
            faults.Add($"{path} in {look} was not looked at.");
        }

        return faults;
    }

    private async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CREDSCORE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{name}.png"), FullPage = true });
        }
    }
}
