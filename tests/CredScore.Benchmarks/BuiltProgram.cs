using System.Diagnostics;

namespace CredScore.Benchmarks;

/// <summary>One of our programs as it was built, run as a process of its own.</summary>
internal static class BuiltProgram
{
    public static readonly string Service = PathOf("CredScore.Api", "CredScore.Api.dll");
    public static readonly string CommandLine = PathOf("CredScore.Cli", "credscore.dll");

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static Process Start(string program, IEnumerable<string> arguments)
        => Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        })!;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Run> RunAsync(string program, params string[] arguments)
    {
        var machine = new Machine();
        var started = Stopwatch.GetTimestamp();
        using var process = Start(program, arguments);
        var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (peak, processor) = (0L, TimeSpan.Zero);

        while (!process.HasExited)
        {
            (peak, processor) = (Math.Max(peak, PeakOf(process)), ProcessorTimeOf(process, processor));
            await Task.Delay(Look);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var text = string.Concat(await texts);

        return process.ExitCode == 0
            ? new(elapsed, processor, peak, machine.TakenByOthers(processor), text.Trim())
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}: {text}");
    }

    // Each from the folder that it is built into: there it is as its users have it, compiled ahead of time.
    private static string PathOf(string project, string program)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, program));
    }

    // A process may end between two looks at it.
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static TimeSpan ProcessorTimeOf(Process process, TimeSpan before)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return before;
        }
    }

    /// <param name="Elapsed">From start to end.</param>
    /// <param name="Processor">Processor time at the last look.</param>
    /// <param name="PeakBytes">Largest memory at the last look.</param>
    /// <param name="TakenByOthers">Processors that other programs took meanwhile; null where the system does not tell.</param>
    /// <param name="Text">What it printed.</param>
    public sealed record Run(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes, double? TakenByOthers, string Text);
}
