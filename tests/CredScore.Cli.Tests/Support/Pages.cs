using System.Globalization;
using System.Text.Json;

namespace CredScore.Cli.Tests.Support;

/// <summary>Texts that the tests score: ours, small, and about nothing in particular.</summary>
internal static class Pages
{
    public const string Address = "https://en.wikipedia.org/wiki/Marsh_fever";

    public const string Wikitext =
        """
        '''Marsh fever''' is an illness that people once thought came from bad air over wet ground, and it was feared in many low countries.<ref>{{cite journal |last=Reed |title=A review of marsh fevers |journal=BMJ |year=2012 |doi=10.1136/bmj.e1 |pmid=22222222}}</ref>

        == Causes ==
        It is carried by mosquitoes, which breed in standing water, and it spreads faster in the warm months of the year than in the cold ones.<ref name="who">{{cite web |title=Fevers |url=https://www.who.int/fevers |publisher=World Health Organization |year=2019}}</ref>

        == Treatment ==
        Rest, water and the medicines that a physician names are what most guidelines ask for in the first days of the illness.<ref name="who" />

        [[Category:Fevers]]
        """;

    public const string Html =
        """
        <!DOCTYPE html>
        <html lang="en"><head><title>Marsh fever - Wikipedia</title></head><body class="ns-0">
        <h1 id="firstHeading">Marsh fever</h1>
        <div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output" lang="en">
        <p><b>Marsh fever</b> is an illness that people once thought came from bad air over wet ground.</p>
        </div></div></body></html>
        """;

    public static string Line(int id, string title = "Marsh fever") => JsonSerializer.Serialize(new { id, title, wikitext = Wikitext });

    /// <summary>A dump in the form of https://www.mediawiki.org/wiki/Help:Export with the given pages.</summary>
    public static string Dump(params string[] pages) =>
        $"""
        <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
          <siteinfo><sitename>Wikipedia</sitename><dbname>enwiki</dbname><namespaces><namespace key="0" /><namespace key="1">Talk</namespace></namespaces></siteinfo>
        {string.Join('\n', pages)}
        </mediawiki>
        """;

    public static string DumpPage(int id, string title, string text, int space = 0, string inPage = "", string inRevision = "")
        => string.Create(CultureInfo.InvariantCulture, $"""
          <page>
            <title>{title}</title><ns>{space}</ns><id>{id}</id>{inPage}
            <revision>
              <id>{id + 1000}</id><parentid>{id}</parentid><timestamp>2024-03-01T12:00:00Z</timestamp>
              <contributor><username>Nobody</username><id>7</id></contributor><comment>tidy</comment>{inRevision}
              <origin>{id + 1000}</origin><model>wikitext</model><format>text/x-wiki</format>
              <text bytes="{text.Length}" sha1="0" xml:space="preserve">{System.Security.SecurityElement.Escape(text)}</text>
              <sha1>0</sha1>
            </revision>
          </page>
        """);
}
