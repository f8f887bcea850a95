using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>
/// What a load of a page cost its main thread because of our script, from a trace of the browser, in processor time: compiling and evaluating it, calling its functions, and the microtasks of the tab, layout that
/// any of these force included. Time in which others had the processor is not in it; the page's own functions are left out.
/// </summary>
/// <param name="Evaluating">Milliseconds of compiling and of the first run.</param>
/// <param name="UntilPlaced">Milliseconds from the start until the badge stood in its place.</param>
/// <param name="UntilAnswered">The same until it showed the answer.</param>
/// <param name="Marking">Milliseconds from then until the references were marked, loading of what marks them included; zero where that was not waited for.</param>
/// <param name="Pieces">What these consist of, in their order.</param>
internal sealed record MainThreadWork(double Evaluating, double UntilPlaced, double UntilAnswered, double Marking, IReadOnlyList<string> Pieces)
{
    // The page tells when it first saw the badge in its place and with an answer: the marks are its own and cost us nothing.
    private const string Watch = """
        {
          const tell = (name, selector) => {
            if (document.querySelector(selector) !== null && performance.getEntriesByName(name).length === 0) {
              performance.mark(name);
              console.debug(name);
            }
          };
          new MutationObserver(() => {
            tell("badge-placed", "credscore-badge[data-placed]");
            tell("badge-answered", "credscore-badge[data-placed][data-state=scored]");
            tell("references-marked", "credscore-strip");
          }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-placed", "data-state"] });
        }
        """;

    private const string Answered = "badge-answered";
    private const string Marked = "references-marked";

    private static readonly string[] _kinds = ["EvaluateScript", "v8.compile", "v8.compileModule", "v8.evaluateModule", "FunctionCall", "RunMicrotasks"];

    public override string ToString() => FormattableString.Invariant($"{UntilPlaced:0.0} ms until the badge stood in its place, {UntilAnswered:0.0} ms until it showed the answer, {Evaluating:0.0} ms of these for compiling and evaluating");

    public static async Task PrepareAsync(IPage tab) => await tab.AddInitScriptAsync(Watch);

    public static MainThreadWork MedianOf(IReadOnlyCollection<MainThreadWork> runs) => runs.OrderBy(run => run.UntilAnswered).ElementAt(runs.Count / 2) with
    {
        Evaluating = Middle(runs.Select(run => run.Evaluating)),
        UntilPlaced = Middle(runs.Select(run => run.UntilPlaced)),
    };

    /// <summary>Loads a prepared tab anew and waits until the badge shows the answer.</summary>
    public static Task LoadAsync(IPage tab) => LoadUntilAsync(tab, Answered);

    /// <param name="tab">A tab that was prepared.</param>
    /// <param name="hasMarks">Whether to wait until the page's references are marked.</param>
    public static async Task<MainThreadWork> OfAsync(IPage tab, bool hasMarks = false)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab);
        var (events, isDone) = (new ConcurrentQueue<JsonElement>(), new TaskCompletionSource());
        session.Event("Tracing.dataCollected").OnEvent += (_, answer) => answer?.GetProperty("value").EnumerateArray().ToList().ForEach(events.Enqueue);
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => isDone.TrySetResult();
        await session.SendAsync("Tracing.start", new() { ["transferMode"] = "ReportEvents", ["categories"] = "-*,devtools.timeline,v8,v8.execute,blink.user_timing" });
        await LoadUntilAsync(tab, hasMarks ? Marked : Answered);
        await session.SendAsync("Tracing.end");
        await isDone.Task.WaitAsync(TimeSpan.FromMilliseconds(BrowserTests.Patience));
        await session.DetachAsync();
        return Read([.. events]);
    }

    // Without a question to the tab: those would be work in it too.
    private static async Task LoadUntilAsync(IPage tab, string mark)
    {
        var seen = tab.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text == mark });
        await tab.ReloadAsync();
        await seen;
    }

    private static MainThreadWork Read(IReadOnlyCollection<JsonElement> events)
    {
        var first = events.First(item => Named(item, "EvaluateScript") && IsOurs(item));
        var pieces = events.Where(item => _kinds.Contains(item.GetProperty("name").GetString()) && item.TryGetProperty("tdur", out _) && Thread(item) == Thread(first)).OrderBy(Start).ToList();
        var ours = Outermost(pieces.Where(item => IsOurs(item) || Named(item, "RunMicrotasks"))).Where(item => Start(item) >= Start(first)).ToList();
        var (placed, answered, marked) = (MarkOf("badge-placed"), MarkOf(Answered), MarkOf(Marked));

        return new(
            Sum(ours.Where(item => Named(item, "EvaluateScript"))), Sum(ours.Where(item => Start(item) <= placed)), Sum(ours.Where(item => Start(item) <= answered)),
            Sum(ours.Where(item => Start(item) > answered && Start(item) <= marked)),
            [.. ours.Where(item => Start(item) <= answered).Select(item => FormattableString.Invariant($"{item.GetProperty("name").GetString()}{(Start(item) > placed ? " (placed)" : "")} {Sum([item]):0.00}"))]);

        double MarkOf(string name) => events.Where(item => Named(item, name)).Select(Start).DefaultIfEmpty(double.NaN).Min();

        double Sum(IEnumerable<JsonElement> items) => items.Sum(item => Processor(item) - pieces.Where(other => IsThePages(other) && IsInside(other, item)).Sum(Processor)) / 1000;
    }

    // A function may be called while microtasks run, and the other way round: each stretch counts once.
    private static IEnumerable<JsonElement> Outermost(IEnumerable<JsonElement> pieces)
    {
        var end = double.MinValue;

        foreach (var piece in pieces)
        {
            if (Start(piece) >= end)
            {
                end = Start(piece) + piece.GetProperty("dur").GetDouble();
                yield return piece;
            }
        }
    }

    private static bool IsInside(JsonElement inner, JsonElement outer) => Start(inner) >= Start(outer) && Start(inner) < Start(outer) + outer.GetProperty("dur").GetDouble();

    private static bool IsOurs(JsonElement item) => UrlOf(item).StartsWith("chrome-extension://", StringComparison.Ordinal);

    private static bool IsThePages(JsonElement item) => Named(item, "FunctionCall") && !IsOurs(item);

    private static string UrlOf(JsonElement item)
    {
        var arguments = item.GetProperty("args");
        return (arguments.TryGetProperty("data", out var data) && data.TryGetProperty("url", out var url) || arguments.TryGetProperty("fileName", out url) ? url.GetString() : null) ?? string.Empty;
    }

    private static bool Named(JsonElement item, string name) => item.GetProperty("name").GetString() == name;

    private static (int Process, int Thread) Thread(JsonElement item) => (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32());

    private static double Start(JsonElement item) => item.GetProperty("ts").GetDouble();

    private static double Processor(JsonElement item) => item.GetProperty("tdur").GetDouble();

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
