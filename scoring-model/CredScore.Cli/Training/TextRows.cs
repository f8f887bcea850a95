using System.Net;
using System.Text.Json;
using CredScore.Scoring.Model;
using CsvHelper;

namespace CredScore.Cli.Training;

/// <summary>A video or channel that somebody labelled.</summary>
/// <param name="Topic">What it was found under: <c>vaccines</c>, <c>covid</c> …</param>
/// <param name="Label">1 promotes misinformation, −1 debunks it, 0 neither. For channels 1 institution, −1 none.</param>
/// <param name="Text">What a model may read.</param>
internal sealed record TextRow(string Topic, int Label, TextInput Text)
{
    /// <summary>Rows that share a channel, a title or a description are never parted between training and test; see <see cref="TextGroups"/>.</summary>
    public int Group { get; init; } = -1;
}

/// <summary>Reads the labelled sets. None of their texts reaches a file of ours.</summary>
internal static class TextRows
{
    public const string Covid = "covid";
    public const string Vaccines = "vaccines";
    public const string Channels = "channels";

    private const string AuditFile = "misinformation-audit-2020.csv";
    private const string CovidFile = "covid-audit-geo.csv";
    private const string ChannelFile = "french-science-channels.csv";
    private const string Irrelevant = "5";

    /// <summary>Videos on five topics, read by people. Those that reviewers found irrelevant are left out.</summary>
    public static IReadOnlyList<TextRow> ReadAudit(string folder) => ReadRows(folder, AuditFile, ["topic", "aria-label", "description", "vid_title", "annotation", "normalized_annotation"], csv =>
    {
        // A playlist or channel among the results has no "by"; it is no video.
        var title = Clean(csv.GetString("vid_title"));

        return csv.GetString("annotation").Trim() is Irrelevant || TextAriaLabel.ChannelIn(Clean(csv.GetString("aria-label")), title) is not { } channel
            ? null
            : new(csv.GetString("topic"), ReadPolarity(csv, "normalized_annotation"), new(title, Clean(csv.GetString("description")), channel));
    });

    /// <summary>Videos on COVID-19 with weak labels: a third by people, the others by a classifier, and which is not known.</summary>
    public static IReadOnlyList<TextRow> ReadCovid(string folder) => ReadRows(folder, CovidFile, ["title", "channel", "annotation"], csv =>
        new(Covid, ReadPolarity(csv, "annotation"), new(Clean(csv.GetString("title")), null, Clean(csv.GetString("channel")))));

    /// <summary>French channels about science, institution or not. The name is read as a title: it is what is judged.</summary>
    public static IReadOnlyList<TextRow> ReadChannels(string folder) => ReadRows(folder, ChannelFile, ["category", "channel_name", "channel_description"], csv =>
        new(Channels, csv.GetString("category") == "Institution" ? 1 : -1, new(Clean(csv.GetString("channel_name")), Clean(csv.GetString("channel_description")), null)));

    /// <summary>Names of channels that YouTube lists as health sources, English ones among them; null where the list is not beside the labelled videos.</summary>
    public static IReadOnlyList<string>? ReadHealthSources(string folder)
    {
        var path = Path.Combine(folder, "..", "health-source-channels.json");

        if (!File.Exists(path))
        {
            return null;
        }

        using var list = JsonDocument.Parse(File.ReadAllText(path));
        return [.. list.RootElement.EnumerateArray().Select(channel => channel.GetProperty("name").GetString() ?? string.Empty)];
    }

    private static List<TextRow> ReadRows(string folder, string name, string[] columns, Func<CsvReader, TextRow?> read)
    {
        var path = Path.Combine(folder, name);

        if (!File.Exists(path))
        {
            throw CommandFailure.BadInput($"There is no {name} in {folder}: --data names the folder of the labelled videos.");
        }

        try
        {
            using var csv = CsvReader.FromFile(path);
            csv.ReadHeader();
            Require(name, columns, csv.Headers);
            return [.. Enumerate(csv, read)];
        }
        catch (CsvFormatException fault)
        {
            throw CommandFailure.BadInput($"{name} is no table that can be read: {fault.Message}", fault);
        }
    }

    private static IEnumerable<TextRow> Enumerate(CsvReader csv, Func<CsvReader, TextRow?> read)
    {
        while (csv.Read())
        {
            if (read(csv) is { } row)
            {
                yield return row;
            }
        }
    }

    private static void Require(string name, string[] columns, IEnumerable<string> header)
    {
        if (columns.Except(header, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            throw CommandFailure.BadInput($"{name} has no column {string.Join(", ", missing)}.");
        }
    }

    private static int ReadPolarity(CsvReader csv, string column) => csv.GetString(column).Trim() switch
    {
        "1" => 1,
        "0" => 0,
        "-1" => -1,
        var other => throw CommandFailure.BadInput($"Row {csv.RowNumber} has the label “{other}”; known are 1, 0 and -1."),
    };

    // The files carry what a spreadsheet and a browser did to the texts.
    private static string Clean(string? text) => WebUtility.HtmlDecode((text ?? string.Empty).Replace("_x000D_", string.Empty, StringComparison.Ordinal)).Trim();
}
