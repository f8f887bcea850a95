using System.Text;
using CredScore.Cli.Score;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Documents;

namespace CredScore.Cli.Tests.Score;

internal sealed class PageFileTests
{
    [TestCase("'''Fever''' is warm.")]
    [TestCase("{{Infobox medical condition\n| name = Fever}}")]
    [TestCase("{| class=\"wikitable\"\n|}")]
    [TestCase("<!-- a note -->\n'''Fever'''")]
    [TestCase("<div class=\"box\">'''Fever'''</div>")]
    [TestCase("\uFEFF'''Fever'''")]
    public async Task Tells_wikitext(string text)
        => Assert.That((await ReadAsync(text)).Format, Is.EqualTo(DocumentFormat.Wikitext));

    [TestCase("<!DOCTYPE html><html><body>Fever</body></html>")]
    [TestCase("<html><p>Fever</p></html>")]
    [TestCase("<!-- saved from somewhere -->\n<!doctype html>\n<html></html>")]
    [TestCase("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>")]
    [TestCase("<div class=\"mw-parser-output\"><p>Fever</p></div>")]
    [TestCase("<section data-mw-section-id=\"0\"><p>Fever</p></section>")]
    public async Task Tells_html(string text)
        => Assert.That((await ReadAsync(text)).Format, Is.EqualTo(DocumentFormat.Html));

    [TestCase("", "empty")]
    [TestCase(" \n\t ", "empty")]
    [TestCase("PK\u0003\u0004\0\0", "binary")]
    [TestCase("<html><body><p>Fever is", "cut")]
    [TestCase("{\"query\": {\"pages\": []}}", "JSON")]
    [TestCase("[{\"title\": \"Fever\"}]", "JSON")]
    public void Refuses_what_is_no_page(string text, string words)
        => Assert.That(() => ReadAsync(text), Throws.TypeOf<CommandFailure>().With.Message.Contains(words).And.Property("ExitCode").EqualTo(2));

    [Test]
    public void Refuses_text_in_another_encoding()
        => AssertRefuses([.. "Fi"u8, 0xE8, .. "vre, as Latin-1 writes it"u8], "not text in UTF-8");

    [Test]
    public void Refuses_text_that_ends_within_a_character()
        => AssertRefuses([.. "Fever with a degree sign "u8, 0xC2], "is cut");

    private static void AssertRefuses(byte[] bytes, string words)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("page", bytes);

        Assert.That(() => PageFile.ReadAsync(path, Terminal, default), Throws.TypeOf<CommandFailure>().With.Message.Contains(words));
    }

    private static Task<PageFile> ReadAsync(string text)
        => PageFile.ReadAsync("-", Terminal with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(text)) }, default);

    private static Terminal Terminal => new Surroundings().ToTerminal(TextWriter.Null, TextWriter.Null);
}
