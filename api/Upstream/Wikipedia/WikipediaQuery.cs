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

    private const string Plain = "/w/api.php?action=query&format=json&formatversion=2";

    /// <summary>Nobody waits for the answer, so that the wiki may ask for patience while its copies lag behind.</summary>
    // https://www.mediawiki.org/wiki/Manual:Maxlag_parameter
    public const string Patient = "maxlag=5";

    private const string Path = Plain
        + "&prop=revisions%7Cinfo%7Cpageprops%7Cpageassessments&rvprop=ids%7Ctimestamp%7Ccontent&rvslots=main"
        + "&inprop=protection&ppprop=wikibase_item%7Cdisambiguation&palimit=max&pasubprojects=1";

    // https://www.mediawiki.org/wiki/API:Revisions, API:Info, API:Pageprops, Extension:PageAssessments, API:RecentChanges
    public static string For(PageAddress address, DateTimeOffset now, Urgency urgency) => urgency == Urgency.Now ? For(address, now) : $"{For(address, now)}&{Patient}";

    private static string For(PageAddress address, DateTimeOffset now) => address switch
    {
        // A revision may be one of a page that is a redirect today: what is asked for is that very text.
        { Revision: { } revision } => $"{Path}&revids={Number(revision)}",
        { PageId: { } page } => $"{Path}&redirects=1&pageids={Number(page)}",
        _ => $"{Path}&redirects=1&titles={Uri.EscapeDataString(address.Title!)}{ChangesOf(address.Title!, now)}",
    };

    // https://www.mediawiki.org/wiki/API:Revisions: backwards from the moment, one.
    public static string RevisionAt(PageAddress address, DateTimeOffset moment)
        => $"{Plain}&prop=revisions&rvprop=ids&rvlimit=1&rvdir=older&rvstart={Moment(moment)}&redirects=1&{(address.PageId is { } page ? $"pageids={Number(page)}" : $"titles={Uri.EscapeDataString(address.Title!)}")}&{Patient}";

    // https://www.mediawiki.org/wiki/API:Categorymembers
    public static string Category(string name, bool withSubcategories, IReadOnlyDictionary<string, string>? from)
        => Onward($"{Plain}&list=categorymembers&cmtitle={Uri.EscapeDataString($"Category:{name}")}&cmnamespace={(withSubcategories ? "0%7C14" : "0")}&cmprop=title&cmlimit=max&{Patient}", from);

    // https://www.mediawiki.org/wiki/Extension:PageAssessments
    public static string Project(string name, IReadOnlyDictionary<string, string>? from)
        => Onward($"{Plain}&list=projectpages&wppprojects={Uri.EscapeDataString(name)}&wpplimit=max&{Patient}", from);

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

    private static string Onward(string query, IReadOnlyDictionary<string, string>? from)
        => from is null ? query : query + string.Concat(from.Select(pair => $"&{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string ChangesOf(string title, DateTimeOffset now)
        => $"&list=recentchanges&rctitle={Uri.EscapeDataString(title)}&rctype=edit&rcprop=timestamp%7Ctags&rclimit=max&rcend={Moment(now - RecentTime)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
