using System.Buffers.Text;

namespace CredScore.Exports.Writing;

/// <summary>Writes a number with as few digits as give the same number again. Most numbers of a table have four decimals at most, for which there is a shorter way to the same digits.</summary>
internal static class ShortNumber
{
    private const double Scale = 10_000;

    // Beyond it, ten thousand times a number may have more digits than are exact.
    private const double Largest = 1e10;

    /// <summary>Answers with how many bytes were written; 32 are always enough.</summary>
    public static int Write(double number, Span<byte> buffer)
    {
        var scaled = (long)Math.Round(Math.Abs(number) < Largest ? number * Scale : 0);

        // The quotient of two exact numbers is the double next to the decimal number, and no shorter one of so few digits gives the same double.
        return scaled != 0 && scaled / Scale == number ? WriteDecimal(scaled, buffer) : WriteAny(number, buffer);
    }

    private static int WriteAny(double number, Span<byte> buffer)
    {
        Utf8Formatter.TryFormat(number, buffer, out var written);
        return written;
    }

    private static int WriteDecimal(long scaled, Span<byte> buffer)
    {
        var written = 0;

        if (scaled < 0)
        {
            buffer[written++] = (byte)'-';
            scaled = -scaled;
        }

        var (whole, part) = Math.DivRem(scaled, (long)Scale);
        Utf8Formatter.TryFormat(whole, buffer[written..], out var digits);
        written += digits;

        if (part == 0)
        {
            return written;
        }

        buffer[written++] = (byte)'.';

        for (var unit = (long)Scale / 10; part > 0; unit /= 10)
        {
            buffer[written++] = (byte)('0' + (part / unit));
            part %= unit;
        }

        return written;
    }
}
