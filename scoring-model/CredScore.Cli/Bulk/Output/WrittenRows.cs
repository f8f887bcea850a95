namespace CredScore.Cli.Bulk.Output;

/// <summary>The whole rows in a file that somebody stopped writing.</summary>
/// <param name="Rows">How many, without the header.</param>
/// <param name="End">Where the last of them ends; what follows was torn.</param>
/// <param name="IsForeign">True when the file does not begin with the header it should have.</param>
internal readonly record struct WrittenRows(long Rows, long End, bool IsForeign)
{
    public static WrittenRows Find(Stream stream, OutputKind kind, ReadOnlySpan<byte> header)
    {
        stream.Position = 0;

        if (stream.Length < header.Length)
        {
            return default;
        }

        var start = new byte[header.Length];
        stream.ReadExactly(start);

        return start.AsSpan().SequenceEqual(header)
            ? Count(stream, header.Length, isQuoting: kind is OutputKind.Csv)
            : new(0, 0, IsForeign: true);
    }

    private static WrittenRows Count(Stream stream, long start, bool isQuoting)
    {
        var buffer = new byte[256 * 1024];
        var (rows, end, position, isQuoted) = (0L, start, start, false);

        while (stream.Read(buffer) is var read and > 0)
        {
            for (var index = 0; index < read; index++)
            {
                // A quoted cell of CSV may hold line feeds; a doubled quote toggles twice.
                isQuoted ^= isQuoting && buffer[index] is (byte)'"';

                if (buffer[index] is (byte)'\n' && !isQuoted)
                {
                    rows++;
                    end = position + index + 1;
                }
            }

            position += read;
        }

        return new(rows, end, IsForeign: false);
    }
}
