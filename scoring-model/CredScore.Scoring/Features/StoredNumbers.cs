using System.Buffers.Text;

namespace CredScore.Scoring.Features;

/// <summary>
/// Reads stored values as they were written: every declared name in its order, no space between. Anything else is left to a parser. Tables of many pages are mostly made of these numbers.
/// </summary>
internal static class StoredNumbers
{
    // Whole numbers up to here and powers of ten up to 22 are exact as doubles, so that their quotient is the double next to the decimal number: what a parser gives.
    private const int MostDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Fills in the values, NaN where unknown; false when the text is anything else than expected, and then they mean nothing.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, FeatureNames names, double[] values)
    {
        if (json is not [(byte)'{', ..])
        {
            return false;
        }

        var at = 1;

        for (var index = 0; index < values.Length; index++)
        {
            if (!TrySkipName(json, names.Utf8At(index), ref at) || !TryReadValue(json, ref at, out values[index])
                || at >= json.Length || json[at++] != (index == values.Length - 1 ? (byte)'}' : (byte)','))
            {
                return false;
            }
        }

        return at == json.Length;
    }

    private static bool TrySkipName(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, ref int at)
    {
        var end = at + name.Length + 3;

        if (end > json.Length || json[at] != (byte)'"' || json[end - 2] != (byte)'"' || json[end - 1] != (byte)':' || !json.Slice(at + 1, name.Length).SequenceEqual(name))
        {
            return false;
        }

        at = end;
        return true;
    }

    private static bool TryReadValue(ReadOnlySpan<byte> json, ref int at, out double value)
    {
        var rest = json[at..];

        if (rest.StartsWith("null"u8))
        {
            (at, value) = (at + 4, double.NaN);
            return true;
        }

        if (TryReadDecimal(rest, out value, out var length) || (Utf8Parser.TryParse(rest, out value, out length) && double.IsFinite(value) && IsJson(rest[..length])))
        {
            at += length;
            return true;
        }

        return false;
    }

    // What the runtime reads and JSON does not know: a plus, or a point without a digit on each side.
    private static bool IsJson(ReadOnlySpan<byte> number)
    {
        var point = number.IndexOf((byte)'.');
        return IsDigit(number[^1]) && IsDigit(number[number[0] == (byte)'-' ? 1 : 0]) && (point < 0 || (point > 0 && IsDigit(number[point - 1]) && IsDigit(number[point + 1])));
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    // Digits with or without a point among them; no exponent, and no more digits than are exact.
    private static bool TryReadDecimal(ReadOnlySpan<byte> text, out double value, out int length)
    {
        var isNegative = text is [(byte)'-', ..];
        var (digits, whole, point) = (0L, 0, -1);
        length = isNegative ? 1 : 0;

        for (; length < text.Length; length++)
        {
            var character = text[length];

            if (IsDigit(character))
            {
                (digits, whole) = ((digits * 10) + (character - '0'), whole + 1);
            }
            else if (character == (byte)'.' && point < 0)
            {
                point = whole;
            }
            else
            {
                break;
            }

            if (whole > MostDigits)
            {
                break;
            }
        }

        value = point < 0 ? digits : digits / Powers[Math.Min(whole - point, MostDigits)];
        value = isNegative ? -value : value;
        return whole is > 0 and <= MostDigits && point != 0 && point != whole && (length == text.Length || text[length] is (byte)',' or (byte)'}');
    }
}
