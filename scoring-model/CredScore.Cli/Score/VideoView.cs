using System.Globalization;
using CredScore.Scoring.Assessments;
using Spectre.Console;

namespace CredScore.Cli.Score;

/// <summary>What only videos have: who made it and how we know, what YouTube says beside it, and the numbers that are shown and never scored.</summary>
internal static class VideoView
{
    private const int NameColumn = 24;
    private const int TimeColumn = 14;

    // A description can name hundreds; the JSON has them all.
    private const int MostReferences = 40;

    public static void Write(IAnsiConsole console, PageSummary page)
    {
        if (page.Channel is { } channel)
        {
            var handle = channel.Handle is { } known ? $" ({known})" : string.Empty;
            console.WriteLine();
            WriteRow(console, "Who made it", $"{channel.Name ?? "not known"}{handle}: {SourceWords.Of(channel.Kind)}", "bold");
            WriteRow(console, string.Empty, channel.Why, "grey");
        }

        if (page.Video is { } video)
        {
            foreach (var panel in video.Panels)
            {
                WriteRow(console, "YouTube says", $"“{panel}”");
            }

            WriteRow(console, "Shown, not scored", string.Join(" · ", Facts(video)));
        }
    }

    public static void WriteReferences(IAnsiConsole console, IReadOnlyList<ReferenceSummary> references)
    {
        foreach (var reference in references.Take(MostReferences))
        {
            var time = reference.At is { } at ? Time(at) : "·";
            var place = (reference.Doi, reference.Pmid, reference.Host) switch
            {
                ({ } doi, _, _) => $" doi:{doi}",
                (_, { } pmid, _) => $" PMID {pmid}",
                (_, _, { } host) => $" {host}",
                _ => string.Empty,
            };
            console.Write(AssessmentView.Row(TimeColumn, AssessmentView.Cell(time, alignRight: true), AssessmentView.Cell($"{reference.Title} [{SourceWords.Of(reference.SourceType)}]{place}".TrimStart())));
        }

        if (references.Count > MostReferences)
        {
            console.Write(AssessmentView.Line($"and {references.Count - MostReferences} more", "grey"));
        }
    }

    private static void WriteRow(IAnsiConsole console, string name, string text, string style = "default")
        => console.Write(AssessmentView.Row(NameColumn, AssessmentView.Cell(name, style), AssessmentView.Cell(text, style)));

    private static IEnumerable<string> Facts(VideoSummary video)
    {
        string?[] facts =
        [
            video.Published is { } day ? $"published {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : null,
            video.LengthSeconds is { } length ? $"{Time(length)} long" : null,
            video.Category,
            Count(video.Views, "views"),
            Count(video.Likes, "likes"),
            Count(video.Subscribers, "subscribers"),
            video.Licence,
            video.IsLive == true ? "live now" : null,
        ];
        return facts.Any(fact => fact is not null) ? facts.OfType<string>() : ["nothing is known"];
    }

    private static string? Count(long? count, string what) => count is { } known ? $"{known.ToString("N0", CultureInfo.InvariantCulture)} {what}" : null;

    private static string Time(int seconds) => TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
