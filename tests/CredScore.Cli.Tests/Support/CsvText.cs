using System.Text;

namespace CredScore.Cli.Tests.Support;

/// <summary>Reads CSV by the letter of RFC 4180, apart from the library that wrote it.</summary>
internal static class CsvText
{
    public static List<Dictionary<string, string>> Rows(string text)
    {
        var records = Records(text).ToList();
        return [.. records.Skip(1).Select(cells => records[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var isQuoted = false;

        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '"' when isQuoted && index + 1 < text.Length && text[index + 1] == '"':
                    cell.Append(text[index++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' or '\n' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();

                    if (text[index] == '\n')
                    {
                        yield return cells;
                        cells = [];
                    }

                    break;
                default:
                    cell.Append(text[index]);
                    break;
            }
        }
    }
}
