namespace CredScore.Cli;

/// <summary>Turns what the system says into the end of a sentence.</summary>
internal static class Sentence
{
    // ENOSPC, and Windows' ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private const int NoSpaceOnUnix = 28;
    private const int DiskFull = unchecked((int)0x80070070);
    private const int HandleDiskFull = unchecked((int)0x80070027);

    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException => "there is no such file.",
        DirectoryNotFoundException => "there is no such folder.",
        UnauthorizedAccessException => "it is a folder, or permission is denied.",
        IOException { HResult: NoSpaceOnUnix or DiskFull or HandleDiskFull } => "the disk is full.",
        _ => exception.Message.EndsWith('.') ? exception.Message : exception.Message + ".",
    };

    /// <summary>The text without control characters and marks that reorder it: a page's title must not drive the terminal.</summary>
    public static string Plain(string text)
        => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, static (plain, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                plain[index] = char.IsControl(source[index]) || source[index] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                    ? ' '
                    : source[index];
            }
        });
}
