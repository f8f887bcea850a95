using System.Text.Json;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Assessments;

namespace CredScore.Cli.Tests.Score;

internal sealed class ScoreCommandTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Explains_the_score_of_a_wikitext_file()
    {
        var run = await CommandRun.Of("score", Pages.Address, "--from", _folder.Write("fever.wiki", Pages.Wikitext));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Marsh fever").And.Contain("confidence").And.Contain("What it cites: 2 references"));
            Assert.That(run.Output, Does.Contain("does not check facts"));
            Assert.That(run.Output, Does.Contain("ruleset ").And.Contain("scorer "));
            Assert.That(run.Output, Does.Not.Contain("\u001b"), "No colours where nobody sees them.");
        });
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Keeps_to_the_width_of_the_terminal(int width)
    {
        var run = await CommandRun.Of(new Surroundings { Width = width }, "score", Pages.Address, "--from", _folder.Write("fever.wiki", Pages.Wikitext));

        Assert.That(run.Output.Split('\n').Select(line => line.TrimEnd('\r').Length), Is.All.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task Colours_what_a_person_sees()
    {
        var run = await CommandRun.Of(new Surroundings { IsColoured = true }, "score", Pages.Address, "--from", _folder.Write("fever.wiki", Pages.Wikitext));

        Assert.That(run.Output, Does.Contain("\u001b["));
    }

    [Test]
    public async Task Never_lets_a_page_drive_the_terminal()
    {
        var hostile = Pages.Wikitext.Replace("|title=Fevers", "|title=\u001b[2J\u001b]0;gone\u0007Fevers \u202Etxt", StringComparison.Ordinal);

        var run = await CommandRun.Of("score", Pages.Address, "--from", _folder.Write("hostile.wiki", hostile));

        Assert.That(run.Output.Where(c => char.IsControl(c) || c == '\u202E').Distinct(), Is.SubsetOf(new[] { '\n', '\r' }));
    }

    [Test]
    public async Task Predicts_for_the_natural_mix_of_grades_on_demand()
    {
        var file = _folder.Write("fever.wiki", Pages.Wikitext);
        var (even, natural) = (await AssessAsync("even"), await AssessAsync("natural"));

        Assert.That(natural.Prediction!.Probabilities["stub"], Is.GreaterThan(even.Prediction!.Probabilities["stub"]));
        Assert.That(natural.Score, Is.EqualTo(even.Score));
        Assert.That((await CommandRun.Of("score", Pages.Address, "--from", file, "--class-mix", "odd")).ExitCode, Is.EqualTo(2));

        async Task<Assessment> AssessAsync(string mix)
            => JsonSerializer.Deserialize((await CommandRun.Of("score", Pages.Address, "--json", "--from", file, "--class-mix", mix)).Output, AssessmentJson.Instance.Assessment)!;
    }

    [Test]
    public async Task Answers_with_the_contracts_json_and_nothing_else()
    {
        var run = await CommandRun.Of("score", Pages.Address, "--json", "--from", _folder.Write("fever.wiki", Pages.Wikitext));
        var assessment = JsonSerializer.Deserialize(run.Output, AssessmentJson.Instance.Assessment)!;

        Assert.Multiple(() =>
        {
            Assert.That(run.Output.TrimEnd(), Is.EqualTo(JsonSerializer.Serialize(assessment, AssessmentJson.Instance.Assessment)));
            Assert.That(assessment.Page.Key, Is.EqualTo("wikipedia:en:Marsh fever"));
            Assert.That(assessment.Origin, Is.EqualTo(Origin.Submitted));
            Assert.That(assessment.References, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Reads_the_page_from_standard_input()
    {
        var run = await CommandRun.Of(new Surroundings { Input = Pages.Wikitext }, "score", Pages.Address, "--from", "-");

        Assert.That(run.Output, Does.Contain("Marsh fever"), run.Error);
    }

    [Test]
    public async Task Scores_by_the_ruleset_that_is_named()
    {
        var run = await CommandRun.Of("score", Pages.Address, "--json", "--ruleset", "medical", "--from", _folder.Write("fever.wiki", Pages.Wikitext));

        Assert.That(JsonSerializer.Deserialize(run.Output, AssessmentJson.Instance.Assessment)!.Versions.Ruleset, Does.StartWith("medical/"));
    }

    [TestCase("", 2, "no address")]
    [TestCase("fever", 2, "address")]
    [TestCase("https://example.org/fever", 3, "another site")]
    [TestCase("https://en.wikipedia.org.evil.example/wiki/Fever", 3, "another site")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Fever", 3, "discussion")]
    [TestCase("https://www.youtube.com/watch?v=short", 3, "does not lead to a video")]
    [TestCase("https://www.youtube.com/@somebody", 3, "This is a channel")]
    public async Task Refuses_an_address_that_it_cannot_score(string address, int exitCode, string words)
        => (await CommandRun.Of("score", address, "--from", _folder.Write("fever.wiki", Pages.Wikitext))).AssertExplains(exitCode, words);

    [Test]
    public async Task Refuses_a_file_that_is_not_there()
        => (await CommandRun.Of("score", Pages.Address, "--from", _folder["nowhere.wiki"])).AssertExplains(2, "there is no such file");

    [Test]
    public async Task Refuses_a_folder_in_place_of_a_file()
        => (await CommandRun.Of("score", Pages.Address, "--from", Path.GetTempPath())).AssertExplains(2, "could not be read");

    [Test]
    public async Task Refuses_two_files_for_one_article()
    {
        var file = _folder.Write("fever.wiki", Pages.Wikitext);

        (await CommandRun.Of("score", Pages.Address, "--from", file, "--from", file)).AssertExplains(2, "one file");
    }

    [TestCase("strict", "no ruleset named strict")]
    [TestCase("nowhere.json", "there is no such file")]
    public async Task Refuses_a_ruleset_that_is_not_there(string ruleset, string words)
        => (await CommandRun.Of("score", Pages.Address, "--ruleset", ruleset, "--from", "-")).AssertExplains(2, words);

    [Test]
    public async Task Names_the_faults_of_a_ruleset_file()
    {
        var file = _folder.Write("mine.json", """{ "id": "mine", "version": 1, "criteria": 3 }""");

        (await CommandRun.Of("score", Pages.Address, "--ruleset", file, "--from", "-")).AssertExplains(2, "is no ruleset: $");
    }

    [TestCase]
    [TestCase("score")]
    [TestCase("score", Pages.Address, "--colour")]
    [TestCase("rate", Pages.Address)]
    public async Task Says_where_help_is_when_the_command_is_wrong(params string[] args)
        => Assert.That(await CommandRun.Of(args), Has.Property("ExitCode").EqualTo(2).And.Property("Error").Contains("--help"));

    [Test]
    public async Task Documents_its_exit_codes()
    {
        var run = await CommandRun.Of("score", "--help");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("0 scored, 2 bad input, 3 not scorable, 4 Wikipedia or YouTube failed to answer"));
    }
}
