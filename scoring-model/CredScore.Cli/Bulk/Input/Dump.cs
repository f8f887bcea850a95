using System.Globalization;
using System.Xml;
using CredScore.Scoring.Documents;

namespace CredScore.Cli.Bulk.Input;

/// <summary>
/// Reads articles from a MediaWiki XML dump, page by page. Redirects and pages outside the article namespace are counted, not rows.
/// Of a page with several revisions the last is taken. See https://www.mediawiki.org/wiki/Help:Export.
/// </summary>
internal sealed class Dump(NodeLimitStream stream, InputTally tally)
{
    /// <summary>Longest text that is read, in characters: ten times the longest article.</summary>
    public const int LongestText = 20 * 1024 * 1024;

    private const int LongestField = 64 * 1024;

    // The export format nests five levels; more is something else, made to exhaust us.
    private const int DeepestElement = 16;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    private readonly char[] _chunk = new char[32 * 1024];
    private readonly XmlText _text = new();
    private string? _language;

    public IEnumerable<InputRow> Read()
    {
        using var reader = XmlReader.Create(stream, Settings);
        ThrowIfNotDump(reader);

        while (MoveOn(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "page" } && ReadPage(reader) is { } row)
            {
                yield return row;
            }
        }
    }

    private void ThrowIfNotDump(XmlReader reader)
    {
        while (MoveOn(reader) && reader.NodeType is not XmlNodeType.Element)
        {
        }

        if (reader.LocalName != "mediawiki")
        {
            throw CommandFailure.BadInput($"The input is XML, but not a MediaWiki dump: it begins with <{Sentence.Plain(reader.LocalName)}>.");
        }

        _language = reader.GetAttribute("xml:lang");
    }

    private bool MoveOn(XmlReader reader)
    {
        stream.StartNode();

        return reader.Depth <= DeepestElement
            ? reader.Read()
            : throw new InvalidDataException($"its elements are nested deeper than {DeepestElement}");
    }

    private DumpRow? ReadPage(XmlReader reader)
    {
        var page = new Page();

        while (MoveOn(reader) && reader is not { NodeType: XmlNodeType.EndElement, Depth: 1 })
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                ReadElement(reader, page);
            }
        }

        if (page.Namespace is not "0")
        {
            tally.OtherPages++;
            return null;
        }

        if (page.IsRedirect)
        {
            tally.Redirects++;
            return null;
        }

        return new DumpRow(page.ToRow(_language));
    }

    private void ReadElement(XmlReader reader, Page page)
    {
        switch (reader.Depth, reader.LocalName)
        {
            case (2, "title"):
                page.Title = ReadField(reader);
                break;
            case (2, "ns"):
                page.Namespace = ReadField(reader).Trim();
                break;
            case (2, "id"):
                page.Id = ReadField(reader).Trim();
                break;
            case (2, "redirect"):
                page.IsRedirect = true;
                break;
            case (3, "id"):
                page.Revision = ReadField(reader);
                break;
            case (3, "timestamp"):
                page.Timestamp = ReadField(reader);
                break;
            case (3, "model"):
                page.Model = ReadField(reader).Trim();
                break;
            case (3, "text"):
                page.IsHidden = reader.GetAttribute("deleted") is not null;
                // A text that will not be scored is not kept.
                page.Text = ReadText(reader, page.Namespace is "0" && !page.IsRedirect ? LongestText : 0, out var isCut);
                page.IsTooLong = isCut;
                break;
        }
    }

    private string ReadField(XmlReader reader) => ReadText(reader, LongestField, out _);

    private string ReadText(XmlReader reader, int longest, out bool isCut)
    {
        _text.Clear(longest);

        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;

            while (MoveOn(reader) && !(reader.NodeType is XmlNodeType.EndElement && reader.Depth == depth))
            {
                AddText(reader);
            }
        }

        isCut = _text.IsCut;
        return _text.ToString();
    }

    private void AddText(XmlReader reader)
    {
        if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
        {
            return;
        }

        while (reader.ReadValueChunk(_chunk, 0, _chunk.Length) is var count and > 0)
        {
            _text.Add(_chunk.AsSpan(0, count));
            stream.StartNode();
        }
    }

    private sealed class Page
    {
        public string? Title { get; set; }

        public string? Namespace { get; set; }

        public string? Id { get; set; }

        public string? Revision { get; set; }

        public string? Timestamp { get; set; }

        public string? Model { get; set; }

        public string? Text { get; set; }

        public bool IsRedirect { get; set; }

        public bool IsHidden { get; set; }

        public bool IsTooLong { get; set; }

        public PageRow ToRow(string? language) => new()
        {
            Id = long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new(id.ToString(CultureInfo.InvariantCulture), IsNumber: true)
                : new(Id, IsNumber: false),
            Title = Title,
            Language = language,
            Revision = long.TryParse(Revision, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null,
            RevisionTime = DateTimeOffset.TryParse(Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
            Format = DocumentFormat.Wikitext,
            Text = Text,
            Error = Fault,
        };

        private string? Fault => this switch
        {
            { IsTooLong: true } => $"Its text is longer than {LongestText / 1024 / 1024} million characters.",
            { IsHidden: true } => "Its text was hidden by the wiki's administrators.",
            { Model: not (null or "wikitext") } => "It is not written in wikitext.",
            { Text: null } => "It holds no text.",
            _ => null,
        };
    }
}
