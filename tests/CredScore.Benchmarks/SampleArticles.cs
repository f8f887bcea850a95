using System.Globalization;
using System.Text;

namespace CredScore.Benchmarks;

/// <summary>Articles in wikitext made to size: ordinary ones, and such as somebody would write to make a reader slow.</summary>
internal static class SampleArticles
{
    private const int SectionsInArticle = 14;

    // What is repeated, and what stands in front of it once.
    private static readonly (string Name, string Opening, string Piece)[] Repeated =
    [
        ("footnotes", "", "Word<ref>{{cite journal |title=A trial |journal=The Lancet |date=2019 |doi=10.1016/x}}</ref> and more.\n"),
        ("names of one footnote", "A<ref name=a>B</ref>", "<ref name=a/>"),
        ("names of many footnotes", "", "<ref name=\"#\">Smith 2001, p. 4.</ref> "),
        ("short footnotes", "* {{cite book |last=Smith |year=2001 |ref=harv}}\n", "{{sfn|Smith|2001|p=#}} "),
        ("templates never closed", "", "{{cite web|url="),
        ("braces", "", "{"),
        ("links never closed", "", "[[File:A|"),
        ("brackets", "", "["),
        ("tables never closed", "", "\n{|\n|-\n|"),
        ("tags never closed", "", "<ref name="),
        ("footnotes never closed", "", "<ref>text "),
        ("comments never closed", "", "<!-- "),
        ("nowiki never closed", "", "<nowiki>"),
        ("angle brackets", "", "<"),
        ("quotes", "", "'''''a"),
        ("headings", "", "\n== # ==\nText of a section.\n"),
        ("parameters", "{{Infobox x", "|p#=v"),
        ("list items", "", "\n* [[Link|text]] and [http://example.org/# words]"),
        ("categories", "", "[[Category:Diseases and disorders #]]"),
    ];

    /// <summary>An ordinary article of about 25 kB with prose, citations of every kind, a table and an infobox.</summary>
    public static string Ordinary(int number)
    {
        var text = new StringBuilder("{{Short description|Sample}}\n{{Infobox medical condition\n| name = Sample\n| field = Neurology\n| ICD10 = G43\n}}\n'''Sample''' is a condition.\n");

        for (var section = 0; section < SectionsInArticle; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n== {(section % 3 == 0 ? "Signs and symptoms" : section % 3 == 1 ? "Treatment" : "History")} {section} ==\n");

            for (var paragraph = 0; paragraph < 3; paragraph++)
            {
                AddParagraph(text, (number * 100) + (section * 3) + paragraph);
            }
        }

        return text.Append("\n== References ==\n{{reflist}}\n[[Category:Neurological disorders]]\n[[Category:Diseases]]\n").ToString();
    }

    /// <summary>Texts of a size, by the name of their shape.</summary>
    public static IEnumerable<(string Name, Func<int, string> OfSize)> Shapes()
    {
        yield return ("an ordinary article, grown", size => Grow("", size, i => Ordinary(i)));
        yield return ("nested templates", size => string.Concat(Enumerable.Repeat("{{a|", size / 8)) + string.Concat(Enumerable.Repeat("}}", size / 4)));
        yield return ("nested lists of brackets", size => string.Concat(Enumerable.Repeat("[[", size / 4)) + string.Concat(Enumerable.Repeat("]]", size / 4)));

        foreach (var (name, opening, piece) in Repeated)
        {
            yield return (name, size => Grow(opening, size, i => piece.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }
    }

    public static string Grow(string opening, int size, Func<int, string> piece)
    {
        var text = new StringBuilder(opening, size + 100);

        for (var i = 0; text.Length < size; i++)
        {
            text.Append(piece(i));
        }

        return text.ToString(0, size);
    }

    private static void AddParagraph(StringBuilder text, int number)
    {
        const string Prose = "The condition was first described by physicians who noticed that [[patient]]s with [[fever|high fever]] recovered slowly, and several later studies "
            + "confirmed what they had seen. Treatment depends on the cause; most people are advised to rest and to drink enough water.";

        text.Append(Prose).Append(CultureInfo.InvariantCulture, $"<ref name=\"r{number}\">{{{{cite journal |vauthors=Sample A, Other B |title=A randomized trial of rest {number} |journal=The Lancet |volume={number} |date={1990 + (number % 30)} |doi=10.1016/S0140-6736({number}) |pmid={10_000_000 + number}}}}}</ref> ");
        text.Append(Prose).Append(CultureInfo.InvariantCulture, $"<ref>{{{{cite web |url=https://www.who.int/news/item/{number} |title=Fact sheet {number} |publisher=World Health Organization |access-date=2 May 2019}}}}</ref><ref name=\"r{number}\" />\n\n");
    }
}
