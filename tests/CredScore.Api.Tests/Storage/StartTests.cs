using System.Net;
using System.Net.Sockets;
using System.Reflection;
using CredScore.Api.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CredScore.Api.Tests.Storage;

/// <summary>The program itself, started as an operator starts it.</summary>
[NonParallelizable]
internal sealed class StartTests
{
    [Test]
    public async Task Stops_with_one_sentence_when_the_database_is_damaged()
    {
        var folder = Directory.CreateTempSubdirectory("credscore-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "credscore.db"), new string('Z', 10_000));

        var (exit, said) = await StartAsync($"--Storage:Directory={folder.FullName}");

        folder.Delete(recursive: true);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("CredScore cannot start. The database file is damaged. Move it away").And.Contain("credscore.db").And.Not.Contain("   at "));
    }

    [TestCase("--Upstream:Wikipedia:Concurrency=99", "Concurrency")]
    [TestCase("--Upstream:Wikipedia:Address=ftp://example", "Upstream:Wikipedia:Address is http or https")]
    [TestCase("--Upstream:YouTube:Address=https://www.youtube.com/watch", "Upstream:YouTube:Address is http or https")]
    [TestCase("--Upstream:YouTube:PagesPerMinute=0", "PagesPerMinute")]
    [TestCase("--Scores:FreshMinutes=0", "FreshMinutes")]
    [TestCase("--Scores:VideoFreshHours=0", "VideoFreshHours")]
    [TestCase("--Limits:ReadsPerMinute=-1", "ReadsPerMinute")]
    [TestCase("--Storage:BusySeconds=900", "BusySeconds")]
    [TestCase("--Limits:Enabled=perhaps", "Limits:Enabled")]
    public async Task Stops_when_a_setting_is_wrong(string setting, string named)
    {
        var (exit, said) = await StartAsync(setting);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("CredScore cannot start.").And.Contain(named));
    }

    [Test]
    public async Task Stops_with_one_sentence_when_its_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        var folder = Directory.CreateTempSubdirectory("credscore-");

        var (exit, said) = await StartAsync($"--Storage:Directory={folder.FullName}", address);

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("CredScore cannot start. ").And.Contain("in use. Stop the program").And.Contain(address).And.Contain("--urls=").And.Not.Contain("   at "));
        Assert.That(said.Trim(), Does.Not.Contain("\n"));
    }

    [TestCase("http://192.0.2.77:5080")]
    [TestCase("rubbish")]
    public async Task Stops_when_it_cannot_listen_where_it_should(string address)
    {
        var folder = Directory.CreateTempSubdirectory("credscore-");
        var (exit, said) = await StartAsync($"--Storage:Directory={folder.FullName}", address);
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"CredScore cannot start. It cannot listen on {address}.").And.Not.Contain("   at "));
    }

    [Test]
    public void Ships_settings_that_are_valid()
    {
        using var api = new CredScoreApi();
        Assert.That(() => api.CreateClient().Dispose(), Throws.Nothing);
    }

    [Test]
    public void Warns_when_sites_cannot_reach_the_operator()
    {
        using var api = new CredScoreApi().With("Upstream:Contact", string.Empty);
        api.CreateClient().Dispose();
        Assert.That(api.Logs.Warnings, Has.Some.Contains("Upstream:Contact"));
    }

    private static async Task<(int Exit, string Said)> StartAsync(string setting, string address = "http://127.0.0.1:0")
    {
        var before = System.Console.Error;
        await using var error = new StringWriter();
        System.Console.SetError(error);

        try
        {
            var main = typeof(Program).Assembly.EntryPoint!;
            string[] arguments = [setting, $"--urls={address}", "--Logging:LogLevel:Default=None"];

            // The compiler's entry point waits for the program's own; it is run aside so that this test can go on.
            var exit = await Task.Run(() => (int)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!);
            return (exit, error.ToString());
        }
        finally
        {
            System.Console.SetError(before);
        }
    }
}
