using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>An invented article: its wikitext, as the service reads it, and its page in the markup of Vector 2022, as a reader sees it.</summary>
internal sealed record SampleArticle(string Title)
{
    private static readonly string[] _sections = ["Causes", "Diagnosis", "Treatment", "Society"];

    public string Language { get; init; } = "en";

    /// <summary>A revision belongs to one page: no two samples share one.</summary>
    public long Revision { get; init; } = 9_000_000_000 + Title.Aggregate(0L, (sum, letter) => ((sum * 31) + letter) % 99_999_989);

    /// <summary>Class of the root, by which Vector says light or night.</summary>
    public string RootClass { get; init; } = "skin-theme-clientpref-day";

    public string Direction { get; init; } = "ltr";

    public SampleSkin Skin { get; init; } = SampleSkin.Vector2022;

    public bool IsStub { get; init; }

    public IReadOnlyList<SampleReference> References { get; init; } =
    [
        SampleReference.Web("who", "Guidance on marsh fever", "World Health Organization", 2025, "https://www.who.int/news-room/fact-sheets/detail/marsh-fever"),
        SampleReference.Journal("review", "Marsh fever: a review of treatments", "The Lancet", 2024, "10.1016/s0140-6736(24)00001-1"),
        SampleReference.Journal("cochrane", "Drainage for marsh fever", "Cochrane Database of Systematic Reviews", 2023, "10.1002/14651858.cd000001"),
        SampleReference.Web("news", "Fever season begins", "BBC News", 2024, "https://www.bbc.co.uk/news/health-1"),
        SampleReference.Web("blog", "How I beat the fever", "A diary", 2022, "https://marshdiary.blogspot.com/2022/01/fever.html"),
    ];

    public string Url => $"https://{Language}.wikipedia.org/wiki/{Uri.EscapeDataString(Title.Replace(' ', '_')).Replace("%27", "'", StringComparison.Ordinal)}";

    public string Key => $"wikipedia:{Language}:{Title}";

    public string ApiAnswer => JsonSerializer.Serialize(new
    {
        batchcomplete = true,
        query = new
        {
            pages = new[]
            {
                new
                {
                    pageid = 4711, ns = 0, title = Title, contentmodel = "wikitext", pagelanguage = Language, lastrevid = Revision, protection = Array.Empty<object>(),
                    revisions = new[] { new { revid = Revision, timestamp = "2026-03-01T10:15:00Z", slots = new { main = new { contentmodel = "wikitext", content = Wikitext } } } },
                },
            },
        },
    });

    public string Html => $"""
        <!DOCTYPE html><html class="client-js vector-feature-language-in-header-enabled {RootClass}" lang="{Language}" dir="{Direction}"><head><meta charset="utf-8"><title>{Escaped(Title)} - Wikipedia</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <script>RLCONF={JsonSerializer.Serialize(new Dictionary<string, object> { ["wgNamespaceNumber"] = 0, ["wgPageName"] = Title.Replace(' ', '_'), ["wgTitle"] = Title, ["wgCurRevisionId"] = Revision, ["wgRevisionId"] = Revision, ["wgArticleId"] = 4711, ["wgIsArticle"] = true })};</script>
        <link rel="canonical" href="{Url}"><style>{Style}</style></head>
        <body class="mediawiki {Direction} ns-0 {Skin.BodyClass} action-view">{Skin.Before}<h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{Escaped(Title)}</span></h1>{Skin.Between}
        <div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="{Language}" dir="{Direction}">{Body}</div></div>{Skin.After}</body></html>
        """;

