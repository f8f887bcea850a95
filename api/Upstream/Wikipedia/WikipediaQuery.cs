using System.Globalization;
using System.Text;
using System.Text.Json;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>The one question that is asked about a page: its text and everything the wiki knows beside it.</summary>
internal static class WikipediaQuery
{
    /// <summary>How far back edits are counted.</summary>
    public static readonly TimeSpan RecentTime = TimeSpan.FromDays(30);

    private const string Path = "/w/api.php?action=query&format=json&formatversion=2"
        + "&prop=revisions%7Cinfo%7Cpageprops%7Cpageassessments&rvprop=ids%7Ctimestamp%7Ccontent&rvslots=main"
        + "&inprop=protection&ppprop=wikibase_item%7Cdisambiguation&palimit=max&pasubprojects=1";

    // https://www.mediawiki.org/wiki/API:Revisions, API:Info, API:Pageprops, Extension:PageAssessments, API:RecentChanges
    public static string For(PageAddress address, DateTimeOffset now) => address switch
    {
        // A revision may be one of a page that is a redirect today: what is asked for is that very text.
        { Revision: { } revision } => $"{Path}&revids={Number(revision)}",
        { PageId: { } page } => $"{Path}&redirects=1&pageids={Number(page)}",
        _ => $"{Path}&redirects=1&titles={Uri.EscapeDataString(address.Title!)}{ChangesOf(address.Title!, now)}",
    };

    /// <summary>The question again, for what did not fit into the last answer.</summary>
    public static string Continued(string query, IReadOnlyDictionary<string, JsonElement> members)
    {
        var next = new StringBuilder(query);

        foreach (var (name, value) in members)
        {
            next.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value.ToString()));
        }

        return next.ToString();
    }

    private static string ChangesOf(string title, DateTimeOffset now)
        => $"&list=recentchanges&rctitle={Uri.EscapeDataString(title)}&rctype=edit&rcprop=timestamp%7Ctags&rclimit=max&rcend={(now - RecentTime).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
