using System.Diagnostics;
using CredScore.Scoring.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>What holds for every text.</summary>
public class WikitextFuzzTests
{
    [Test]
    public void Reads_any_mixture_of_markup_alike_every_time()
        => WikitextSamples.Mixtures.Sample(
            text =>
            {
                var once = Wikitext.Everything(Wikitext.Read(text));
                Assert.That(Wikitext.Everything(Wikitext.Read(text)), Is.EqualTo(once));
            },
            iter: 3000);

    [Test]
    public void Reads_any_cut_of_an_article()
    {
        var whole = WikitextSamples.Article;

        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, whole.Length], WikitextSamples.Pieces).Sample(
            (from, to, token) =>
            {
                var article = Wikitext.Read(whole[..from] + token + whole[to..]);
                Assert.That(article.Sections, Is.Not.Empty);
                Assert.That(article.References!.Select(reference => reference.Index), Is.EqualTo(Enumerable.Range(1, article.References!.Count)));
            },
            iter: 3000);
    }

    [Test]
    public void Reads_alike_whatever_was_read_before()
        => Gen.Select(WikitextSamples.Mixtures, WikitextSamples.Mixtures).Sample(
            (before, text) =>
            {
                // Each thread has a reader of its own.
                var fresh = string.Empty;
                var thread = new Thread(() => fresh = Wikitext.Everything(Wikitext.Read(text)));
                thread.Start();
                thread.Join();
                Wikitext.Read(before);
                Assert.That(Wikitext.Everything(Wikitext.Read(text)), Is.EqualTo(fresh));
            },
            iter: 400);

    [Test]
    public void Keeps_its_counts_in_bounds()
        => WikitextSamples.Mixtures.Sample(
            text =>
            {
                var article = Wikitext.Read(text);
                var prose = article.Prose;
                Assert.That(prose.LeadWords + prose.BodyWords, Is.EqualTo(prose.Words));
                Assert.That(article.Sections.Sum(section => section.Words), Is.EqualTo(prose.Words));
                Assert.That(prose.UncitedBodyParagraphs, Is.LessThanOrEqualTo(prose.BodyParagraphs));
                Assert.That(prose.UncitedBodyWords, Is.LessThanOrEqualTo(prose.BodyWords));
                Assert.That(prose.Sentences, Is.LessThanOrEqualTo(prose.Words));
                Assert.That(article.References!.Where(reference => reference.Section < 0 || reference.Section >= article.Sections.Count || reference.Target == reference), Is.Empty);
            },
            iter: 3000);

    [TestCaseSource(nameof(Adversaries))]
    public void Takes_time_in_proportion_to_the_length(string prefix, string piece, string suffix)
    {
        // Under a second no reading of 2 MB is quadratic; above it, a quarter of the text tells: 4 times is linear, 16 times is quadratic.
        const int Length = 2_000_000;
        Measure(prefix, piece, suffix, Length / 40);
        var whole = Measure(prefix, piece, suffix, Length);

        for (var repeat = 0; repeat < 2 && whole > 1000; repeat++)
        {
            whole = Math.Min(whole, Measure(prefix, piece, suffix, Length));
        }

        Assert.That(whole, Is.LessThan(5000), "milliseconds for 2 MB");
        Assert.That(whole < 1000 || whole / Measure(prefix, piece, suffix, Length / 4) <= 12, $"{whole:0} ms for 2 MB");
    }

    private static double Measure(string prefix, string piece, string suffix, int length)
    {
        var text = string.Concat([prefix, .. Enumerable.Repeat(piece, length / piece.Length), suffix]);
        var watch = Stopwatch.StartNew();
        WikitextReader.Read(text, ArticleContext.Unknown);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static IEnumerable<TestCaseData> Adversaries()
    {
        string[] pieces =
        [
            "{{", "}}", "{{{", "[[", "]]", "[[a|", "[[File:a|", "[[Category:", "<ref", "<ref>", "<ref name=", "<ref name=\"a", "<ref name=a/>", "</ref>", "<references>", "<!--", "<!-- -->", "''", "'", "[http://",
            "[http://a.example/ ", "http://a.example/ ", "http:", "://", "&", "&amp", "&amp;", "{|", "{|\n", "|}\n", "|", "=", "\n==a==\n", "==", "\n=", "\n", "\n*", "\n\n== Works ==\n", "\n== References ==\n* a\n", "<", "<a ", "<math>",
            "<nowiki>", "<table>", "<gallery>", "{{cite web|", "{{cite web|title=", "{{sfn|a|1999}}", "{{sfn|", "{{r|a", "{{efn|", "{{reflist|refs=", "{{lang|", "{{a}}", "a", " ", "é.", "10.", "ISBN ", "1999", "{{multiple issues|", "<ref>a</ref", "{{infobox|",
        ];

        foreach (var piece in pieces)
        {
            yield return new TestCaseData("", piece, "").SetArgDisplayNames($"{piece.Replace('\n', '~')} again and again");
        }

        (string Prefix, string Piece, string Suffix)[] wrapped =
        [
            ("<ref>", "<ref>", "</ref>"), ("<ref>", "<math>", "</ref>"), ("<ref>", "<math><ref>a</ref>", ""), ("{{infobox|", "|image=a.jpg", "}}"), ("{{cite web|doi=", "10.", "}}"), ("{{cite web|title=", "<", "}}"),
            ("{{cite web", "|title=a", "}}"), ("{{cite web|id=", "ISBN ", "}}"), ("{{cite book|isbn=", "1-", "}}"), ("{{r", "|a", "}}"), ("{{sfn", "|a", "}}"), ("== ", "[[a|", " =="), ("== ", "<!-- a -->", " =="), ("== ", "<!--", " =="), ("== References ==\n", "a\n", ""),
            ("== References ==\n* ", "<ref>", ""), ("<references>", "<ref name=a/>", "</references>"), ("[[File:a.jpg", "|a", "]]"), ("<ref name=\"", "a ", "\"/>"), ("{{multiple issues", "|pov=1", "}}"), ("<gallery>", "\na.jpg|b", "</gallery>"),
            ("{{infobox disease", "|ICD10={{ICD10|K|50}}", "}}"), ("", "<math><ref><math></ref>", ""), ("{{cite web|title=", "{", "}}"), ("{{", "<!--a-->", "}}"),
        ];

        foreach (var (prefix, piece, suffix) in wrapped)
        {
            yield return new TestCaseData(prefix, piece, suffix).SetArgDisplayNames($"{(prefix + piece).Replace('\n', '~')} inside {suffix}");
        }
    }
}
