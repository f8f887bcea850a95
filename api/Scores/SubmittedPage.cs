using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Scores;

/// <summary>A page as the caller holds it: its address and either its HTML or its wikitext.</summary>
/// <param name="Url">Address of the page.</param>
/// <param name="Html">The page as a browser shows it, or as Parsoid renders it.</param>
/// <param name="Wikitext">The page's source.</param>
/// <param name="Title">Title, when the address does not tell it.</param>
/// <param name="Revision">Number of the revision, when known.</param>
/// <param name="Ruleset">Id of a ruleset; without one, the one that the topic asks for.</param>
internal sealed record SubmittedPage(string? Url, string? Html, string? Wikitext, string? Title, long? Revision, string? Ruleset)
{
    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Fault => (Html, Wikitext) switch
    {
        (null, null) => "Send the page as html or as wikitext.",
        (not null, not null) => "Send either html or wikitext, not both.",
        _ when string.IsNullOrWhiteSpace(Html ?? Wikitext) => "The page is empty.",
        _ => null,
    };

    public Assessment Assess(PageAddress address, Ruleset? ruleset, DateTimeOffset now)
    {
        var named = address.Title is null && Title is { } title ? address.WithTitle(title) ?? address : address;
        var context = new ArticleContext
        {
            Title = named.Title,
            Language = named.Language!,
            Record = new() { Revision = Revision ?? address.Revision, FetchedAt = now },
        };
        var article = Html is { } html ? HtmlReader.Read(html, context) : WikitextReader.Read(Wikitext!, context);
        return PageScorer.Default.Assess(named, article, ruleset) with { Origin = Origin.Submitted };
    }
}
