using System.Buffers;
using System.Text;
using CredScore.Scoring.Documents;

namespace CredScore.Cli.Score;

/// <summary>A file that somebody saved a page to: its text, and by the text whether it is wikitext or HTML.</summary>
internal sealed record PageFile(DocumentFormat Format, string Text)
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int LargestFile = 20 * 1024 * 1024;
    private const int MarkupWindow = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] HtmlOpenings = ["<!doctype html", "<html", "<head", "<body"];

    // What only MediaWiki's own output holds: saved fragments of a page start with any tag.
    private static readonly string[] HtmlMarks = ["class=\"mw-parser-output", "class=\"mw-body-content", "data-mw=", "data-parsoid=", "data-mw-section-id="];

    public static async Task<PageFile> ReadAsync(string path, Terminal terminal, CancellationToken cancellationToken)
        => Recognise(await ReadTextAsync(path, terminal, cancellationToken), NameOf(path));

    /// <summary>A file's text, whatever is in it.</summary>
    public static async Task<string> ReadTextAsync(string path, Terminal terminal, CancellationToken cancellationToken)
        => Decode(await ReadBytesAsync(path, NameOf(path), terminal, cancellationToken), NameOf(path));

    /// <summary>What a sentence calls the file.</summary>
    public static string NameOf(string path) => path == StandardInput ? "Standard input" : path;

    /// <summary>Whether a page was opened and never closed; browsers and sites always do.</summary>
    public static bool IsCutHtml(string text)
        => text.Contains("<html", StringComparison.OrdinalIgnoreCase) && !text.Contains("</html", StringComparison.OrdinalIgnoreCase);

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(string path, string name, Terminal terminal, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();

        try
        {
            await using var stream = path == StandardInput ? terminal.OpenInput() : File.OpenRead(path);

            while (await stream.ReadAsync(content.GetMemory(64 * 1024), cancellationToken) is var read and > 0)
            {
                content.Advance(read);

                if (content.WrittenCount > LargestFile)
                {
                    throw CommandFailure.BadInput($"{name} is larger than {LargestFile / 1024 / 1024} MB: no page is.");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"{name} could not be read: {Sentence.Of(exception)}", exception);
        }

        return content.WrittenMemory;
    }

    private static string Decode(ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Span.Contains((byte)0))
        {
            throw CommandFailure.BadInput($"{name} is a binary file, not text in UTF-8.");
        }

        try
        {
            var text = StrictUtf8.GetString(bytes.Span).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? throw CommandFailure.BadInput($"{name} is empty.") : text;
        }
        catch (DecoderFallbackException exception)
        {
            throw CommandFailure.BadInput(
                exception.Index >= bytes.Length - 4
                    ? $"{name} is cut: it ends in the middle of a character."
                    : $"{name} is not text in UTF-8: byte {exception.Index + 1} cannot stand where it does.",
                exception);
        }
    }

    private static PageFile Recognise(string text, string name)
    {
        var start = AfterComments(text);

        if (IsJson(start))
        {
            throw CommandFailure.BadInput($"{name} is JSON: give the wikitext or the HTML of the page itself.");
        }

        if (!IsHtml(text, start))
        {
            return new(DocumentFormat.Wikitext, text);
        }

        return IsCutHtml(text)
            ? throw CommandFailure.BadInput($"{name} is cut: its <html> is never closed.")
            : new(DocumentFormat.Html, text);
    }

    private static bool IsHtml(string text, ReadOnlySpan<char> start)
    {
        foreach (var opening in HtmlOpenings)
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return start is ['<', ..] && text.AsSpan(0, Math.Min(text.Length, MarkupWindow)) is var window && HoldsMark(window);
    }

    private static bool HoldsMark(ReadOnlySpan<char> window)
    {
        foreach (var mark in HtmlMarks)
        {
            if (window.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // An object with a quoted name; wikitext opens templates and tables with other characters after the brace.
    private static bool IsJson(ReadOnlySpan<char> start)
        => (start is ['{', .. var members] && members.TrimStart() is ['"', ..]) || (start is ['[', .. var items] && items.TrimStart() is ['{', '"', ..]);

    private static ReadOnlySpan<char> AfterComments(string text)
    {
        var rest = text.AsSpan().TrimStart();

        while (rest.StartsWith("<!--", StringComparison.Ordinal) && rest.IndexOf("-->", StringComparison.Ordinal) is var end and >= 0)
        {
            rest = rest[(end + 3)..].TrimStart();
        }

        // <?xml …?> stands before XHTML.
        return rest.StartsWith("<?xml", StringComparison.Ordinal) && rest.IndexOf("?>", StringComparison.Ordinal) is var close and >= 0
            ? rest[(close + 2)..].TrimStart()
            : rest;
    }
}
