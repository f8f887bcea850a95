using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>The explanation beside the page.</summary>
internal sealed class PanelOnPage(IPage tab)
{
    public ILocator Host => tab.Locator("credscore-panel");

    public ILocator Frame => Host.GetByRole(AriaRole.Dialog);

    public ILocator Verdict => Host.Locator(".verdict");

    public ILocator Note => Host.Locator(".note");

    public ILocator Criterion(string id) => Host.Locator($"details[data-criterion={id}]");

    public ILocator Evidence(string criterion) => Criterion(criterion).Locator(".evidence button");
}
