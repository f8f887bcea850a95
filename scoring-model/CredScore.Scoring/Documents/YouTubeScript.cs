using System.Globalization;
using System.Text;

namespace CredScore.Scoring.Documents;

/// <summary>Finds the JSON documents that a watch page assigns to variables. Nothing is evaluated.</summary>
internal static class YouTubeScript
{
    public const string Player = "ytInitialPlayerResponse";
    public const string Next = "ytInitialData";

    // Pages assign each variable once or twice; more tries would let a hostile page cost minutes.
    private const int MostValues = 8;

    private static readonly string[] Openings = ["JSON.parse(", "("];

    /// <summary>Whether a page assigns one of the two documents.</summary>
    public static bool IsIn(string html) => HasValue(html, Player) || HasValue(html, Next);

    /// <summary>
    /// Values assigned to a variable, each one JSON value as text, in order: <c>var x = {…}</c>, <c>window["x"] = {…}</c>, and the escaped string of mobile pages.
    /// Pages of winter 2020/21 also assign what is no JSON; that is passed over.
    /// </summary>
    public static IEnumerable<ReadOnlyMemory<char>> ValuesOf(string script, string name)
    {
        var values = 0;

        for (var at = script.IndexOf(name, StringComparison.Ordinal); at >= 0 && values < MostValues; at = script.IndexOf(name, at, StringComparison.Ordinal))
        {
            at += name.Length;
            var start = ValueStart(script, at);

            if (start < 0)
            {
                continue;
            }

            values++;

            if (script[start] is not '{')
            {
                yield return Unescape(script.AsSpan(start)).AsMemory();
                continue;
            }

            var likely = LikelyLengthOfObject(script.AsSpan(start));

            if (likely > 0)
            {
                yield return script.AsMemory(start, likely);
            }

            // Only who could not read that asks for more.
            var length = LengthOfObject(script.AsSpan(start));
            at = start + Math.Max(length, 1);

            if (length != likely)
            {
                yield return script.AsMemory(start, length);
            }
        }
    }

    private static bool HasValue(string html, string name)
    {
        for (var at = html.IndexOf(name, StringComparison.Ordinal); at >= 0; at = html.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (ValueStart(html, at + name.Length) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Where the value begins that is assigned behind a name, or −1 when nothing is, or something that is neither an object nor a string.
    private static int ValueStart(string script, int at)
    {
        var rest = script.AsSpan(at).TrimStart("\"']").TrimStart();

        if (rest.Length < 2 || rest[0] is not '=' || rest[1] is '=')
        {
            return -1;
        }

        rest = rest[1..].TrimStart();

        foreach (var opening in Openings)
        {
            rest = rest.StartsWith(opening, StringComparison.Ordinal) ? rest[opening.Length..].TrimStart() : rest;
        }

        return rest.Length > 0 && rest[0] is '{' or '\'' or '"' ? script.Length - rest.Length : -1;
    }

    // Characters up to the first brace that a semicolon follows, which in nearly every page is the end: strings that hold the two are rare. Found many times faster than by counting braces.
    private static int LikelyLengthOfObject(ReadOnlySpan<char> text) => text.IndexOf("};", StringComparison.Ordinal) + 1;

    // Characters up to the brace that closes the first one; 0 when none does.
    private static int LengthOfObject(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var at = 0;

        while (text[at..].IndexOfAny('"', '{', '}') is var found and >= 0)
        {
            at += found + 1;

            switch (text[at - 1])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return at;
                case '"':
                    at += LengthOfString(text[at..]);
                    break;
            }
        }

        return 0;
    }

    // Characters up to and with the closing quote.
    private static int LengthOfString(ReadOnlySpan<char> text)
    {
        var at = 0;

        while (text[at..].IndexOfAny('"', '\\') is var found and >= 0)
        {
            at += found + 1;

            if (text[at - 1] is '"')
            {
                return at;
            }

            at = Math.Min(at + 1, text.Length);
        }

        return text.Length;
    }

    // The string of JavaScript that begins with its quote: \x22, \u0022, \/, \n.
    private static string Unescape(ReadOnlySpan<char> script)
    {
        var quote = script[0];
        var text = new StringBuilder();
        var at = 1;

        while (at < script.Length && script[at..].IndexOfAny(quote, '\\') is var found and >= 0)
        {
            text.Append(script.Slice(at, found));
            at += found + 1;

            if (script[at - 1] == quote)
            {
                return text.ToString();
            }

            at += AppendEscape(script[at..], text);
        }

        return "";
    }

    private static int AppendEscape(ReadOnlySpan<char> escape, StringBuilder text)
    {
        var digits = escape.IsEmpty ? 0 : escape[0] switch { 'x' => 2, 'u' => 4, _ => 0 };

        if (digits > 0 && escape.Length > digits && ushort.TryParse(escape.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            return digits + 1;
        }

        if (escape.IsEmpty)
        {
            return 0;
        }

        text.Append(escape[0] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        return 1;
    }
}
