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
        "/rulesets/nobody/1", "/classes", "/people", "/keys", "/sign-out",
    ];

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

        foreach (var path in _forEverybody.Append(_invitation).Append($"/join/{_code}").Append("/join/ABCD-EFGH"))
        {
            faults.AddRange(await LookAtAsync(path, name));
        }

        await SignInAsync("The owner");

        foreach (var path in _forMembers.Append($"/classes/{_code}"))
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
        await PressAsync("Save");
        _invitation = await InviteAsync("educator", "Dr Chen");
        await GoAsync("/keys");
        await Tab.Locator("#name").FillAsync("Laptop");
        await PressAsync("Make it");
        await SeesAsync("It is not shown again");
        _isPrepared = true;
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
