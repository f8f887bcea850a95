using System.Text.Json;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>What a school sets by policy, in the folder where Chromium looks for it; skipped where that may not be written.</summary>
internal sealed class PolicyTests : BrowserTests
{
    private const string Folder = "/etc/chromium/policies/managed";

    private static readonly string _file = Path.Combine(Folder, $"credscore-test-{BuiltExtension.Id}.json");

    private string? _made;

    [TearDown]
    public async Task Take_the_policy_away()
    {
        if (File.Exists(_file))
        {
            // Without the policy an open page would be scored by the student's own choice, in the middle of the next test.
            await Tab.GotoAsync("about:blank");
            File.Delete(_file);
            await Eventually.HoldsAsync(async () => !(await ManagedAsync()).EnumerateObject().Any(entry => entry.Name != "$id"), "The policy is still in force.");
        }

        if (_made is not null)
        {
            Directory.Delete(_made, recursive: true);
            _made = null;
        }
    }

    [Test]
    public async Task Puts_the_schools_choice_above_the_students_and_says_so()
    {
        await SetAsync(new { scoring = "click", marks = false, contribute = "always", nonsense = 7 });
        await OpenAsync(new SampleArticle("School fever"));
        await Badge.IsAsync("unscored");

        var options = await World.Browser.NewPageAsync();
        await options.GotoAsync(BuiltExtension.AddressOf("options.html"));
        await Expect(options.Locator("#schoolNote")).ToBeVisibleAsync();
        await Expect(options.Locator("[name=scoring][value=click]")).ToBeCheckedAsync();
        await Expect(options.Locator("[name=scoring][value=auto]")).ToBeDisabledAsync();
        await Expect(options.Locator("[name=marks]")).ToBeDisabledAsync();
        await Expect(options.Locator("[name=marks]")).Not.ToBeCheckedAsync();
        await Expect(options.Locator("[name=lists]")).ToBeEnabledAsync();
        await Expect(options.Locator("[name=contribute][value=never]")).ToBeCheckedAsync();
        await Expect(options.Locator("[name=contribute][value=always]")).ToBeEnabledAsync();
        await options.CloseAsync();
    }

    [Test]
    public async Task Follows_a_policy_that_comes_while_a_page_is_open()
    {
        await OpenAsync(new SampleArticle("Closed fever"));
        await Badge.IsAsync("scored");

        await SetAsync(new { wikipedia = false });

        await Badge.IsAbsentAsync();
    }

    private async Task SetAsync(object settings)
    {
        try
        {
            _made = new[] { "/etc/chromium", "/etc/chromium/policies", Folder }.FirstOrDefault(folder => !Directory.Exists(folder));
            Directory.CreateDirectory(Folder);
            var policy = new Dictionary<string, object> { ["3rdparty"] = new { extensions = new Dictionary<string, object> { [BuiltExtension.Id] = settings } } };
            await File.WriteAllTextAsync(_file, JsonSerializer.Serialize(policy));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _made = null;
            Assert.Ignore($"{Folder} may not be written here: {exception.Message}");
        }

        await Eventually.HoldsAsync(async () => (await ManagedAsync()).EnumerateObject().Any(entry => entry.Name != "$id"), "The browser does not take the policy.");
    }

    private static Task<JsonElement> ManagedAsync() => World.ReadAsync("managed");
}
