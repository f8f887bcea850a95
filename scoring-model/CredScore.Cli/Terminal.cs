using System.Text;

namespace CredScore.Cli;

/// <summary>All that a command touches of the process around it, so that tests run the real commands.</summary>
internal sealed record Terminal
{
    // Beyond this a line of prose is hard to follow; below it the columns collapse.
    private const int NarrowestLine = 80;
    private const int WidestLine = 120;
    private const int RedirectedLine = 100;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether output may be coloured: a person looks at it and has not set NO_COLOR.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether a person watches the progress.</summary>
    public bool IsErrorWatched { get; init; }

    public int Width { get; init; } = RedirectedLine;

    public Func<string, string?> Environment { get; init; } = _ => null;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Terminal OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        return new()
        {
            Output = Console.Out,
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            // https://no-color.org
            IsColoured = !Console.IsOutputRedirected && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR")),
            IsErrorWatched = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? RedirectedLine : Math.Clamp(Console.WindowWidth, NarrowestLine, WidestLine),
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }
}
