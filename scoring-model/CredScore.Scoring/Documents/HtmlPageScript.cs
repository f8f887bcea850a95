namespace CredScore.Scoring.Documents;

/// <summary>
/// Reads single keys of the configuration that a skin writes into an inline script. It is JavaScript, not JSON (<c>!0</c>, keys without quotes), and nothing
/// is evaluated: a key is found by its name, its value read as far as it is a string, a number or a list of strings.
/// </summary>
internal sealed class HtmlPageScript
{
    private const int LongestValue = 100_000;

    private readonly string _script;

    private HtmlPageScript(string script) => _script = script;

    /// <summary>The configuration in a script; null when the script holds none. Pages of 2014 set several: the one with the page's name is meant.</summary>
    public static HtmlPageScript? Find(string script)
        => script.Contains("wgPageName", StringComparison.Ordinal) ? new HtmlPageScript(script) : null;

    public string? Text(string key)
    {
        var value = ValueOf(key);
        return value.Length > 0 && value[0] is '"' or '\'' ? ReadString(ref value) : null;
    }

    public long? Number(string key)
    {
        var value = ValueOf(key);
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? value : value[..end], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A list of strings; null when the key is absent or something else.</summary>
    public List<string>? Texts(string key)
    {
        var value = ValueOf(key);

        if (value.Length == 0 || value[0] is not '[')
        {
            return null;
        }

        var texts = new List<string>();
        value = value[1..];

        while (SkipTo(ref value))
        {
            texts.Add(ReadString(ref value));
        }

        return texts;
    }

    // Moves to the next string of a list; false at its end.
    private static bool SkipTo(ref ReadOnlySpan<char> value)
    {
        var next = value.IndexOfAny('"', '\'', ']');

        if (next < 0 || value[next] is ']')
        {
            return false;
        }

        value = value[next..];
        return true;
    }

    // Reads the string that starts here and moves behind it.
    private static string ReadString(ref ReadOnlySpan<char> value)
    {
        var quote = value[0];
        var text = new System.Text.StringBuilder();
        var i = 1;

        for (; i < value.Length && value[i] != quote; i++)
        {
            if (value[i] is '\\' && i + 1 < value.Length)
            {
                i += ReadEscape(value[(i + 1)..], text);
            }
            else
            {
                text.Append(value[i]);
            }
        }

        value = i < value.Length ? value[(i + 1)..] : [];
        return text.ToString();
    }

    // Appends what an escape stands for and answers how many characters follow the backslash.
    private static int ReadEscape(ReadOnlySpan<char> escape, System.Text.StringBuilder text)
    {
        var isCode = escape[0] is 'u' && escape.Length >= 5;

        if (isCode && ushort.TryParse(escape[1..5], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            return 5;
        }

        text.Append(escape[0] is 'n' or 't' or 'r' ? ' ' : escape[0]);
        return 1;
    }

    // The value behind a whole key, quoted or not, up to a bound that no page's list of categories reaches.
    private ReadOnlySpan<char> ValueOf(string key)
    {
        for (var at = _script.IndexOf(key, StringComparison.Ordinal); at >= 0; at = _script.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            var rest = _script.AsSpan(at + key.Length, Math.Min(LongestValue, _script.Length - at - key.Length)).TrimStart("\"'").TrimStart();
            var isWhole = at == 0 || !char.IsAsciiLetterOrDigit(_script[at - 1]);

            if (isWhole && rest.Length > 1 && rest[0] is ':')
            {
                return rest[1..].TrimStart();
            }
        }

        return [];
    }
}
