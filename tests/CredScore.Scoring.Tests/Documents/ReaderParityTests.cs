using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>
/// Parsoid pages hold the wikitext of each citation beside its rendering. Read the one with the wikitext reader and the other with the HTML reader, with the
/// wikitext taken out: both must say the same of every reference.
/// </summary>
public sealed class ReaderParityTests
{
    [Test]
    public void Reads_a_sample_citation_alike_from_wikitext_and_from_its_rendering()
        => Compare(SamplePages.Html("parsoid"), leastPairs: 1, leastAgreement: 1);

    [Test]
    [Category("RealData")]
    public void Reads_the_citations_of_a_real_page_alike_from_wikitext_and_from_their_rendering()
        => Compare(SamplePages.RealHtml("parsoid_dog_845493773"), leastPairs: 160, leastAgreement: 0.97);

    private static void Compare(string html, int leastPairs, double leastAgreement)
    {
        var document = new HtmlParser().ParseDocument(html);
        var items = document.QuerySelectorAll("ol.references > li").ToList();
        var written = items.Select(WikitextOf).ToList();

        foreach (var element in document.QuerySelectorAll("[data-mw]"))
        {
            element.RemoveAttribute("data-mw");
        }

        var rendered = HtmlReader.Read(document, ArticleContext.Unknown).References!.Where(reference => reference.Place == ReferencePlace.List).ToList();
        Assert.That(rendered, Has.Count.EqualTo(items.Count));
        var pairs = written.Zip(rendered).Where(pair => pair.First is not null).Select(pair => (Written: ReadOne(pair.First!), Rendered: pair.Second)).ToList();
        Assert.That(pairs, Has.Count.AtLeast(leastPairs));

        Assert.Multiple(() =>
        {
            AssertAgree("DOI", pairs, leastAgreement, reference => reference.Doi);
            AssertAgree("PMID", pairs, leastAgreement, reference => reference.Pmid);
            AssertAgree("ISBN", pairs, leastAgreement, reference => reference.Isbn);
            AssertAgree("year", pairs, leastAgreement, reference => reference.Year?.ToString());
            AssertAgree("title", pairs, leastAgreement, reference => Letters(reference.Title));
            AssertAgree("kind", pairs, leastAgreement, reference => reference.Kind.ToString());
        });
    }

    private static void AssertAgree(string part, List<(Reference Written, Reference Rendered)> pairs, double least, Func<Reference, string?> read)
    {
        var apart = pairs.Where(pair => read(pair.Written) != read(pair.Rendered)).ToList();
        var examples = string.Join('\n', apart.Take(5).Select(pair => $"  {read(pair.Written) ?? "null"} in wikitext, {read(pair.Rendered) ?? "null"} in the rendering of {pair.Rendered.Label}"));
        Assert.That(1 - ((double)apart.Count / pairs.Count), Is.AtLeast(least), $"{part} differs in {apart.Count} of {pairs.Count}:\n{examples}");
    }

    private static Reference ReadOne(string wikitext) => WikitextReader.Read($"Text.<ref>{wikitext}</ref>", ArticleContext.Unknown).References![0];

    /// <summary>The citation template of an item as it stands in the wikitext; null when it has none of its own.</summary>
    private static string? WikitextOf(IElement item)
    {
        if (item.QuerySelector("cite[data-mw], .citation[data-mw], [typeof~='mw:Transclusion'][data-mw]")?.GetAttribute("data-mw") is not { } json)
        {
            return null;
        }

        using var data = JsonDocument.Parse(json);
        var parts = data.RootElement.GetProperty("parts").EnumerateArray().ToList();

        if (parts.Count != 1 || parts[0].ValueKind != JsonValueKind.Object || !parts[0].TryGetProperty("template", out var template))
        {
            return null;
        }

        var name = template.GetProperty("target").GetProperty("wt").GetString()!;

        if (!name.TrimStart().StartsWith("cit", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var wikitext = new StringBuilder("{{").Append(name);

        foreach (var parameter in template.GetProperty("params").EnumerateObject())
        {
            wikitext.Append('|').Append(parameter.Name).Append('=').Append(parameter.Value.GetProperty("wt").GetString());
        }

        return wikitext.Append("}}").ToString();
    }

    /// <summary>Letters and digits alone: renderings put marks and quotes of their own.</summary>
    private static string? Letters(string? title) => title is null ? null : string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
