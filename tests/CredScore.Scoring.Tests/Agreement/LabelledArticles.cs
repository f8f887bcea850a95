using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>An article with the grade that people gave it, 0 stub to 5 featured.</summary>
internal sealed record LabelledArticle(string Title, int Grade, string Group, bool IsMedical, string Wikitext)
{
    /// <summary>Groups that the weights were never fitted on: a fifth, by a digest of the group's name.</summary>
    public bool IsHeldOut => SHA256.HashData(Encoding.UTF8.GetBytes(Group)).Aggregate(0, (rest, digit) => ((rest * 256) + digit) % 5) == 0;
}

/// <summary>The labelled set beside the repository: 12,000 assessed revisions of English articles, 2003 to 2014.</summary>
internal static partial class LabelledArticles
{
    private static readonly string[] Grades = ["stub", "start", "c", "b", "ga", "fa"];

    /// <summary>Reads the articles, without the badges and stub notices that are the grade itself; a test that asks where there are none is skipped.</summary>
    public static IEnumerable<LabelledArticle> Read() => Read(Start(SharedData.Find("wikipedia/labelled-wikitext.jsonl.xz")));

    private static IEnumerable<LabelledArticle> Read(Process unpacking)
    {
        using var xz = unpacking;

        while (xz.StandardOutput.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var article = row.RootElement;
            yield return new(
                article.GetProperty("title").GetString()!,
                Array.IndexOf(Grades, article.GetProperty("label").GetString()),
                article.GetProperty("group").ToString(),
                article.GetProperty("medical").ToString() == "1",
                GradeMarks().Replace(article.GetProperty("wikitext").GetString()!, ""));
        }
    }

    private static Process Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("The labelled articles are packed with xz, which is not installed.");
            throw;
        }
    }

    [GeneratedRegex(@"\{\{\s*(?:featured[ _]article|good[ _]article|link[ _](?:FA|GA)|[^{}|]*-stub|stub)\s*(?:\|[^{}]*)?\}\}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex GradeMarks();
}
