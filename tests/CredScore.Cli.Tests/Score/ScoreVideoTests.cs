using System.Text.Json;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Assessments;

namespace CredScore.Cli.Tests.Score;

internal sealed class ScoreVideoTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Explains_a_saved_page()
    {
        var run = await CommandRun.Of("score", Videos.Address, "--from", _folder.Write("video.html", Videos.Html()));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Marsh fever explained").And.Contain("Judged as a medical video"));
            Assert.That(run.Output, Does.Contain("Who made it").And.Contain("Example Medicine (@ExampleMedicine)"));
            Assert.That(run.Output, Does.Contain("YouTube says").And.Contain("“From an accredited hospital”"));
            Assert.That(run.Output, Does.Contain("Shown, not scored").And.Contain("1,234,567 views").And.Contain("1,500 subscribers").And.Contain("10:05 long"));
            Assert.That(run.Output, Does.Contain("1:05").And.Contain("who.int"));
            Assert.That(run.Output, Does.Contain("ruleset youtube-medical/"));
        });
    }

    [Test]
    public async Task Puts_several_files_together()
    {
        var player = _folder.Write("player.json", Videos.Player());
        var next = _folder.Write("next.json", Videos.Next());
        var microformat = _folder.Write("microformat.json", Videos.Microformat());
        var alone = await JsonOf("score", Videos.Address, "--json", "--from", player);
        var together = await JsonOf("score", Videos.Address, "--json", "--from", player, "--from", next, "--from", microformat);
        var whole = await JsonOf("score", Videos.Address, "--json", "--from", _folder.Write("whole.json", Videos.Whole()));

        Assert.Multiple(() =>
        {
            Assert.That(alone.Page.Video!.Published, Is.Null);
            Assert.That(together.Page.Video!.Published, Is.EqualTo(new DateOnly(2024, 2, 3)));
            Assert.That(together.Page.Channel!.Handle, Is.EqualTo("@ExampleMedicine"));
            Assert.That(together.Origin, Is.EqualTo(Origin.Submitted));
            Assert.That(together.Page.Key, Is.EqualTo("youtube:c4r3dSc0rE1"));
            Assert.That(whole.Score, Is.EqualTo(together.Score));
            Assert.That(whole.References, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Reads_standard_input()
    {
        var run = await CommandRun.Of(new Surroundings { Input = Videos.Whole() }, "score", "https://youtu.be/" + Videos.Id, "--from", "-");
        Assert.That(run.Output, Does.Contain("Marsh fever explained"), run.Error);
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Keeps_to_the_width_of_the_terminal(int width)
    {
        var run = await CommandRun.Of(new Surroundings { Width = width }, "score", Videos.Address, "--from", _folder.Write("video.html", Videos.Html()));
        Assert.That(run.Output.Split('\n').Select(line => line.TrimEnd('\r').Length), Is.All.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task Never_lets_a_video_drive_the_terminal()
    {
        var hostile = Videos.Player().Replace("Example Medicine", @"\u001b[2J\u202Eenicidem", StringComparison.Ordinal);
        var run = await CommandRun.Of("score", Videos.Address, "--from", _folder.Write("hostile.json", hostile));
        Assert.That(run.Output.Where(c => char.IsControl(c) || c == '\u202E').Distinct(), Is.SubsetOf(new[] { '\n', '\r' }));
    }

    [TestCase("{", 2, "no JSON, or is cut")]
    [TestCase("{}", 2, "holds nothing about a video")]
    [TestCase("[1,2]", 2, "holds nothing about a video")]
    [TestCase("'''Wikitext'''", 2, "give the video's page as one HTML file")]
    [TestCase("<html><body>nothing</body></html>", 2, "holds nothing about a video")]
    [TestCase("<html><body>", 2, "is never closed")]
    [TestCase(Videos.Consent, 2, "question about cookies")]
    [TestCase("{\"playabilityStatus\":" + Videos.Private + ",\"videoDetails\":{\"videoId\":\"c4r3dSc0rE1\"}}", 3, "private")]
    public async Task Says_what_is_wrong_with_a_file(string text, int exitCode, string words)
    {
        var run = await CommandRun.Of("score", Videos.Address, "--from", _folder.Write("bad.txt", text));
        run.AssertExplains(exitCode, words);
    }

    [Test]
    public async Task Refuses_the_page_of_another_video()
    {
        var run = await CommandRun.Of("score", Videos.Address, "--from", _folder.Write("other.json", Videos.Player("c4r3dSc0rE2")));
        run.AssertExplains(ExitCode.BadInput, "another video");
    }

    [Test]
    public async Task Refuses_html_beside_json()
    {
        var run = await CommandRun.Of("score", Videos.Address, "--from", _folder.Write("a.html", Videos.Html()), "--from", _folder.Write("a.json", Videos.Player()));
        run.AssertExplains(ExitCode.BadInput, "one HTML file");
    }

    [TestCase(Videos.Address, "medical", "judges articles")]
    [TestCase(Pages.Address, "youtube-general", "judges videos")]
    public async Task Refuses_a_ruleset_for_other_pages(string address, string ruleset, string words)
    {
        var run = await CommandRun.Of("score", address, "--ruleset", ruleset, "--from", _folder.Write("any.json", Videos.Player()));
        run.AssertExplains(ExitCode.BadInput, words);
    }

    private static async Task<Assessment> JsonOf(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return JsonSerializer.Deserialize(run.Output, AssessmentJson.Instance.Assessment)!;
    }
}
