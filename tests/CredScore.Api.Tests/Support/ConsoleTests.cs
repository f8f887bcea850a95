using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CredScore.Api.Tests.Support;

/// <summary>Browsers without scripts that use the console.</summary>
internal abstract class ConsoleTests : EducatorTests
{
    protected static Uri Path(string path) => new(path, UriKind.Relative);

    protected HttpClient Browser() => Api.CreateClient(new WebApplicationFactoryClientOptions());

    protected async Task<HttpClient> SignedInAsync(string name, string role)
    {
        await MakeAsync(name, role);
        var browser = Browser();
        var shown = await SubmitAsync(browser, "/sign-in", "sign-in", ("email", $"{name.Replace(' ', '.')}@school.example"), ("password", Password));
        Assert.That(shown, Does.Contain("Sign out"));
        return browser;
    }

    protected static async Task JoinAsync(HttpClient browser, string code, string name)
    {
        var shown = await SubmitAsync(browser, $"/invitation/{code}", "join", ("name", name), ("email", $"{name.Replace(' ', '.')}@school.example"), ("password", Password));
        Assert.That(shown, Does.Contain("Sign out"));
    }

    /// <summary>Opens a page, fills in one of its forms, sends it, and answers with the page that follows.</summary>
    protected static async Task<string> SubmitAsync(HttpClient browser, string path, string form, params (string Name, string Value)[] values)
    {
        var fields = With(FieldsOf(await browser.GetStringAsync(Path(path)), form), values);
        using var response = await browser.PostAsync(Path(path), new FormUrlEncodedContent(fields));
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    protected static List<KeyValuePair<string, string>> With(List<KeyValuePair<string, string>> fields, params (string Name, string Value)[] values)
    {
        var all = fields.ToList();

        foreach (var (name, value) in values)
        {
            var index = all.FindIndex(field => field.Key == name);

            if (index < 0)
            {
                all.Add(new(name, value));
            }
            else
            {
                all[index] = new(name, value);
            }
        }

        return all;
    }

    protected static List<KeyValuePair<string, string>> FieldsOf(string page, string form)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var element = document.QuerySelectorAll("form").FirstOrDefault(one => one.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        Assert.That(element, Is.Not.Null, $"There is no form {form} on this page: {document.Body!.TextContent}");

        return [.. element!.QuerySelectorAll("input, select, textarea").Where(field => field.HasAttribute("name") && field is not AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }).Select(field => new KeyValuePair<string, string>(
            field.GetAttribute("name")!,
            (field as AngleSharp.Html.Dom.IHtmlSelectElement)?.Value ?? field.GetAttribute("value") ?? field.TextContent))];
    }
}
