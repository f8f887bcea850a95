using System.Globalization;
using System.Text.RegularExpressions;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>A video of an audit with what its annotators said: 1 it promotes misinformation, 0 neither, −1 it debunks or opposes it.</summary>
internal sealed record AuditedVideo(string Topic, int Stance, YouTubeVideo Video);

/// <summary>The labelled sets of videos beside the repository; a test that asks for one where there is none is skipped.</summary>
internal static partial class AuditedVideos
{
    // The pages were looked up within a year of these days; the sets give ages of videos in whole years.
    private static readonly DateTimeOffset AuditOf2020 = new(2019, 7, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AuditOfCovid = new(2022, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Hussein, Juneja and Mitra 2020 (doi 10.1145/3392854): title, description and channel of videos on five topics, without those marked irrelevant.</summary>
    public static List<AuditedVideo> OfFiveTopics()
        => [.. Csv.ReadNamed(File.ReadAllText(SharedData.Find("youtube/labelled/misinformation-audit-2020.csv")))
            .Where(row => row["annotation"] != "5" && int.TryParse(row["normalized_annotation"], CultureInfo.InvariantCulture, out _))
            .Select(row => new AuditedVideo(row["topic"], int.Parse(row["normalized_annotation"], CultureInfo.InvariantCulture), Read(row)))];

    /// <summary>Videos on COVID-19 by title and channel; two thirds of the labels come from a classifier.</summary>
    public static List<AuditedVideo> OfCovid()
        => [.. Csv.ReadNamed(File.ReadAllText(SharedData.Find("youtube/labelled/covid-audit-geo.csv")))
            .Select(row => new AuditedVideo("covid", int.Parse(row["annotation"], CultureInfo.InvariantCulture), new()
            {
                Id = row["video_id"],
                Title = row["title"],
                Channel = new() { Name = row["channel"], Handle = row["channel_url"].StartsWith("youtube.com/@", StringComparison.Ordinal) ? row["channel_url"]["youtube.com/".Length..] : null },
                Published = PublishedBefore(row["published"], AuditOfCovid),
                FetchedAt = AuditOfCovid,
            }))];

    // "TITLE by CHANNEL 9 years ago 8 minutes, 10 seconds 593,070 views"; the title may hold " by " itself.
    private static YouTubeVideo Read(Dictionary<string, string> row)
    {
        var (title, label) = (row["vid_title"], row["aria-label"]);
        var rest = label.StartsWith(title, StringComparison.Ordinal) ? label[title.Length..] : label;
        var channel = ChannelAndAge().Match(rest);

        return new()
        {
            Id = row["vid_url"][^11..],
            Title = title,
            Description = row["description"],
            Channel = channel.Success ? new() { Name = channel.Groups["channel"].Value } : null,
            Published = PublishedBefore(channel.Groups["age"].Value, AuditOf2020),
            LengthSeconds = SecondsOf(row["duration"]),
            FetchedAt = AuditOf2020,
        };
    }

    private static DateOnly? PublishedBefore(string age, DateTimeOffset now)
    {
        var match = Age().Match(age);

        if (!match.Success)
        {
            return null;
        }

        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        var days = match.Groups["unit"].Value switch { "year" => 365.25, "month" => 30.4, "week" => 7, _ => 1 };
        return DateOnly.FromDateTime(now.AddDays(-count * days).UtcDateTime);
    }

    private static int? SecondsOf(string duration)
        => int.TryParse(duration, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    [GeneratedRegex(@" by (?<channel>.+?) (?<age>(?:Streamed )?\d+ (?:year|month|week|day|hour|minute)s? ago)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelAndAge();

    [GeneratedRegex(@"(?<count>\d+) (?<unit>year|month|week|day|hour|minute)s? ago", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Age();
}
