using System.Text.Json;
using System.Text.Json.Serialization;
using CredScore.Api.Problems;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Scores;

/// <summary>A page as the caller holds it: its address and its content, an article's as HTML or wikitext, a video's as HTML or YouTube's own JSON.</summary>
/// <param name="Url">Address of the page.</param>
/// <param name="Html">The page as a browser shows it, or as Parsoid renders it.</param>
/// <param name="Wikitext">An article's source.</param>
/// <param name="YouTube">
/// What YouTube's page holds of the video: <c>{ player, next, microformat }</c>, one of these alone, or a plain object
/// <c>{ title, description, channel: { id, handle, name }, publishedAt, … }</c> as far as known.
/// </param>
/// <param name="Title">An article's title, when the address does not tell it.</param>
/// <param name="Revision">Number of an article's revision, when known.</param>
/// <param name="Ruleset">Id of a ruleset; without one, the one that the topic asks for.</param>
internal sealed record SubmittedPage(
    string? Url,
    string? Html,
    string? Wikitext,
    [property: JsonPropertyName("youtube")] JsonElement? YouTube,
    string? Title,
    long? Revision,
    string? Ruleset)
{
    private bool HasYouTube => YouTube is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    /// <summary>What is made of it; null with a problem when it cannot be read or is another page than the address says.</summary>
    public Assessment? Assess(PageScorer scorer, ScoreQuestion question, DateTimeOffset now, out ProblemDetails? problem)
    {
        problem = FaultFor(question.Address.Kind) is { } fault ? Problem.Submission(fault) : null;

        var assessment = (problem, question.Address.Kind) switch
        {
            ({ }, _) => null,
            (_, PageKind.YouTube) => AssessVideo(scorer, question, now, out problem),
            _ => AssessArticle(scorer, question, now),
        };

        return assessment is null ? null : assessment with { Origin = Origin.Submitted };
    }

    private string? FaultFor(PageKind kind) => (kind, Html, Wikitext, HasYouTube) switch
    {
        (PageKind.Wikipedia, _, _, true) => "This is the address of an article: send the page as html or as wikitext, not as youtube.",
        (PageKind.Wikipedia, null, null, _) => "Send the page as html or as wikitext.",
        (PageKind.Wikipedia, not null, not null, _) => "Send either html or wikitext, not both.",
        (PageKind.YouTube, _, not null, _) => "This is the address of a video: send the page as html or as youtube, not as wikitext.",
        (PageKind.YouTube, null, _, false) => "Send the page as html or as youtube.",
        (PageKind.YouTube, not null, _, true) => "Send either html or youtube, not both.",
        _ when !HasYouTube && string.IsNullOrWhiteSpace(Html ?? Wikitext) => "The page is empty.",
        _ => null,
    };

    private Assessment AssessArticle(PageScorer scorer, ScoreQuestion question, DateTimeOffset now)
    {
        var address = question.Address;
        var named = address.Title is null && Title is { } title ? address.WithTitle(title) ?? address : address;
        var context = new ArticleContext
        {
            Title = named.Title,
            Language = named.Language!,
            Record = new() { Revision = Revision ?? address.Revision, FetchedAt = now },
        };
        var article = Html is { } html ? HtmlReader.Read(html, context) : WikitextReader.Read(Wikitext!, context);
        return scorer.Assess(named, article, question.Ruleset);
    }

    private Assessment? AssessVideo(PageScorer scorer, ScoreQuestion question, DateTimeOffset now, out ProblemDetails? problem)
    {
        var video = Html is { } html
            ? SubmittedVideo.OfHtml(html, question.Address, now, out problem)
            : SubmittedVideo.OfJson(YouTube!.Value, question.Address, now, out problem);

        return video is null ? null : scorer.Assess(question.Address, video, question.Ruleset);
    }
}
