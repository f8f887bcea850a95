using System.Globalization;
using CredScore.Api.Batches;

namespace CredScore.Api.Console.Results;

/// <summary>What the console says of batches.</summary>
internal static class BatchWords
{
    private static readonly string[] BandOrder = ["strong", "fair", "weak", "insufficient"];

    /// <summary>What rows can be filtered by, and what the filter is called; the first one takes all.</summary>
    public static IReadOnlyList<(string State, string Words)> Filters { get; } = [("", "all"), .. Enum.GetValues<BatchRowState>().Select(state => BatchContext.WordOf(state)).Select(state => (state, Of(state)))];

    public static string Of(string state) => state switch
    {
        "notScorable" => "not scorable",
        "missing" => "no such page",
        "failed" => "given up",
        "duplicate" => "same page again",
        _ => state,
    };

    public static string Title(string state) => state switch
    {
        "running" => "Being scored",
        "paused" => "Paused",
        "done" => "Done",
        "cancelled" => "Cancelled",
        _ => "Could not be listed",
    };

    /// <summary>What can be done with a batch, and what its button says.</summary>
    public static IReadOnlyList<(string Verb, string Word)> Verbs(string state) => state switch
    {
        "running" => [("pause", "Pause"), ("cancel", "Cancel")],
        "paused" => [("resume", "Resume"), ("cancel", "Cancel"), ("delete", "Delete")],
        "cancelled" => [("resume", "Resume"), ("delete", "Delete")],
        _ => [("delete", "Delete")],
    };

    public static string Pace(BatchStatus batch) => (batch.PerMinute, batch.SecondsLeft) switch
    {
        ({ } rate, { } left) => string.Create(CultureInfo.InvariantCulture, $", {rate:0} a minute, about {Span(left)} left"),
        ({ } rate, null) => string.Create(CultureInfo.InvariantCulture, $", {rate:0} a minute, and more are being listed"),
        _ => "",
    };

    public static string Revisions(BatchStatus batch) => batch.Revisions switch
    {
        "atDate" => string.Create(CultureInfo.InvariantCulture, $"of {batch.AsOf:d MMMM yyyy}"),
        "exact" => "as named",
        _ => "latest",
    };

    public static string TypeOf(string fileName) => Path.GetExtension(fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName).ToLowerInvariant() switch
    {
        ".json" => "application/json",
        ".csv" or ".tsv" => "text/csv",
        _ => "text/plain",
    };

    public static IReadOnlyList<(string Label, double Value, string Text)> Bands(BatchSummary summary)
        => [.. BandOrder.Select(band => (band == "insufficient" ? "not enough evidence" : band, (double)summary.Bands.GetValueOrDefault(band), Number(summary.Bands.GetValueOrDefault(band))))];

    public static IReadOnlyList<(string Label, double Value, string Text)> Bands(IReadOnlyDictionary<string, long> bands)
        => [.. BandOrder.Select(band => (band == "insufficient" ? "not enough evidence" : band, (double)bands.GetValueOrDefault(band), bands.GetValueOrDefault(band).ToString("N0", CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<(string Label, double Value, string Text)> Scores(IReadOnlyList<int> scores)
        => [.. scores.Select((count, step) => (string.Create(CultureInfo.InvariantCulture, $"{step * 10} to {(step * 10) + 10}"), (double)count, Number(count)))];

    public static IReadOnlyList<(string Label, double Value, string Text)> Sources(BatchSummary summary)
        => [.. summary.SourceTypes.Select(pair => (pair.Key.Replace('_', ' '), pair.Value, pair.Value.ToString("0.0 %", CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<(string Label, double Value, string Text)> Reasons(BatchSummary summary)
        => [.. summary.Reasons.Select(pair => (pair.Key.Replace('-', ' '), (double)pair.Value, Number(pair.Value)))];

    public static string YearsCaption(BatchSummary summary) => summary.PagesLookedAt < summary.Bands.Values.Sum()
        ? $"Types of sources by the year of their publication, share of the references of {Number(summary.PagesLookedAt.Value)} pages, drawn evenly"
        : "Types of sources by the year of their publication, share of references";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Span(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds"),
        < 5400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes"),
        < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0} days"),
    };
}