    private string Wikitext
    {
        get
        {
            var text = new StringBuilder($"'''{Title}''' is an invented illness of wetlands.");

            if (IsStub)
            {
                return text.ToString();
            }

            text.Append(CultureInfo.InvariantCulture, $" {Lead}{Calls(0)}\n");
            foreach (var (section, index) in _sections.Select((section, index) => (section, index)))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n== {section} ==\n{ParagraphOf(section)}{Calls(index + 1)}\n\n{ParagraphOf(section)}{(section == "Society" ? "{{citation needed|date=May 2025}}" : Calls(index + 2))}\n");
            }

            return text.Append("\n== References ==\n{{reflist}}\n").ToString();

            string Calls(int from) => string.Concat(Cited(from).Select(reference => $"<ref name=\"{reference.Name}\">{reference.Wikitext}</ref>"));
        }
    }

    private string Body
    {
        get
        {
            var html = new StringBuilder($"<p><b>{Escaped(Title)}</b> is an invented illness of wetlands.");

            if (IsStub)
            {
                return html.Append("</p>").ToString();
            }

            html.Append(CultureInfo.InvariantCulture, $" {Lead}{Calls(0)}</p>");
            foreach (var (section, index) in _sections.Select((section, index) => (section, index)))
            {
                html.Append(CultureInfo.InvariantCulture, $"""<div class="mw-heading mw-heading2"><h2 id="{section}">{section}</h2></div><p>{ParagraphOf(section)}{Calls(index + 1)}</p>""");
                html.Append(CultureInfo.InvariantCulture, $"<p>{ParagraphOf(section)}{(section == "Society" ? CitationNeeded : Calls(index + 2))}</p>");
            }

            var items = References.Select((reference, index) => $"""<li id="cite_note-{reference.Name}-{index + 1}"><span class="mw-cite-backlink"><a href="#cite_ref-{index + 1}">^</a></span> <span class="reference-text">{reference.Html}</span></li>""");
            return html.Append(CultureInfo.InvariantCulture, $"""<div class="mw-heading mw-heading2"><h2 id="References">References</h2></div><div class="reflist"><div class="mw-references-wrap"><ol class="references">{string.Concat(items)}</ol></div></div>""").ToString();

            string Calls(int from) => string.Concat(Cited(from).Select(CallOf));
        }
    }

    private const string CitationNeeded = """<sup class="noprint Inline-Template Template-Fact">[<i><a href="/wiki/Wikipedia:Citation_needed"><span title="This claim needs references to reliable sources. (May 2025)">citation needed</span></a></i>]</sup>""";

    private const string Lead = "It was first described by travellers, and it is mild in most of those who catch it in spring.";

    // About as Vector lays out: a column of text under a title with room behind it.
    private const string Style = """
        body { margin: 0; font: 16px/1.6 sans-serif; background: #fff; color: #202122 } main { max-width: 960px; margin: 0 auto; padding: 24px } h1 { font: 28px/1.4 serif; margin: 0; border-bottom: 1px solid #a2a9b1 }
        .mw-body-header { display: flex } #siteSub { font-size: 13px } .references { font-size: 14px; columns: 2 } html.skin-theme-clientpref-night body { background: #101418; color: #eaecf0 } html.skin-theme-clientpref-night a { color: #88a3e8 }
        @media (max-width: 600px) { main { padding: 12px } .references { columns: 1 } }
        """;

    private IEnumerable<SampleReference> Cited(int paragraph)
    {
        var share = Math.Max(1, References.Count / 5);
        return References.Count == 0 ? [] : Enumerable.Range(paragraph * share % References.Count, share).Select(index => References[index % References.Count]);
    }

    private string CallOf(SampleReference reference)
    {
        var number = References.ToList().IndexOf(reference) + 1;
        return $"""<sup class="reference"><a href="#cite_note-{reference.Name}-{number}"><span class="cite-bracket">[</span>{number}<span class="cite-bracket">]</span></a></sup>""";
    }

    private static string ParagraphOf(string section)
        => string.Concat(Enumerable.Repeat($"Under {section.ToLowerInvariant()} one reads what has been observed in wetlands, by whom and for how long, and what is still not known of it. ", 4));

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
