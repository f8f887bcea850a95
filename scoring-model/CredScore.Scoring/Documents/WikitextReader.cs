namespace CredScore.Scoring.Documents;

/// <summary>Reads wikitext into an article.</summary>
public static class WikitextReader
{
    public static WikipediaArticle Read(string wikitext, ArticleContext context)
        => throw new NotSupportedException(wikitext + context);
}
