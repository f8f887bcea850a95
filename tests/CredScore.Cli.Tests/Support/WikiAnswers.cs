using System.Text.Json;

namespace CredScore.Cli.Tests.Support;

/// <summary>Answers of the Action API in its format version 2, written by hand from its documentation.</summary>
internal static class WikiAnswers
{
    public static string Page(string title = "Marsh fever", string? text = Pages.Wikitext, long revision = 5000, long latest = 5000) => JsonSerializer.Serialize(new
    {
        batchcomplete = true,
        query = new
        {
            redirects = new[] { new { from = "Ague", to = title } },
            pages = new object[]
            {
                new
                {
                    pageid = 42,
                    ns = 0,
                    title,
                    pagelanguage = "en",
                    length = 900,
                    lastrevid = latest,
                    protection = new[] { new { type = "move", level = "sysop", expiry = "infinity" }, new { type = "edit", level = "autoconfirmed", expiry = "infinity" } },
                    pageprops = new { wikibase_item = "Q1472" },
                    pageassessments = new Dictionary<string, object> { ["Medicine"] = new { @class = "GA", importance = "High" } },
                    revisions = new[] { new { revid = revision, parentid = 4999, timestamp = "2026-02-03T04:05:06Z", slots = new { main = new { contentmodel = "wikitext", contentformat = "text/x-wiki", content = text } } } },
                },
            },
        },
    });

    public static string Missing => """{"batchcomplete":true,"query":{"pages":[{"ns":0,"title":"Nowhere fever","missing":true}]}}""";

    public static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","info":"Something in words.","host":"mw1"}}""";
}
