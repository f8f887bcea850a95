using System.Diagnostics;
using System.Text.Json;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>The real articles that lie beside the repository where somebody put them.</summary>
internal static class LabelledArticles
{
    /// <summary>Title and wikitext of the first articles; a test that asks for them where there are none is skipped.</summary>
    public static IEnumerable<(string Title, string Wikitext)> Take(int count)
    {
        using var xz = StartXz(SharedData.Find("wikipedia/labelled-wikitext.jsonl.xz"));

        for (var i = 0; i < count && xz.StandardOutput.ReadLine() is { } line; i++)
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("wikitext").GetString()!);
        }

        xz.Kill();
    }

    private static Process StartXz(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("There is no xz here to unpack the real articles with.");
            throw;
        }
    }
}
