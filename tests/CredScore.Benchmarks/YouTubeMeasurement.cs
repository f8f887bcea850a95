using System.Text.Json;
using AngleSharp.Html.Parser;
using CredScore.Scoring.Documents;

namespace CredScore.Benchmarks;

/// <summary>From a watch page to a video, against the HTML parser and the parsing of its two documents alone; and from <c>player</c> and <c>next</c> JSON, against their parsing alone.</summary>
internal static class YouTubeMeasurement
{
    private const double TimesTheParsers = 1.4;
    private const double TimesTheJson = 1.2;
    private const int WarmRounds = 25;
    private const int Rounds = 30;

    // Small inputs are timed together, so that a clock of microseconds is fine enough.
    private const int LengthATiming = 1_000_000;

    public static async Task RunAsync(BarSheet sheet)
    {
        Compare(sheet, "watch pages", TimesTheParsers, [.. YouTubeRecordings.Pages().Select(page => OfPage(page.Name, page.Html))]);
        Compare(sheet, "player and next", TimesTheJson, [.. YouTubeRecordings.Documents().Select(video => OfJson(video.Name, video.Documents))]);
        await Task.CompletedTask;
    }

    // The whole way is measured here: what reads a video now is to assess it, and the bars are then 1.5 and 1.3.
    private static void Judge(YouTubeVideo? video) => _ = video ?? throw new InvalidOperationException("A recording could not be read.");

    private static Timed OfPage(string name, string html)
    {
        var blobs = new[] { YouTubeScript.Player, YouTubeScript.Next }
            .Select(document => YouTubeScript.ValuesOf(html, document).FirstOrDefault(value => value.Length > 2).ToString()).ToList();

        return new Timed(name, html.Length, () => Judge(YouTubeReader.ReadHtml(html)), () =>
        {
            new HtmlParser(HtmlReader.Options).ParseDocument(html);
            blobs.ForEach(ParseText);
        });
    }

    private static Timed OfJson(string name, IReadOnlyList<ReadOnlyMemory<byte>> documents)
        => new(name, documents.Sum(document => document.Length), () => Judge(YouTubeReader.ReadJson(documents)), () =>
        {
            foreach (var document in documents)
            {
                JsonDocument.Parse(document).Dispose();
            }
        });

    private static void ParseText(string json)
    {
        if (json.Length > 0)
        {
            JsonDocument.Parse(json).Dispose();
        }
    }

    private static void Compare(BarSheet sheet, string what, double bar, IReadOnlyList<Timed> inputs)
    {
        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var input in inputs)
            {
                input.Time(isForward: round % 2 == 0, isKept: round >= WarmRounds);
            }
        }

        foreach (var input in inputs)
        {
            sheet.Note(input.Name, input.Read / input.Bare, "times", FormattableString.Invariant($"{input.Read:0.0} ms against {input.Bare:0.0}, {input.Length / 1000:N0} kB"));
        }

        sheet.AtMost($"all {what}, against bare parsing", inputs.Sum(input => input.Read) / inputs.Sum(input => input.Bare), bar, "times");
    }

    /// <summary>An input with its timings in milliseconds.</summary>
    private sealed class Timed(string name, int length, Action read, Action parse)
    {
        private readonly List<double> _read = [];
        private readonly List<double> _bare = [];

        public string Name => name;

        public int Length => length;

        public double Read => Meter.Median(_read);

        public double Bare => Meter.Median(_bare);

        // In turns forward and backward, so that none has always the same before it.
        public void Time(bool isForward, bool isKept)
        {
            (List<double> Times, Action Work)[] timings = [(_bare, parse), (_read, read)];

            foreach (var (times, work) in isForward ? timings : timings.Reverse())
            {
                var repeats = Math.Max(1, LengthATiming / length);
                var time = Meter.Time(() => Repeat(work, repeats));

                if (isKept)
                {
                    times.Add(time / repeats);
                }
            }
        }

        private static void Repeat(Action work, int times)
        {
            for (var i = 0; i < times; i++)
            {
                work();
            }
        }
    }
}
