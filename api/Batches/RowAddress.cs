using System.Globalization;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Batches;

/// <summary>From what a row says to the page it names.</summary>
internal static class RowAddress
{
    /// <summary>The page, at the revision of the row's own column when it has one; null with the reason when there is none.</summary>
    public static PageAddress? Read(string text, long? revision, out NotScorable? why)
    {
        if (!PageAddress.TryParse(text, out var address, out why) || revision is not { } number || address.Kind != PageKind.Wikipedia || address.Revision == number)
        {
            return address;
        }

        // The reader of addresses knows how a title and a number stand in one.
        var exact = address.Title is null
            ? string.Create(CultureInfo.InvariantCulture, $"https://{address.Language}.wikipedia.org/w/index.php?oldid={number}")
            : address.WebAddressOf(number);
        return PageAddress.TryParse(exact, out var numbered, out why) ? numbered : null;
    }

    /// <summary>The word for a site in rows.</summary>
    public static string SiteOf(PageKind kind) => kind == PageKind.YouTube ? "youtube" : "wikipedia";
}
