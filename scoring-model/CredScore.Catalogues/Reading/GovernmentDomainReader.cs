namespace CredScore.Catalogues.Reading;

/// <summary>CISA's register of .gov domains. See https://github.com/cisagov/dotgov-data.</summary>
internal static class GovernmentDomainReader
{
    public static void Read(Stream stream, ListRows rows)
    {
        foreach (var row in CsvTable.Read(stream, "Domain name", "Domain type", "Organization name|Organization"))
        {
            if (Hosts.Normalise(row[0]) is { } host && host.EndsWith(".gov", StringComparison.Ordinal) && row[1].Trim().Length > 0)
            {
                rows.Add(host, row[1].Trim().ToLowerInvariant(), row[2]);
            }
            else
            {
                rows.CountUnread();
            }
        }
    }
}
