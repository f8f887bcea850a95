namespace CredScore.Cli;

/// <summary>Ends a command with an exit code and one sentence for the person who gave it.</summary>
internal sealed class CommandFailure : Exception
{
    public CommandFailure(int exitCode, string sentence, Exception? innerException = null)
        : base(sentence, innerException)
        => ExitCode = exitCode;

    public int ExitCode { get; }

    public static CommandFailure BadInput(string sentence, Exception? cause = null) => new(Cli.ExitCode.BadInput, sentence, cause);

    public static CommandFailure NotScorable(string sentence) => new(Cli.ExitCode.NotScorable, sentence);

    public static CommandFailure OutputFailed(string path, Exception cause)
        => new(Cli.ExitCode.OutputFailed, $"{path} could not be written: {Sentence.Of(cause)}", cause);
}
