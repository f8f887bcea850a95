using System.Text;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>Rows of a CSV file with quoted cells and line breaks inside them (RFC 4180).</summary>
internal static class Csv
{
    /// <summary>Rows as cells by column name.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadNamed(string text)
    {
        List<string>? names = null;

        foreach (var row in Read(text))
        {
            if (names is null)
            {
                names = row;
                continue;
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);

            for (var i = 0; i < Math.Min(names.Count, row.Count); i++)
            {
                cells[names[i]] = row[i];
            }

            yield return cells;
        }
    }

    public static IEnumerable<List<string>> Read(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var inQuotes = false;

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            if (c == '"' && inQuotes && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (!inQuotes && c is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();

                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            row.Add(cell.ToString().TrimEnd('\r'));
            yield return row;
        }
    }
}
