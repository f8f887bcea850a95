using System.Globalization;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;
using CredScore.Scoring.Sources;

namespace CredScore.Cli.Catalogues;

/// <summary>What <c>credscore catalogues status</c> shows: a line for each list, then what is wrong.</summary>
internal static class CatalogueStatus
{
    public static void Write(Terminal terminal, CatalogueFolder folder)
    {
        var manifest = folder.ReadManifest();
        var faults = new List<string>();
        var refreshed = folder.Open(faults);
        var output = terminal.Output;
        output.WriteLine($"Catalogues {CatalogueSet.Embedded.With(refreshed).Version} ({refreshed.All.Count} of {Lists.All.Count} lists refreshed, in {folder.Path})");
        output.WriteLine($"{"list",-28}{"edition",-12}{"entries",10}{"size",11}  {"fetched",-12}{"licence"}");

        foreach (var list in Lists.All)
        {
            output.WriteLine(Line(list, manifest.Find(list.Name)));
        }

        foreach (var fault in faults.Concat(manifest.Attempts.Select(attempt => attempt.Fault).OfType<string>()))
        {
            output.WriteLine(Sentence.Plain(fault));
        }
    }

    private static string Line(ListDeclaration list, ManifestEntry? entry) => entry is null
        ? $"{list.Name,-28}{"–",-12}{"–",10}{"–",11}  {"never",-12}{list.Licence}"
        : string.Create(CultureInfo.InvariantCulture, $"{list.Name,-28}{entry.Date,-12:yyyy-MM-dd}{entry.Entries,10:N0}{entry.Bytes / 1e6,8:0.0} MB  {entry.FetchedAt,-12:yyyy-MM-dd}{list.Licence}");
}
