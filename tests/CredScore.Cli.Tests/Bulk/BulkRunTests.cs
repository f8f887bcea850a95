using CredScore.Cli.Bulk;
using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Bulk.Output;
using CredScore.Cli.Tests.Support;
using CredScore.Exports.Columns;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class BulkRunTests
{
    [Test]
    public void Stops_when_the_output_fails()
    {
        var output = new TextOutput(new FullDisk(), new JsonLinesFormat());
        using var run = new BulkRun(Options, output, new());

        Assert.That(() => run.RunAsync(Endless(), CancellationToken.None), Throws.TypeOf<IOException>());
    }

    [Test]
    public async Task Keeps_a_fault_within_its_row()
    {
        using var text = new MemoryStream();
        var tally = new BulkTally();
        var options = Options with { Assess = (page, ruleset) => page.Address.Title == "Fever 2" ? throw new ArithmeticException() : PageScoring.Assess(page, ruleset) };
        using var run = new BulkRun(options, new TextOutput(text, new JsonLinesFormat()), tally);

        var isWhole = await run.RunAsync(Endless().Take(3), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(isWhole, Is.True);
            Assert.That(tally.Of(RowOutcome.Failed), Is.EqualTo(1));
            Assert.That(tally.Rows, Is.EqualTo(3));
            Assert.That(System.Text.Encoding.UTF8.GetString(text.ToArray()).Split('\n')[1], Does.Contain("a fault of credscore itself (ArithmeticException)"));
        });
    }

    [Test]
    public async Task Writes_in_the_order_of_the_input_when_a_later_row_is_ready_first()
    {
        using var text = new MemoryStream();
        using var later = new ManualResetEventSlim();
        var options = Options with { Assess = (page, ruleset) => InOrder(page, ruleset, later) };
        using var run = new BulkRun(options, new TextOutput(text, new CsvFormat(PageColumns.OfBulk(ruleset: null))), new());

        await run.RunAsync(Endless().Take(2), CancellationToken.None);

        Assert.That(System.Text.Encoding.UTF8.GetString(text.ToArray()).Split('\n').Select(line => line.Split(',')[0]).Take(2), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Finishes_what_is_in_flight_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var tally = new BulkTally();
        using var run = new BulkRun(Options, new TextOutput(Stream.Null, new JsonLinesFormat()), tally);

        var isWhole = await run.RunAsync(StopAfter(20, stop), stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(isWhole, Is.False);
            Assert.That(tally.Rows, Is.InRange(20, 22));
        });
    }

    [Test]
    public void Writes_the_rows_before_a_cut_and_then_says_so()
    {
        var tally = new BulkTally();
        using var run = new BulkRun(Options, new TextOutput(Stream.Null, new JsonLinesFormat()), tally);

        Assert.That(() => run.RunAsync(Endless().Take(5).Concat(Cut()), CancellationToken.None), Throws.TypeOf<CutInputException>());
        Assert.That(tally.Rows, Is.EqualTo(5));
    }

    [TestCase(0, 0.0, 10, "0 rows · 0 a second · 0 %")]
    [TestCase(500, 0.25, 10, "500 rows · 50 a second · 25 % · 0:30 left")]
    [TestCase(720_000, 0.5, 7200, "720,000 rows · 100 a second · 50 % · 2:00:00 left")]
    [TestCase(10, 1.0, 10, "10 rows · 1 a second · 100 %")]
    public void Says_how_far_it_is(long rows, double share, int seconds, string line)
        => Assert.That(ProgressLine.Describe(rows, share, TimeSpan.FromSeconds(seconds)), Is.EqualTo(line));

    [Test]
    public void Says_that_a_disk_is_full_in_words()
        => Assert.That(Sentence.Of(new IOException("No space left on device", 28)), Is.EqualTo("the disk is full."));

    private static BulkOptions Options => new() { Input = "in", Output = "out", Workers = 2 };

    // The first row is done only when the second is.
    private static Assessment InOrder(PageText page, Ruleset? ruleset, ManualResetEventSlim later)
    {
        var assessment = PageScoring.Assess(page, ruleset);

        if (page.Address.Title == "Fever 2")
        {
            later.Set();
        }
        else
        {
            later.Wait();
        }

        return assessment;
    }

    private static IEnumerable<InputRow> Cut() => Enumerable.Range(0, 1).Select<int, InputRow>(_ => throw new CutInputException("after 5 rows"));

    private static IEnumerable<InputRow> StopAfter(int rows, CancellationTokenSource stop)
    {
        foreach (var (index, row) in Endless().Index())
        {
            if (index == rows)
            {
                stop.Cancel();
            }

            yield return row;
        }
    }

    private static IEnumerable<InputRow> Endless()
    {
        for (var id = 1; ; id++)
        {
            yield return new DumpRow(new PageRow { Id = new($"{id}", IsNumber: true), Title = $"Fever {id}", Text = Pages.Wikitext, Format = DocumentFormat.Wikitext });
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", 28);
    }
}
