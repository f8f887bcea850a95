using System.IO.Compression;
using System.Text;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>The whole way of a researcher's list in the console, from upload to download. Pictures go to the folder that CREDSCORE_SCREENSHOTS names.</summary>
internal sealed class ResearchStoryTests : ConsoleTests
{
    private static readonly SampleArticle[] Articles = [new("Batch fever"), new("Heath fever"), new("Delta fever") { IsStub = true }];

    [Test]
    public async Task Leads_from_a_list_of_addresses_to_a_table_of_scores()
    {
        Array.ForEach(Articles, World.Upstream.Has);
        await JoinAsync(await Service.FirstLinkAsync(), "The owner");
        var number = await UploadAsync();
        await WatchAsync();
        await LookAtSummaryAsync();
        await FilterAsync(number);
        await MakeExportAsync(number);
        await DownloadAsync();
        await FindKeysQuotaAsync();
    }

    private async Task<string> UploadAsync()
    {
        var list = $"url,note\n{string.Join('\n', Articles.Select(article => $"{article.Url},\"of a\nlecture\""))}\n{Articles[0].Url},again\nhttps://example.org/page,another site\n";
        World.Upstream.Hold(Articles[2].Title);
        await GoAsync("/batches");
        await SeesAsync("No batch yet.");
        await Tab.Locator("#name").FillAsync("Fevers of wetlands");
        await Tab.Locator("#list").SetInputFilesAsync(new FilePayload { Name = "fevers.csv", MimeType = "text/csv", Buffer = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(list)] });
        await PressAsync("Send it");
        await Tab.WaitForURLAsync(url => url.Contains("/batches/", StringComparison.Ordinal));
        await Expect(Tab.GetByRole(AriaRole.Heading, new() { Name = "Fevers of wetlands" })).ToBeVisibleAsync();
        return new Uri(Tab.Url).Segments[^1];
    }

    // One article is held back upstream: what is done shows as it comes, and the end by itself.
    private async Task WatchAsync()
    {
        await Expect(Tab.GetByRole(AriaRole.Heading, new() { Name = "Being scored" })).ToBeVisibleAsync();
        await Expect(Tab.Locator("[data-value=scored]")).ToHaveTextAsync("2");
        await Expect(Tab.Locator("[data-value=ended]")).ToHaveTextAsync("4");
        await Expect(Tab.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        World.Upstream.Release();
        await Expect(Tab.GetByRole(AriaRole.Heading, new() { Name = "Done", Exact = true })).ToBeVisibleAsync();
        await Expect(Tab.Locator("[data-value=scored]")).ToHaveTextAsync("3");
        await Expect(Tab.Locator("[data-value=notScorable]")).ToHaveTextAsync("1");
        await Expect(Tab.Locator("[data-value=duplicates]")).ToHaveTextAsync("1");
    }

    private async Task LookAtSummaryAsync()
    {
        await SeesAsync("How the pages came out");
        await Expect(TableOf("Pages by band").Locator("tr", new() { HasText = "not enough evidence" }).Locator("td").Last).ToHaveTextAsync("1");
        await Expect(TableOf("Pages by score").Locator("tr")).ToHaveCountAsync(10);
        var years = Tab.Locator("figure.periods");
        await Expect(years.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", "Types of sources by the year of their publication, share of references. The numbers are in the table below.");
        await years.Locator("summary").ClickAsync();

        // Two articles with the same five sources, of 2022 to 2025.
        await Expect(years.Locator("tbody tr").First.Locator("td").Last).ToHaveTextAsync("8");
        await Expect(years.Locator("tbody tr").Last.Locator("td").Last).ToHaveTextAsync("2");
        await SuitsEverybodyAsync("batch");
    }

    private async Task FilterAsync(string number)
    {
        await Tab.GetByRole(AriaRole.Navigation, new() { Name = "Rows by what came of them" }).GetByRole(AriaRole.Link, new() { Name = "same page again" }).ClickAsync();
        await Tab.WaitForURLAsync($"**/batches/{number}?state=duplicate&behind=0#rows");
        await Expect(Tab.Locator("table.rows tbody tr", new() { HasText = "Batch_fever" })).ToHaveCountAsync(1);
        await Expect(Tab.Locator("[aria-labelledby=rows] tbody tr")).ToHaveCountAsync(1);
    }

    private async Task MakeExportAsync(string number)
    {
        await GoAsync("/exports");
        await Tab.Locator("#format").SelectOptionAsync("csv");
        await Tab.Locator("#batch").FillAsync(number);
        await PressAsync("Make it");
        await Expect(Tab.GetByRole(AriaRole.Link, new() { Name = "Package" })).ToBeVisibleAsync();
        await SeesAsync("3 rows");
        await Tab.GetByText("The first rows").ClickAsync();
        var preview = Tab.Locator("table.preview");
        await Expect(preview.Locator("thead th").First).ToHaveTextAsync("key");
        await Expect(preview.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(preview).ToContainTextAsync("wikipedia:en:Heath fever");
        await Tab.GetByText("How its pages came out").ClickAsync();
        await Expect(TableOf("Pages by score")).ToBeVisibleAsync();
        await SuitsEverybodyAsync("export");
    }

    private async Task DownloadAsync()
    {
        var table = Encoding.UTF8.GetString(await FetchAsync("Table alone")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(table[0], Does.StartWith("key,kind,address,title,"));
        Assert.That(table.Skip(1).Select(row => row.Split(',')[0]), Is.EqualTo(Articles.Select(article => article.Key).Order(StringComparer.Ordinal)));
        using var package = new ZipArchive(new MemoryStream(await FetchAsync("Package")));
        Assert.That(package.Entries.Select(entry => entry.FullName), Is.SupersetOf(new[] { "pages.csv", "datapackage.json", "croissant.json", "dictionary.csv", "CITATION.cff", "README.md", "SHA256SUMS" }));
    }

    private async Task FindKeysQuotaAsync()
    {
        await GoAsync("/keys");
        await Tab.Locator("#name").FillAsync("Study");
        await Tab.GetByLabel("make and fetch exports").CheckAsync();
        await Tab.Locator("#most").FillAsync("500");
        await PressAsync("Make it");
        await SeesAsync("0 of 500 requests today");
    }

    private async Task<byte[]> FetchAsync(string link)
    {
        var download = await Tab.RunAndWaitForDownloadAsync(() => Tab.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await content.CopyToAsync(file);
        return file.ToArray();
    }

    private async Task SuitsEverybodyAsync(string name)
    {
        foreach (var (look, scheme, width) in new[] { ("phone-dark", ColorScheme.Dark, 390), ("light", ColorScheme.Light, 1280) })
        {
            await Tab.SetViewportSizeAsync(width, 800);
            await Tab.EmulateMediaAsync(new() { ColorScheme = scheme });

            if (Environment.GetEnvironmentVariable("CREDSCORE_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await Tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{look}-{name}.png"), FullPage = true });
            }

            Assert.That((await Tab.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{look}: {violation.Id}: {node.Html}")), Is.Empty);
            Assert.That(await Tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} in {look} has to be moved sideways.");
        }
    }

    private ILocator TableOf(string caption) => Tab.Locator("table", new() { Has = Tab.Locator("caption", new() { HasText = caption }) });
}
