using CredScore.Exports.Reading;

namespace CredScore.Cli.Exports;

/// <summary>Exports as commands open them: what is wrong with one becomes a sentence and an exit code.</summary>
internal static class ExportFile
{
    public static ExportReader Open(string path)
    {
        try
        {
            return ExportReader.Open(path);
        }
        catch (ExportException exception)
        {
            throw CommandFailure.BadInput(exception.Message, exception);
        }
    }
}
