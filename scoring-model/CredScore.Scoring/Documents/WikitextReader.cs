namespace CredScore.Scoring.Documents;

/// <summary>Reads wikitext into an article: any text gives a document, broken markup reads as far as it goes, and the time is linear in the length.</summary>
public static class WikitextReader
{
    // Each repeat treats the templates that never closed as text; three are enough for pages that people wrote.
    private const int Repeats = 3;

    [ThreadStatic]
    private static WikitextScanner? _scanner;

    /// <summary>Reads an article. <paramref name="context"/> tells what the text itself does not: title, language edition, what the upstream knows.</summary>
    public static WikipediaArticle Read(string wikitext, ArticleContext context)
    {
        ArgumentNullException.ThrowIfNull(wikitext);
        ArgumentNullException.ThrowIfNull(context);

        var scanner = _scanner ?? new WikitextScanner();
        _scanner = null;
        scanner.Begin(wikitext);

        for (var repeat = 0; !scanner.Scan() && repeat < Repeats; repeat++)
        {
            scanner.BeginAgain(isLast: repeat == Repeats - 1);
        }

        var article = scanner.ToArticle(context, MarkupCounts.Of(wikitext));
        scanner.Release();
        _scanner = scanner;
        return article;
    }
}
