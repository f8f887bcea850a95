namespace CredScore.Catalogues.Reading;

/// <summary>A list of predatory publishers or journals: a table of address and name. A site that many share, or that is a university's, is left out: the entry speaks of some pages there.</summary>
internal static class PredatoryReader
{
    private static readonly string[] Shared = ["google.com", "blogspot.com", "wordpress.com", "wix.com", "weebly.com", "facebook.com", "webs.com", "academia.edu", "github.io", "wixsite.com", "yolasite.com"];

    public static void Read(Stream stream, ListRows rows)
    {
        foreach (var row in CsvTable.Read(stream, "url", "name"))
        {
            if (Hosts.Normalise(row[0]) is { } address && row[1].Trim() is { Length: > 0 } name)
            {
                var host = address.Split('/')[0];

                if (!IsShared(host))
                {
                    rows.Add(host, "predatory", name);
                }
            }
            else
            {
                rows.CountUnread();
            }
        }
    }

    private static bool IsShared(string host)
        => Shared.Any(one => host == one || host.EndsWith($".{one}", StringComparison.Ordinal)) || host.Split('.').Any(label => label is "edu" or "ac" or "gov");
}
