using System.Globalization;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>
/// Crossref's Retraction Watch data: one row a notice. A retraction outweighs an expression of concern; a reinstatement later than both takes them back; corrections say
/// nothing. See https://gitlab.com/crossref/retraction-watch-data.
/// </summary>
internal static class RetractionReader
{
    private static readonly string[] Dates = ["M/d/yyyy H:mm", "M/d/yyyy", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"];

    public static void Read(Stream stream, ListRows rows)
    {
        var reinstated = new List<(string[] Keys, string Date)>();

        foreach (var row in CsvTable.Read(stream, "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDOI", "RetractionDate"))
        {
            var keys = KeysOf(row[0], row[1]).ToArray();
            var date = DateOf(row[4]);

            switch (row[2].Trim().ToLowerInvariant())
            {
                case "retraction" or "expression of concern" when keys.Length == 0:
                    rows.CountUnread();
                    break;
                case "retraction":
                    Add(rows, keys, "retracted", row[3], date);
                    break;
                case "expression of concern":
                    Add(rows, keys, "concern", row[3], date);
                    break;
                case "reinstatement":
                    reinstated.Add((keys, date));
                    break;
                case "correction":
                    break;
                default:
                    rows.CountUnread();
                    break;
            }
        }

        TakeBack(rows, reinstated);
    }

    private static void Add(ListRows rows, string[] keys, string kind, string notice, string date)
    {
        var doi = ListKeys.OfDoi(notice) ?? "";

        foreach (var key in keys)
        {
            if (rows.Find(key) is not { } known || (kind is "retracted" && known.StartsWith("concern", StringComparison.Ordinal)))
            {
                rows.Put(key, kind, doi, date);
            }
        }
    }

    private static void TakeBack(ListRows rows, List<(string[] Keys, string Date)> reinstated)
    {
        foreach (var (keys, date) in reinstated)
        {
            foreach (var key in keys)
            {
                if (rows.Find(key)?.Split(ListKeys.Separator) is [_, _, var retracted] && string.CompareOrdinal(retracted, date) <= 0)
                {
                    rows.Remove(key);
                }
            }
        }
    }

    private static IEnumerable<string> KeysOf(string dois, string pmids)
    {
        foreach (var part in dois.Split(';'))
        {
            if (ListKeys.OfDoi(part.Trim()) is { } doi && doi.Length <= CompiledList.LongestKey)
            {
                yield return doi;
            }
        }

        foreach (var part in pmids.Split(';'))
        {
            if (part.Trim() is { Length: >= 3 and <= 9 } pmid && pmid.All(char.IsAsciiDigit))
            {
                yield return ListKeys.Pmid + pmid;
            }
        }
    }

    private static string DateOf(string text)
        => DateTime.TryParseExact(text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
