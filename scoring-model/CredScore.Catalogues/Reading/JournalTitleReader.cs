using System.Text;

namespace CredScore.Catalogues.Reading;

/// <summary>NLM's lists of journals: blocks of <c>Name: value</c> lines, parted by lines of dashes. See https://ftp.ncbi.nlm.nih.gov/pubmed/.</summary>
internal static class JournalTitleReader
{
    private static readonly string[] Fields = ["JournalTitle", "MedAbbr", "IsoAbbr", "ISSN (Print)", "ISSN (Online)"];

    public static void Read(Stream stream, ListRows rows)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var block = new Dictionary<string, string>(StringComparer.Ordinal);
        var isFirst = true;

        while (reader.ReadLine() is { } line)
        {
            if (isFirst && line.TrimStart().StartsWith('<'))
            {
                throw new ListRefusedException("It is a web page and no list of journals.");
            }

            isFirst = isFirst && line.Length == 0;

            if (line.StartsWith("---", StringComparison.Ordinal))
            {
                Add(rows, block);
                block.Clear();
            }
            else if (line.IndexOf(": ", StringComparison.Ordinal) is var at and > 0 && Fields.Contains(line[..at]))
            {
                block[line[..at]] = line[(at + 2)..].Trim();
            }
        }

        Add(rows, block);
    }

    private static void Add(ListRows rows, Dictionary<string, string> block)
    {
        if (block.TryGetValue("JournalTitle", out var title))
        {
            Issn.AddJournal(rows, title, [title, Of("MedAbbr"), Of("IsoAbbr")], [Of("ISSN (Print)"), Of("ISSN (Online)")]);
        }
        else if (block.Count > 0)
        {
            rows.CountUnread();
        }

        string Of(string field) => block.GetValueOrDefault(field, "");
    }
}
