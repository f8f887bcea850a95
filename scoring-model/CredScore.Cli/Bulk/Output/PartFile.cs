namespace CredScore.Cli.Bulk.Output;

/// <summary>
/// The output while it is written: <c>FILE.part</c>, which takes the name FILE only when it is whole, so that half a file is never taken for
/// a whole one.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private const int WriteBuffer = 1024 * 1024;

    private PartFile(string path, FileStream stream, long rows)
    {
        FinalPath = path;
        Stream = stream;
        Rows = rows;
    }

    public string FinalPath { get; }

    public string Path => PathFor(FinalPath);

    public FileStream Stream { get; }

    /// <summary>Rows that an earlier run has written.</summary>
    public long Rows { get; }

    /// <summary>Whether nothing is written yet, not even a header.</summary>
    public bool IsFresh => Stream.Length == 0;

    public static string PathFor(string path) => path + ".part";

    /// <summary>Opens the part, empty, or behind the whole rows of an earlier run when <paramref name="resume"/> is set.</summary>
    public static PartFile Open(string path, OutputForm form, ReadOnlySpan<byte> header, bool resume)
    {
        FileStream? stream = null;

        try
        {
            stream = new FileStream(PathFor(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, WriteBuffer);
            var written = form.CanResume ? WrittenRows.Find(stream, form.Kind, header) : default;
            ThrowIfLost(path, written, form, resume);
            CutOff(stream, resume ? written.End : 0);
            return new(path, stream, resume ? written.Rows : 0);
        }
        catch (Exception exception)
        {
            stream?.Dispose();
            throw exception is IOException or UnauthorizedAccessException ? CommandFailure.OutputFailed(PathFor(path), exception) : exception;
        }
    }

    /// <summary>Gives the whole file its name, in place of an older one. The stream must have been closed.</summary>
    public void Publish() => File.Move(Path, FinalPath, overwrite: true);

    public void Dispose() => Stream.Dispose();

    // A new file is not cut: ext4 takes that for a file that is replaced, and whoever closes it waits until all of it is on its way to the disk.
    private static void CutOff(FileStream stream, long end)
    {
        if (stream.Length > end)
        {
            stream.SetLength(end);
        }

        stream.Position = end;
    }

    private static void ThrowIfLost(string path, WrittenRows written, OutputForm form, bool resume)
    {
        if (written.IsForeign)
        {
            throw CommandFailure.BadInput($"{PathFor(path)} was begun with other columns: delete it to start afresh.");
        }

        if (!resume && form.CanResume && written.Rows > 0)
        {
            throw CommandFailure.BadInput(
                $"{PathFor(path)} holds {written.Rows:N0} rows of a run that was interrupted: go on with --resume, or delete it to start afresh.");
        }
    }
}
