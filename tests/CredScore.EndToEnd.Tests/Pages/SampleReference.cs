namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>One source of a sample article, as it is written and as it is rendered.</summary>
/// <param name="Name">Name of the footnote.</param>
/// <param name="Wikitext">The citation's template.</param>
/// <param name="Html">What MediaWiki makes of it.</param>
internal sealed record SampleReference(string Name, string Wikitext, string Html)
{
    public static SampleReference Journal(string name, string title, string journal, int year, string doi) => new(
        name,
        $"{{{{cite journal |last=Sample |first=Ann |title={title} |journal={journal} |year={year} |doi={doi}}}}}",
        $"""<cite class="citation journal cs1">Sample, Ann ({year}). "{title}". <i>{journal}</i>. <a href="/wiki/Doi_(identifier)">doi</a>:<a rel="nofollow" class="external text" href="https://doi.org/{Uri.EscapeDataString(doi)}">{doi}</a>.</cite>""");

    public static SampleReference Web(string name, string title, string publisher, int year, string url) => new(
        name,
        $"{{{{cite web |url={url} |title={title} |publisher={publisher} |date={year}}}}}",
        $"""<cite class="citation web cs1"><a rel="nofollow" class="external text" href="{url}">"{title}"</a>. {publisher}. {year}.</cite>""");
}
