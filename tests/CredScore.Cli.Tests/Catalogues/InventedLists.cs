using System.Globalization;
using CredScore.Scoring.Catalogues;

namespace CredScore.Cli.Tests.Catalogues;

/// <summary>Whole lists that nobody published, as large as the real ones have to be.</summary>
internal static class InventedLists
{
    private static readonly string[] Countries = [.. from first in Enumerable.Range('a', 26) from second in Enumerable.Range('a', 26) select $"{(char)first}{(char)second}"];

    public static byte[] Of(string list, int more = 0) => list switch
    {
        ListNames.Universities => Bytes(PublisherForms.Universities(Universities(9_800 + more))),
        ListNames.GovernmentDomains => Bytes(PublisherForms.GovernmentDomains(GovernmentDomains(12_500 + more))),
        ListNames.PublicSuffixes => Bytes(PublisherForms.PublicSuffixes(["co.uk", "gov.uk", .. Countries.Take(150 + more).Select(country => $"ac.{country}"), "ac.uk", "edu.au", "*.ck", "!www.ck"])),
        ListNames.Retractions => Bytes(PublisherForms.Retractions(Retractions(50_200 + more))),
        ListNames.MedlinePlusTopics => Bytes(PublisherForms.Topics(Topics(950 + more))),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Nobody invented this one."),
    };

    public static IEnumerable<(string, string)> Universities(int count)
        => Numbers(count).Select(number => ($"University {number}", $"university-{number}.example")).Prepend(("Harvard University", "harvard.edu")).Prepend(("University of Oxford", "ox.ac.uk"));

    public static IEnumerable<(string, string, string)> GovernmentDomains(int count)
        => Numbers(count).Select(number => ($"town{number}.gov", "City", $"Town {number}"))
            .Concat([("nih.gov", "Federal - Executive", "Department of Health and Human Services"), ("cdc.gov", "Federal - Executive", "HHS"), ("fda.gov", "Federal - Executive", "HHS")]);

    public static IEnumerable<(string, string, string, string, string)> Retractions(int count)
        => Numbers(count).Select(number => ($"10.5555/Paper.{number}", "0", "Retraction", $"10.5555/notice.{number}", "3/1/2026 0:00"))
            .Prepend(("10.1016/S0140-6736(97)11096-0", "9500320", "Retraction", "10.1016/s0140-6736(10)60175-4", "2/2/2010 0:00"));

    public static IEnumerable<(string, string)> Topics(int count)
        => Numbers(count).Select(number => ($"Topic {number}", $"https://medlineplus.gov/topic{number}.html")).Concat([("Asthma", "https://medlineplus.gov/asthma.html"), ("Crohn's Disease", "https://medlineplus.gov/crohnsdisease.html")]);

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
