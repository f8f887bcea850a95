using System.Globalization;
using CredScore.Catalogues.Reading;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Refreshing;

/// <summary>What a list must be before it takes the place of the last good one. Every check throws <see cref="ListRefusedException"/> with one sentence.</summary>
internal static class ListChecks
{
    /// <summary>Smallest share of the last good list's entries that must still be there.</summary>
    public const double FewestKept = 0.95;

    // Second-level names under which a country's registry registers everybody.
    private static readonly string[] Registries = ["ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "mil", "ne", "net", "or", "org", "sch"];

    /// <summary>What can be said of the list alone.</summary>
    public static void CheckAlone(ListDeclaration list, ListRows rows)
    {
        var count = rows.Entries.Count;
        Refuse(count == 0, "It has no entry that can be read.");
        Refuse(rows.Unread > list.MostUnread * (rows.Unread + rows.Read), $"{Number(rows.Unread)} of {Number(rows.Unread + rows.Read)} rows cannot be read: its form has changed, or it is damaged.");
        Refuse(count < list.Fewest, $"It has {Number(count)} entries where at least {Number(list.Fewest)} are expected: it is not whole.");
        Refuse(count > list.Most, $"It has {Number(count)} entries where at most {Number(list.Most)} are expected.");

        foreach (var (key, value) in list.Named)
        {
            Refuse(rows.Find(key) is not { } found || !found.StartsWith(value, StringComparison.Ordinal), $"It does not say what every right edition says of {key}.");
        }

        foreach (var key in list.Never)
        {
            Refuse(rows.Contains(key), $"It names {key}, which no right edition does.");
        }
    }

    /// <summary>What can be said beside the last good list.</summary>
    public static void CheckBeside(ListDeclaration list, ListRows rows, CompiledList last, bool isAccepted)
    {
        if (isAccepted || last.Count == 0)
        {
            return;
        }

        var kept = last.Entries().Count(entry => rows.Contains(entry.Key));
        var added = rows.Entries.Count - kept;
        Refuse(kept < FewestKept * last.Count, $"Only {Number(kept)} of the {Number(last.Count)} entries of the last good list are still there.");
        Refuse(added > list.MostGrowth * last.Count, $"It has {Number(added)} new entries beside {Number(last.Count)} known ones, more than {list.MostGrowth.ToString("P0", CultureInfo.InvariantCulture)} at once. Look at it, and accept it by name if it is right.");
    }

    /// <summary>Whether a host is a registry's suffix, so that an entry of it would match everybody.</summary>
    public static bool IsRegistry(string host)
    {
        var labels = host.Split('.');
        return labels.Length == 1 || (labels.Length == 2 && labels[1].Length == 2 && Registries.Contains(labels[0]));
    }

    private static void Refuse(bool isWrong, string why)
    {
        if (isWrong)
        {
            throw new ListRefusedException(why);
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
