namespace CredScore.Scoring.Documents;

/// <summary>Reads a rendered page into an article.</summary>
public static class HtmlReader
{
    public static WikipediaArticle Read(string html, ArticleContext context)
        => throw new NotSupportedException(html + context);
}
