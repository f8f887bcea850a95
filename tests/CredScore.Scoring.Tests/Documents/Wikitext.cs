using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Short ways to say what wikitext is read and what of it a test looks at.</summary>
internal static class Wikitext
{
    /// <summary>Twenty-one words: enough for a paragraph that should carry a reference.</summary>
    public const string Sentence = "The heart of this animal beats about twenty times in each minute while it sleeps under the ice of the lake.";

    public static WikipediaArticle Read(string text) => WikitextReader.Read(text, ArticleContext.Unknown);

    /// <summary>The only reference of a text.</summary>
    public static Reference Only(string text)
    {
        var references = Read(text).References!;
        Assert.That(references, Has.Count.EqualTo(1));
        return references[0];
    }

    /// <summary>The reference that a text inside a footnote makes.</summary>
    public static Reference Footnote(string inside) => Only($"Fact.<ref>{inside}</ref>");

    public static int Words(string text) => Read(text).Prose.Words;

    /// <summary>Everything that was read, as one text that can be compared.</summary>
    public static string Everything(WikipediaArticle article) => string.Join(
        '\n',
        [
            $"{article.Prose} {article.Wikilinks} {article.ExternalLinks} {article.Tables} {article.ListItems} {article.ShortDescription}",
            .. article.Sections.Select(section => $"{section.Level} {section.Heading} {section.IsAppendix} {section.Words} {section.Paragraphs} {section.UncitedParagraphs} {section.ReferenceUses}"),
            .. article.References!.Select(reference => $"{reference.Index} {reference.Kind} {reference.Place} {reference.Label} {reference.Author} {reference.Year} {reference.Doi} {reference.Uses} {reference.Section} {reference.Target?.Index} {string.Join(' ', reference.Addresses)}"),
            .. article.Categories!,
            .. article.Infoboxes.Select(box => box.ToString()),
            .. article.Identifiers!.Select(identifier => identifier.ToString()),
            .. article.MaintenanceTags!.Select(tag => tag.ToString()),
            .. article.InlineTags.Select(tag => tag.ToString()),
            .. article.Media.Select(media => media.ToString()),
            .. article.Badges!,
        ]);
}
