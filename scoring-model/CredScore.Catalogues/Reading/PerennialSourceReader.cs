using System.Text.RegularExpressions;

namespace CredScore.Catalogues.Reading;

/// <summary>
/// The table of Wikipedia's perennial sources: rows with <c>{{RSPSTATUS|gr}}</c> (generally reliable, nc no consensus, gu generally unreliable, d deprecated, b blacklisted,
/// m mixed) and <c>{{RSPUSES|host|host}}</c>. Of several decisions on one host the hardest counts.
/// </summary>
internal static partial class PerennialSourceReader
{
    private static readonly string[] FromHardest = ["blacklisted", "deprecated", "unreliable", "contested", "reliable"];

    public static void Read(Stream stream, ListRows rows)
    {
        foreach (var (_, text) in WikiPages.Read(stream))
        {
            foreach (var row in RowMark().Split(text).Skip(1))
            {
                ReadRow(row, rows);
            }
        }
    }

    private static void ReadRow(string row, ListRows rows)
    {
        var status = Calls(row, "RSPSTATUS").Select(call => StatusOf(call.Split('|')[0])).OfType<string>().OrderBy(FromHardest.IndexOf).FirstOrDefault();
        var hosts = Calls(row, "RSPUSES").SelectMany(call => call.Split('|')).Where(host => !host.Contains('=', StringComparison.Ordinal)).Select(Hosts.Normalise).OfType<string>().ToList();

        if (status is null || hosts.Count == 0)
        {
            // Rows without a host are decisions on something that has none: a kind of work, a paper edition.
            if (status is null && row.Contains("RSPSTATUS", StringComparison.OrdinalIgnoreCase))
            {
                rows.CountUnread();
            }

            return;
        }

        foreach (var host in hosts)
        {
            if (rows.Find(host)?.Split('\t')[0] is not { } known || FromHardest.IndexOf(status) < FromHardest.IndexOf(known))
            {
                rows.Put(host, status, NameOf(row));
            }
        }
    }

    private static IEnumerable<string> Calls(string row, string template) => WikiPages.Calls(row, template).Concat(WikiPages.Calls(row, $"WP:{template}"));

    private static string? StatusOf(string word) => word.Trim().ToLowerInvariant() switch
    {
        "b" or "sb" => "blacklisted",
        "d" => "deprecated",
        "gu" => "unreliable",
        "nc" or "m" => "contested",
        "gr" => "reliable",
        _ => null,
    };

    // | [[ABC News (United States)|ABC News]] (US)
    private static string NameOf(string row)
    {
        var line = row.Split('\n').FirstOrDefault(line => line.StartsWith('|') && line.Length > 1 && !line.StartsWith("|-", StringComparison.Ordinal)) ?? "";
        var plain = Link().Replace(Tag().Replace(line.TrimStart('|', ' '), ""), "$1").Replace("''", "", StringComparison.Ordinal);
        return plain.IndexOf("{{", StringComparison.Ordinal) is var at and >= 0 ? plain[..at].Trim() : plain.Trim();
    }

    [GeneratedRegex(@"^\|-", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex RowMark();

    [GeneratedRegex(@"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}

internal static class ArrayPlaces
{
    public static int IndexOf(this string[] words, string word) => Array.IndexOf(words, word);
}
