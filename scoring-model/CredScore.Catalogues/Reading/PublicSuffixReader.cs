using System.Text;

namespace CredScore.Catalogues.Reading;

/// <summary>The Public Suffix List: only the rules that tell who registers under them, from the section of countries' registries. See https://publicsuffix.org/list/.</summary>
internal static class PublicSuffixReader
{
    private const string Begin = "// ===BEGIN ICANN DOMAINS===";
    private const string End = "// ===END ICANN DOMAINS===";

    private static readonly string[] Academic = ["edu", "ac", "university"];
    private static readonly string[] Public = ["gov", "gob", "gouv", "gub", "govt", "mil"];

    public static void Read(Stream stream, ListRows rows)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var (isInside, isEnded) = (false, false);

        while (reader.ReadLine() is { } line)
        {
            isInside |= line.StartsWith(Begin, StringComparison.Ordinal);
            isEnded |= line.StartsWith(End, StringComparison.Ordinal);

            if (isInside && !isEnded && line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                Add(rows, line.Trim());
            }
        }

        if (!isInside || !isEnded)
        {
            throw new ListRefusedException("Its two section marks are missing, so it is another file or it is cut off.");
        }
    }

    // Exceptions ("!www.ck") and wildcards tell nothing of who registers.
    private static void Add(ListRows rows, string rule)
    {
        var labels = rule.Split('.');

        if (rule.Contains(' ', StringComparison.Ordinal) || labels.Any(label => label.Length == 0))
        {
            rows.CountUnread();
        }
        else if (labels.Length == 2 && labels[1].Length == 2 && labels[0] is var first)
        {
            if (Academic.Contains(first))
            {
                rows.Add(rule, "university");
            }
            else if (Public.Contains(first))
            {
                rows.Add(rule, "government");
            }
        }
    }
}
