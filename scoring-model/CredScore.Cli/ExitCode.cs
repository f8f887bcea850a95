namespace CredScore.Cli;

/// <summary>What the commands answer to a script; each is told apart in <c>--help</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of ours: something nobody foresaw.</summary>
    public const int Fault = 1;

    public const int BadInput = 2;

    public const int NotScorable = 3;

    public const int UpstreamFailed = 4;

    public const int OutputFailed = 5;

    /// <summary>What was to be the same is not.</summary>
    public const int Different = 6;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Interrupted = 130;
}
