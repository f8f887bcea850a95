using System.Text.Json;

namespace CredScore.Catalogues.Reading;

/// <summary>The texts of wiki pages in an answer of the Action API. See https://www.mediawiki.org/wiki/API:Revisions.</summary>
internal static class WikiPages
{
    /// <summary>Titles with their wikitext; pages that do not exist are left out. Throws <see cref="ListRefusedException"/> for an error or for no such answer.</summary>
    public static IReadOnlyList<(string Title, string Text)> Read(Stream stream)
    {
        try
        {
            using var answer = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 32 });
            var root = answer.RootElement;

            if (root.TryGetProperty("error", out var error))
            {
                throw new ListRefusedException($"The wiki answered with the error {(error.TryGetProperty("code", out var code) ? new string([.. code.ToString().Take(40)]) : "unknown")}.");
            }

            return [.. root.GetProperty("query").GetProperty("pages").EnumerateArray().Where(HasText).Select(page => (page.GetProperty("title").GetString() ?? "", TextOf(page)))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ListRefusedException("It is no answer of a wiki, or it is cut off.", exception);
        }
    }

    /// <summary>The calls of a template, each with the text between its braces, without what lies inside other braces taken apart.</summary>
    public static IEnumerable<string> Calls(string text, string template)
    {
        for (var at = 0; (at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            var name = text.AsSpan(at + 2, Math.Min(60, text.Length - at - 2)).TrimStart();

            if (name.StartsWith(template, StringComparison.OrdinalIgnoreCase) && name[template.Length..].TrimStart() is ['|', ..] && text.IndexOf("}}", at, StringComparison.Ordinal) is var end and >= 0)
            {
                yield return text[(text.IndexOf('|', at) + 1)..end];
            }
        }
    }

    private static bool HasText(JsonElement page) => page.TryGetProperty("revisions", out var revisions) && revisions.GetArrayLength() > 0;

    private static string TextOf(JsonElement page) => page.GetProperty("revisions")[0].GetProperty("slots").GetProperty("main").GetProperty("content").GetString() ?? "";
}
