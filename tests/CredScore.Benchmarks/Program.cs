using BenchmarkDotNet.Running;

namespace CredScore.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/CredScore.Benchmarks -- wikitext | html | service | bulk | start | all</c> measures against the bars of
/// docs/performance.md; anything else goes to BenchmarkDotNet: <c>-- --filter '*'</c>.
/// </summary>
internal static class Program
{
    private static readonly (string Name, Func<Bars, Task> Run)[] Sections =
    [
        ("wikitext", WikitextSection.RunAsync),
        ("html", HtmlSection.RunAsync),
        ("service", ServiceSection.RunAsync),
        ("bulk", BulkSection.RunAsync),
        ("start", StartSection.RunAsync),
    ];

    private static async Task<int> Main(string[] args)
    {
        if (args is not [var what] || what.StartsWith('-'))
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
            return 0;
        }

        var bars = new Bars();

        foreach (var section in Sections.Where(section => what == "all" || what == section.Name))
        {
            Console.WriteLine($"\n{section.Name}");
            await section.Run(bars);
        }

        return bars.Close();
    }
}
