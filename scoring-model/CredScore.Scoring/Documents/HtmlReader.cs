using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Reads a rendered page into an article: Vector of 2014 to 2025, mobile pages, fragments of <c>action=parse</c>, Parsoid with and without <c>data-mw</c>.
/// Whatever the text, the answer is a document; what a form hides is null in it.
/// </summary>
public static class HtmlReader
{
    /// <summary>Depth of the tree from which the parser makes children into siblings. Articles reach about 40.</summary>
    public const int DeepestNesting = 256;

    // Comments hold nothing that readers see. Attributes are all taken: with a choice among them the parser keeps its buffer, as long as the page, until the tree is disposed of. Stateless, and safe for many threads.
    internal static HtmlParserOptions Options { get; } = new()
    {
        SkipComments = true,
        SkipProcessingInstructions = true,
        IsKeepingSourceReferences = false,
        DisableElementPositionTracking = true,
        MaximumDepth = DeepestNesting,
    };

    // Nobody watches the elements: to tell of each attribute that one gets is a thirtieth of all reading.
    private static readonly IConfiguration Unwatched = Configuration.Default.Without<IAttributeObserver>();

    public static WikipediaArticle Read(string html, ArticleContext context)
    {
        ArgumentNullException.ThrowIfNull(html);

        // The tree is not disposed of: it holds nothing but memory, and taking it apart node by node costs more than leaving it to the collector.
        return Read(Parse(html), context);
    }

    internal static IDocument Parse(string html) => new HtmlParser(Options, BrowsingContext.New(Unwatched)).ParseDocument(HtmlNesting.Cut(html));

    /// <summary>Reads a tree that was parsed before.</summary>
    public static WikipediaArticle Read(IDocument document, ArticleContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);

        return new HtmlArticleWalk(HtmlRoot.Find(document)).Read(document, context);
    }
}
