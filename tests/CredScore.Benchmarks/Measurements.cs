namespace CredScore.Benchmarks;

/// <summary>The measurements that have a bar, by the names that the command line gives them.</summary>
internal static class Measurements
{
    private static readonly (string Name, Func<BarSheet, Task> Measure)[] All =
    [
        ("wikitext", WikitextMeasurement.RunAsync),
        ("html", HtmlMeasurement.RunAsync),
        ("youtube", YouTubeMeasurement.RunAsync),
        ("model", ModelMeasurement.RunAsync),
        ("service", ServiceMeasurement.RunAsync),
        ("batch", BatchMeasurement.RunAsync),
        ("bulk", BulkMeasurement.RunAsync),
        ("dump", DumpMeasurement.RunAsync),
        ("start", StartMeasurement.RunAsync),
        ("text", TextModelMeasurement.RunAsync),
        ("export", ExportMeasurement.RunAsync),
        ("preview", PreviewMeasurement.RunAsync),
    ];

    /// <summary>Runs what was asked for and prints it. 0 when no bar is missed, 1 when one is, 2 for a name that there is not.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => name is not "all" && All.All(known => known.Name != name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no measurement {unknown}: give all, {string.Join(", ", All.Select(known => known.Name))}, or --filter for BenchmarkDotNet.");
            return 2;
        }

        var sheet = new BarSheet(Console.Out);
        sheet.Begin($"{Environment.ProcessorCount} processors, {Machine.Describe()}");

        foreach (var (name, measure) in All)
        {
            if (names.Contains(name) || names.Contains("all"))
            {
                sheet.Begin(name);
                await measure(sheet);
            }
        }

        return sheet.IsAnyMissed ? 1 : 0;
    }
}
