using System.Text;
using System.Text.Json;
using CredScore.Api.Problems;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Scores;

/// <summary>Reads a video that a caller sent, and compares it with the address it was sent for.</summary>
internal static class SubmittedVideo
{
    public static YouTubeVideo? OfHtml(string html, PageAddress address, DateTimeOffset now, out ProblemDetails? problem)
    {
        var video = YouTubeReader.ReadHtml(html, now, out var refusal);
        problem = video is null ? ProblemOf(html, refusal) : ProblemOf(video, address);
        return problem is null ? video : null;
    }

    public static YouTubeVideo? OfJson(JsonElement json, PageAddress address, DateTimeOffset now, out ProblemDetails? problem)
    {
        var video = YouTubeReader.ReadJson(Encoding.UTF8.GetBytes(json.GetRawText()), now, out var refusal);
        problem = video is null ? ProblemOf(refusal) : ProblemOf(video, address);
        return problem is null ? video : null;
    }

    private static ProblemDetails ProblemOf(string html, YouTubeRefusal? refusal) => YouTubeReader.PageKindOf(html) switch
    {
        YouTubePageKind.Consent => Problem.NotScorable(new("video-consent-page", "This is YouTube's question about cookies, not the video's page. Answer it in your browser and send the page that follows.")),
        YouTubePageKind.BotCheck => Problem.NotScorable(new("video-bot-check", "This is YouTube's question whether a person reads, not the video's page. Answer it in your browser and send the page that follows.")),
        _ => ProblemOf(refusal),
    };

    private static ProblemDetails ProblemOf(YouTubeRefusal? refusal) => Problem.Submission(refusal switch
    {
        YouTubeRefusal.TooDeep => $"Its JSON is nested deeper than {YouTubeReader.DeepestJson} levels.",
        YouTubeRefusal.TooLong => "It is longer than any page of a video.",
        YouTubeRefusal.NotJson => "Its JSON is broken or cut off.",
        _ => "It holds nothing about a video.",
    });

    private static ProblemDetails? ProblemOf(YouTubeVideo video, PageAddress address)
        => VideoRefusal.Find(video, address) is { } refusal ? Problem.NotScorable(refusal) : null;
}
