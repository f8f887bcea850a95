using System.Text.RegularExpressions;
using CredScore.Scoring.Tests.Agreement;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>What is read from real articles, against counts that a regular expression makes of the same text.</summary>
[Category("Integration")]
public partial class WikitextRealArticlesTests
{
    [Test]
    public void Finds_the_footnotes_that_a_plain_search_finds()
    {
        var (same, close, articles) = (0, 0, 0);

        foreach (var text in LabelledArticles.Read().Take(1500).Select(article => article.Wikitext))
        {
            var expected = CountFootnotes(text);
            var found = Wikitext.Read(text).References!.Count(reference => reference.Place == Scoring.Documents.ReferencePlace.List);

            // Short footnotes and notes by template come on top; a plain search does not see them.
            articles++;
            same += found >= expected ? 1 : 0;
            close += found >= expected - 2 ? 1 : 0;
        }

        Assert.That((double)same / articles, Is.GreaterThan(0.95));
        Assert.That((double)close / articles, Is.GreaterThan(0.99));
    }

    private static int CountFootnotes(string text)
    {
        var plain = Hidden().Replace(text, "");
        var definitions = Definition().Matches(plain);
        return definitions.Count(match => !match.Value.Contains("name", StringComparison.OrdinalIgnoreCase))
            + definitions.Select(match => match.Value).Where(tag => tag.Contains("name", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).Count();
    }

    [GeneratedRegex("<!--.*?(-->|$)|<(nowiki|math|pre|gallery)\\b[^>/]*>.*?</\\2\\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("<ref(\\s[^<>/]*)?>(?=[^<]*\\S[^<]*</ref\\s*>)", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();
}
