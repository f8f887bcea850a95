using System.Buffers;
using System.Net;
using System.Text;

namespace CredScore.Scoring.Documents;

/// <summary>What a COinS span says about a citation; empty parts are null.</summary>
internal sealed record CoinsFields
{
    public string? Format { get; set; }

    public string? Genre { get; set; }

    public string? JournalTitle { get; set; }

    public string? ArticleTitle { get; set; }

    public string? BookTitle { get; set; }

    public string? OtherTitle { get; set; }

    public string? Publisher { get; set; }

    public string? Date { get; set; }

    public string? Isbn { get; set; }

    public string? Surname { get; set; }

    public string? Author { get; set; }

    public string? Doi { get; set; }

    public string? Pmid { get; set; }

    /// <summary>Whether it gives an address beside or instead of identifiers.</summary>
    public bool HasAddress { get; set; }
}

/// <summary>Reads COinS, the machine-readable shadow that citation templates put behind a rendered citation.</summary>
/// <remarks>https://en.wikipedia.org/wiki/Wikipedia:WikiProject_Microformats/COinS</remarks>
internal static class CoinsReader
{
    private const string Doi = "info%3Adoi%2F";
    private const string Pmid = "info%3Apmid%2F";
    private const int LongestValue = 2000;
    private const int MostPlain = 256;

    public static CoinsFields Read(ReadOnlySpan<char> title)
    {
        var fields = new CoinsFields();

        while (!title.IsEmpty)
        {
            var end = title.IndexOf('&');
            var pair = end < 0 ? title : title[..end];
            var equals = pair.IndexOf('=');

            if (equals > 0 && equals < pair.Length - 1 && pair.Length < LongestValue)
            {
                Set(fields, pair[..equals], pair[(equals + 1)..]);
            }

            title = end < 0 ? [] : title[(end + 1)..];
        }

        return fields;
    }

    // The first value of a key counts: an address is repeated by some templates.
    private static void Set(CoinsFields fields, ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        switch (key)
        {
            case "rft_val_fmt":
                fields.Format ??= Decode(value);
                break;
            case "rft.genre":
                fields.Genre ??= Decode(value);
                break;
            case "rft.jtitle":
                fields.JournalTitle ??= Decode(value);
                break;
            case "rft.atitle":
                fields.ArticleTitle ??= Decode(value);
                break;
            case "rft.btitle":
                fields.BookTitle ??= Decode(value);
                break;
            case "rft.title":
                fields.OtherTitle ??= Decode(value);
                break;
            case "rft.pub" or "rft.inst":
                fields.Publisher ??= Decode(value);
                break;
            case "rft.date":
                fields.Date ??= Decode(value);
                break;
            case "rft.isbn":
                fields.Isbn ??= Decode(value);
                break;
            case "rft.aulast":
                fields.Surname ??= Decode(value);
                break;
            case "rft.au":
                fields.Author ??= Decode(value);
                break;
            case "rft_id":
                SetIdentifier(fields, value);
                break;
        }
    }

    private static void SetIdentifier(CoinsFields fields, ReadOnlySpan<char> identifier)
    {
        if (identifier.StartsWith(Doi, StringComparison.OrdinalIgnoreCase))
        {
            fields.Doi ??= Decode(identifier[Doi.Length..]);
        }
        else if (identifier.StartsWith(Pmid, StringComparison.OrdinalIgnoreCase))
        {
            fields.Pmid ??= Decode(identifier[Pmid.Length..]);
        }
        else
        {
            fields.HasAddress |= identifier.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Decode(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny('+', '%') < 0)
        {
            return value.ToString();
        }

        Span<char> plain = stackalloc char[MostPlain];
        var text = value.Length <= MostPlain && TryUnescape(value, plain, out var length) ? plain[..length].Trim().ToString() : Unescape(value).Trim();
        // Titles are shadowed as they were written: "Guinea&nbsp;— Preliminary Report".
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Replace('\u00a0', ' ') : text;
    }

    // Most values are of ASCII; false for the others.
    private static bool TryUnescape(ReadOnlySpan<char> value, Span<char> text, out int length)
    {
        length = 0;

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];

            if (c is '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                c = (char)((HexDigit(value[i + 1]) << 4) | HexDigit(value[i + 2]));
                i += 2;
            }
            else if (c is '+')
            {
                c = ' ';
            }

            if (!char.IsAscii(c))
            {
                return false;
            }

            text[length++] = c;
        }

        return true;
    }

    private static string Unescape(ReadOnlySpan<char> value)
    {
        // Every escape is a byte of UTF-8; bytes that are none become the replacement character.
        var bytes = ArrayPool<byte>.Shared.Rent(value.Length * 3);
        var length = 0;

        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                bytes[length++] = (byte)((HexDigit(value[i + 1]) << 4) | HexDigit(value[i + 2]));
                i += 2;
            }
            else if (char.IsAscii(value[i]))
            {
                bytes[length++] = value[i] is '+' ? (byte)' ' : (byte)value[i];
            }
            else
            {
                length += Encoding.UTF8.GetBytes(value.Slice(i, 1), bytes.AsSpan(length));
            }
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return text;
    }

    private static int HexDigit(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
}
