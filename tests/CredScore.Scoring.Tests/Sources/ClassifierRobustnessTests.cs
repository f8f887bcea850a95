using System.Diagnostics;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using CsCheck;

namespace CredScore.Scoring.Tests.Sources;

/// <summary>Whatever an article says, a reference gets a type and a reason, in time that grows with the text and no faster.</summary>
public sealed class ClassifierRobustnessTests
{
    private static readonly SourceClassifier Classifier = new();

    private static readonly string[] Pieces =
    [
        "http://", "https:", "//", "/", "web.archive.org/web/2010/", "?url=", "%3A%2F%2F", "[", "]", "::1", "@", ":", "www.", "xn--", "ü.example", ".ezproxy.", "doi.org/", "10.1136/", "10.",
        "(", ")", " ", "Lancet", "2005;12(3):45", "PMID", "ISBN", "the", "and", "A.", ".", ",", "\u0000", "\uD800", "\u0301", "%", "%zz", "cache:", "books.google.", "~", "\n", "\t",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 14].Select(string.Concat));

    [Test]
    public void Answers_for_any_text_in_any_field()
        => Gen.Select(Gen.Enum<ReferenceKind>(), Text.Array[7], Text.Array[0, 3]).Sample((kind, texts, addresses) =>
        {
            var source = Classifier.Classify(new()
            {
                Kind = kind,
                Place = ReferencePlace.List,
                Title = texts[0],
                Work = texts[1],
                Publisher = texts[2],
                Author = texts[3],
                Text = texts[4],
                Doi = texts[5],
                Pmid = texts[6],
                Addresses = addresses,
            });

            return source.Why.Length > 0 && Enum.IsDefined(source.Type);
        });

    [TestCase("a.")]
    [TestCase("http")]
    [TestCase("http://")]
    [TestCase("10.")]
    [TestCase("10.1136/")]
    [TestCase("(")]
    [TestCase("J 1 ")]
    [TestCase("Lancet 1;")]
    [TestCase("/web/2010")]
    [TestCase("?url=")]
    [TestCase("proxy.")]
    [TestCase("the ")]
    [TestCase("a")]
    public void Reads_a_hundred_thousand_characters_in_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        foreach (var address in (string[])[text, $"http://{text}", $"http://web.archive.org/web/{text}", $"https://doi.org/{text}", $"http://example.org/{text}"])
        {
            Classifier.Classify(new() { Kind = ReferenceKind.PlainText, Place = ReferencePlace.List, Text = text, Doi = text, Addresses = [address] });
            Classifier.Classify(new() { Kind = ReferenceKind.Journal, Place = ReferencePlace.List, Title = text, Work = text, Publisher = text, Doi = text, Addresses = [address] });
        }

        // A hundred times what it takes, so that a busy machine does not fail it; quadratic time would take minutes.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Says_the_same_twice()
    {
        var reference = Cited.Journal("The Lancet", "A systematic review", "10.1016/s0140-6736(05)00001-1");
        Assert.That(Classifier.Classify(reference), Is.EqualTo(new SourceClassifier(CatalogueSet.Parse(CatalogueSet.EmbeddedFiles())).Classify(reference)));
    }
}
