using CredScore.Cli.Bulk;
using CredScore.Cli.Tests.Support;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class ResumeTests
{
    private static readonly string[] Lines = [.. Enumerable.Range(1, 50).Select(id => id % 9 == 0 ? $$"""{"id":"a,\"{{id}}\n\""}""" : Pages.Line(id, $"Fever {id}"))];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _folder.WriteLines("in.jsonl", Lines);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("out.jsonl")]
    [TestCase("out.csv")]
    public async Task Goes_on_behind_the_last_whole_row(string name)
    {
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder[name]);
        var whole = await File.ReadAllBytesAsync(_folder[name]);
        File.Delete(_folder[name]);

        foreach (var cut in new[] { 0, 1, 100, whole.Length / 3, whole.Length / 2, whole.Length - 1, whole.Length })
        {
            _folder.Write(name + ".part", whole.AsSpan(..cut));

            var run = await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder[name], "--resume");

            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(await File.ReadAllBytesAsync(_folder[name]), Is.EqualTo(whole), $"Cut at byte {cut}.");
            File.Delete(_folder[name]);
        }
    }

    [Test]
    public async Task Finishes_what_is_in_flight_when_interrupted_and_can_go_on()
    {
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["whole.jsonl"]);
        using var stop = new CancellationTokenSource();

        var interrupted = await RunJobAsync(stop, rows: 5);

        Assert.That(interrupted.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(interrupted.Error, Does.Contain("Interrupted.").And.Contain("whole rows stand in").And.Contain("--resume"));
        Assert.That(_folder.Has("out.jsonl"), Is.False);
        Assert.That(_folder.Lines("out.jsonl.part").Length, Is.InRange(5, 49));

        var resumed = await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"], "--resume");

        Assert.That(resumed.Output, Does.Contain("rows stood there before"));
        Assert.That(await File.ReadAllBytesAsync(_folder["out.jsonl"]), Is.EqualTo(await File.ReadAllBytesAsync(_folder["whole.jsonl"])));
    }

    [Test]
    public async Task Goes_on_when_the_rest_of_a_cut_input_has_come()
    {
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["whole.jsonl"]);
        var all = await File.ReadAllBytesAsync(_folder["in.jsonl"]);
        _folder.Write("in.jsonl", all.AsSpan(..(all.Length / 2)));

        (await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"])).AssertExplains(2, "in the middle of line");
        _folder.Write("in.jsonl", all);
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"], "--resume");

        Assert.That(await File.ReadAllBytesAsync(_folder["out.jsonl"]), Is.EqualTo(await File.ReadAllBytesAsync(_folder["whole.jsonl"])));
    }

    [Test]
    public async Task Never_throws_away_rows_unasked()
    {
        _folder.WriteLines("out.jsonl.part", "{}", "{}");

        (await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"])).AssertExplains(2, "holds 2 rows");
        Assert.That(_folder.Lines("out.jsonl.part"), Has.Length.EqualTo(2));
    }

    [TestCase("out.parquet")]
    [TestCase("out.jsonl.gz")]
    public async Task Says_which_outputs_cannot_be_gone_on_with(string name)
        => (await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder[name], "--resume")).AssertExplains(2, ".jsonl or .csv");

    [Test]
    public async Task Refuses_a_part_with_other_columns()
    {
        _folder.WriteLines("out.csv.part", "id,mark", "1,2", new string('x', 10_000));

        (await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.csv"], "--resume")).AssertExplains(2, "other columns");
        Assert.That(_folder.Lines("out.csv.part"), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Refuses_a_part_with_more_rows_than_the_input()
    {
        _folder.WriteLines("out.jsonl.part", [.. Enumerable.Repeat("{}", 51)]);

        (await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"], "--resume")).AssertExplains(2, "another input");
    }

    [Test]
    public async Task Has_nothing_to_do_when_the_output_is_whole()
    {
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"]);

        var run = await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.jsonl"], "--resume");

        Assert.That(run, Has.Property("ExitCode").Zero.And.Property("Output").Contains("nothing to resume"));
    }

    private async Task<CommandRun> RunJobAsync(CancellationTokenSource stop, int rows)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var assessed = 0;
        var options = new BulkOptions
        {
            Input = _folder["in.jsonl"],
            Output = _folder["out.jsonl"],
            Workers = 1,
            Assess = (page, ruleset) =>
            {
                if (++assessed == rows)
                {
                    stop.Cancel();
                }

                return PageScoring.Assess(page, ruleset);
            },
        };

        return new(await new BulkJob(options, new Surroundings().ToTerminal(output, error)).RunAsync(stop.Token), output.ToString(), error.ToString());
    }
}
