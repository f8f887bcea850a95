using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The console of a service of its own, which nobody owns yet.</summary>
internal abstract class ConsoleTests : BrowserTests
{
    protected const string Password = "correct horse battery";

    protected ServiceProgram Service { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartServiceAsync()
    {
        SharedWorld.SkipIfAbsent();
        Service = new(World.Upstream.Port);
        await Service.WaitUntilReadyAsync();
    }

    [OneTimeTearDown]
    public async Task StopServiceAsync()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }
    }

    protected Task GoAsync(string path) => Tab.GotoAsync(Service.LocalAddress + path);

    protected Task PressAsync(string name) => Tab.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    protected Task SeesAsync(string text) => Expect(Tab.Locator("main")).ToContainTextAsync(text);

    /// <summary>Opens an invitation and fills it in.</summary>
    protected async Task JoinAsync(string link, string name)
    {
        await GoAsync(link);
        await Tab.Locator("#name").FillAsync(name);
        await Tab.Locator("#email").FillAsync($"{name.Replace(' ', '.')}@school.example");
        await Tab.Locator("#password").FillAsync(Password);
        await PressAsync("Join");
        await Expect(Tab.GetByRole(AriaRole.Link, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    /// <summary>As an owner, makes a link; answers with its path.</summary>
    protected async Task<string> InviteAsync(string role, string note)
    {
        await GoAsync("/people");
        await Tab.Locator("#role").SelectOptionAsync(role);
        await Tab.Locator("#note").FillAsync(note);
        await PressAsync("Make a link");
        return new Uri(await Tab.Locator(".secret").InnerTextAsync()).AbsolutePath;
    }

    protected async Task SignOutAsync()
    {
        await GoAsync("/sign-out");
        await PressAsync("Sign out");
        await Expect(Tab.GetByRole(AriaRole.Link, new() { Name = "For educators" })).ToBeVisibleAsync();
    }

    protected async Task SignInAsync(string name)
    {
        await GoAsync("/sign-in");
        await Tab.Locator("#email").FillAsync($"{name.Replace(' ', '.')}@school.example");
        await Tab.Locator("#password").FillAsync(Password);
        await PressAsync("Sign in");
        await Expect(Tab.GetByRole(AriaRole.Link, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    /// <summary>Copies a ruleset; its editor is open afterwards.</summary>
    protected async Task CopyAsync(string from, string id)
    {
        await GoAsync("/rulesets");
        await Tab.Locator("#from").SelectOptionAsync(await Tab.Locator($"#from option[value^='{from}/']").First.GetAttributeAsync("value") ?? from);
        await Tab.Locator("#id").FillAsync(id);
        await PressAsync("Begin a draft");
        await Expect(Tab.Locator("#editor")).ToBeVisibleAsync();
    }

    /// <summary>Makes a class; its page is open afterwards. Answers with its code.</summary>
    protected async Task<string> MakeClassAsync(string name)
    {
        await GoAsync("/classes");
        await Tab.Locator("#name").FillAsync(name);
        await PressAsync("Make it");
        return await Tab.Locator(".code strong").InnerTextAsync();
    }
}
