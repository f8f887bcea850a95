using System.Text.Json;
using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>What the extension's scripts took of a tab's main thread, sampled every tenth of a millisecond. Layout that they force is in it.</summary>
/// <param name="ByFile">Milliseconds by file of the extension.</param>
/// <param name="ByFunction">The same by function, without what it called.</param>
/// <param name="Longest">The longest stretch without a break, in milliseconds.</param>
internal sealed record Profile(IReadOnlyDictionary<string, double> ByFile, IReadOnlyDictionary<string, double> ByFunction, double Longest)
{
    /// <summary>Where the time went, the dearest functions first.</summary>
    public string Dearest => string.Join(", ", ByFunction.OrderByDescending(pair => pair.Value).Take(12).Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value:0.00}")));

    public double Of(string file) => ByFile.GetValueOrDefault(file);

    public override string ToString() => $"{string.Join(", ", ByFile.Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value:0.0} ms")))}; longest stretch {Longest:0.0} ms";

    /// <summary>The run in the middle, by a file's time, with the times of all runs added up by function and divided by their number: one run alone is at the mercy of whoever shares the machine.</summary>
    public static Profile MedianOf(IReadOnlyCollection<Profile> runs, string file)
    {
        var functions = runs.SelectMany(run => run.ByFunction).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(group => group.Key, group => group.Sum() / runs.Count);
        return runs.OrderBy(run => run.Of(file)).ElementAt(runs.Count / 2) with { ByFunction = functions };
    }

    /// <summary>Measures while something happens in the tab, which stays in its process: loading anew, not going elsewhere.</summary>
    public static async Task<Profile> OfAsync(IPage tab, Func<Task> happening)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab);
        await session.SendAsync("Profiler.enable");
        await session.SendAsync("Profiler.setSamplingInterval", new() { ["interval"] = 100 });
        await session.SendAsync("Profiler.start");
        await happening();
        var answer = await session.SendAsync("Profiler.stop");
        await session.DetachAsync();
        return Read(answer!.Value.GetProperty("profile"));
    }

    private static Profile Read(JsonElement profile)
    {
        var nodes = NodesOf(profile);
        var samples = profile.GetProperty("samples").EnumerateArray().Select(sample => nodes[sample.GetInt32()]);
        // A delta leads to its sample: the time belongs to the one before.
        var times = profile.GetProperty("timeDeltas").EnumerateArray().Skip(1).Select(delta => delta.GetDouble() / 1000);
        var (byFile, byFunction) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        var (stretch, longest) = (0.0, 0.0);

        foreach (var ((file, function), time) in samples.Zip(times))
        {
            stretch = file is null ? 0 : stretch + time;
            longest = Math.Max(longest, stretch);

            if (file is not null)
            {
                byFile[file] = byFile.GetValueOrDefault(file) + time;
                byFunction[function] = byFunction.GetValueOrDefault(function) + time;
            }
        }

        return new(byFile, byFunction, longest);
    }

    // What the browser itself does for a function of ours, such as layout or the parsing of a sheet of style, has no file of its own: it is that function's.
    private static Dictionary<int, (string? File, string Function)> NodesOf(JsonElement profile)
    {
        var nodes = profile.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("id").GetInt32(), node => (File: FileOf(node), Function: FunctionOf(node)));

        // A parent comes before its children.
        foreach (var parent in profile.GetProperty("nodes").EnumerateArray().Where(node => node.TryGetProperty("children", out _)))
        {
            var above = nodes[parent.GetProperty("id").GetInt32()];

            foreach (var child in parent.GetProperty("children").EnumerateArray().Select(child => child.GetInt32()).Where(child => above.File is not null && nodes[child].File is null))
            {
                nodes[child] = (above.File, $"{above.Function.Split(" › ")[0]} › {nodes[child].Function}");
            }
        }

        return nodes;
    }

    private static string FunctionOf(JsonElement node)
    {
        var frame = node.GetProperty("callFrame");
        return frame.GetProperty("functionName").GetString() is { Length: > 0 } name ? name : FormattableString.Invariant($"line {frame.GetProperty("lineNumber").GetInt32() + 1}:{frame.GetProperty("columnNumber").GetInt32()}");
    }

    private static string? FileOf(JsonElement node)
    {
        var url = node.GetProperty("callFrame").GetProperty("url").GetString()!;
        return url.StartsWith("chrome-extension://", StringComparison.Ordinal) ? url.Split('/')[^1] : null;
    }
}
