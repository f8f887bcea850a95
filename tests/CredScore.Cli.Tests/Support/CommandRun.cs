using System.Text;

namespace CredScore.Cli.Tests.Support;

/// <summary>One run of the real command in this process, with what it answered.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(params string[] args) => Of(new Surroundings(), args);

    public static async Task<CommandRun> Of(Surroundings surroundings, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, surroundings.ToTerminal(output, error), surroundings.Stop);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>An error is sentences on few lines, without a trace of the code behind it.</summary>
    public void AssertExplains(int exitCode, string words)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ExitCode, Is.EqualTo(exitCode), Error);
            Assert.That(Error, Does.Contain(words));
            Assert.That(Error, Does.Not.Contain("Exception").And.Not.Contain("   at "));
            Assert.That(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.LessThanOrEqualTo(2));
        });
    }
}

/// <summary>The process that a command believes to run in.</summary>
internal sealed record Surroundings
{
    public string Input { get; init; } = string.Empty;

    public bool IsColoured { get; init; }

    public int Width { get; init; } = 100;

    public Dictionary<string, string> Environment { get; init; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CancellationToken Stop { get; init; }

    public Terminal ToTerminal(TextWriter output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        IsColoured = IsColoured,
        Width = Width,
        Environment = name => Environment.GetValueOrDefault(name),
        Time = Time,
    };
}
