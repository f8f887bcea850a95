using CredScore.Cli.Tests.Support;
using CredScore.Cli.Upstream;

namespace CredScore.Cli.Tests.Upstream;

/// <summary>The whole command against a server on this machine.</summary>
internal sealed class YouTubeClientTests
{
    [Test]
    public async Task Fetches_the_watch_page_and_says_who_asks()
    {
        await using var server = new LoopbackWiki();
        server.Answers(Videos.Html());
        var run = await CommandRun.Of("score", "https://youtu.be/c4r3dSc0rE1?si=tracking", "--upstream", server.Address, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("\"origin\":\"fetched\""));
        Assert.That(server.Requests.Single().PathAndQuery, Is.EqualTo("/watch?v=c4r3dSc0rE1&hl=en"));
        Assert.That(server.Agents.Single(), Does.StartWith("CredScore/"));
    }

    [Test]
    public async Task Finds_the_server_in_the_environment()
    {
        await using var server = new LoopbackWiki();
        server.Answers(Videos.Html());
        var run = await CommandRun.Of(new Surroundings { Environment = { [YouTubeOptions.AddressVariable] = server.Address } }, "score", Videos.Address);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [TestCase(Videos.Private, ExitCode.NotScorable, "private")]
    [TestCase(Videos.Removed, ExitCode.NotScorable, "no longer there")]
    [TestCase(Videos.BotCheck, ExitCode.UpstreamFailed, "proof that a person reads")]
    public async Task Understands_refusals(string status, int exitCode, string words)
    {
        await using var server = new LoopbackWiki();
        server.Answers(Videos.Refused(status));
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(exitCode, words);
    }

    [TestCase(Videos.Consent, "consent to cookies")]
    [TestCase("<html><body>A hotel's network</body></html>", "no page of a video")]
    public async Task Knows_what_is_no_page_of_a_video(string html, string words)
    {
        await using var server = new LoopbackWiki();
        server.Answers(html);
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(ExitCode.UpstreamFailed, words);
    }

    [Test]
    public async Task Refuses_the_page_of_another_video()
    {
        await using var server = new LoopbackWiki();
        server.Answers(Videos.Html("c4r3dSc0rE2"));
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(ExitCode.UpstreamFailed, "another video");
    }

    [TestCase("https://consent.youtube.com/m?continue=x", "consent to cookies")]
    [TestCase("https://www.google.com/sorry/index", "proof that a person reads")]
    [TestCase("https://elsewhere.example/", "another host")]
    public async Task Follows_nobody_to_another_host(string target, string words)
    {
        await using var server = new LoopbackWiki();
        server.Answers(string.Empty, status: 302, header: "Location", value: target);
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(ExitCode.UpstreamFailed, words);
    }

    [Test]
    public async Task Gives_up_when_it_is_told_to_wait_for_long()
    {
        await using var server = new LoopbackWiki();
        server.Answers(string.Empty, status: 429, header: "Retry-After", value: "3600");
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(ExitCode.UpstreamFailed, "slow down");
    }

    [Test]
    public async Task Stops_reading_a_page_without_end()
    {
        await using var server = new LoopbackWiki();
        server.Answers(new byte[11 * 1024 * 1024]);
        var run = await CommandRun.Of("score", Videos.Address, "--upstream", server.Address);
        run.AssertExplains(ExitCode.UpstreamFailed, "more than 10 MB for one page");
    }
}
