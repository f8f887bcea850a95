using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>
/// The single pass over wikitext. It jumps from one character of markup to the next; open templates, links and footnotes stand on a stack of its own
/// (no recursion), and what lies between goes to where the innermost of them says: prose, the text of a reference, or nowhere.
/// </summary>
internal sealed partial class WikitextScanner
{
    // Deeper nesting is not written by people; its braces read as text.
    private const int DeepestFrame = 100;

    private static readonly SearchValues<char> Special = SearchValues.Create("{}[]|='\n<&:");

    private enum FrameKind
    {
        Template,
        Link,
        FileLink,
        ExternalLink,

        /// <summary>The inside of a footnote tag; nothing that opens inside reaches beyond its end.</summary>
        Footnote,
    }

    private enum Sink
    {
        Nowhere,
        Prose,
        ReferenceText,
    }

    private struct Frame
    {
        public FrameKind Kind;
        public int Start;
        public int PartStart;
        public int FirstParameter;
        public int NameEnd;
        public int TextStart;
        public TemplateInfo? Template;
        public bool HoldsFootnote;
        public bool IsDefinition;
        public int OuterLimit;
        public int ResumeAt;
        public Sink OuterSink;
        public int CaptionStart;
        public int CaptionEnd;
        public bool HasAlt;
        public bool IsSmall;
    }

    /// <summary>A template's parameter as ranges of the text; a negative name start means that it has none.</summary>
    private struct Parameter
    {
        public int NameStart;
        public int NameEnd;
        public int ValueStart;
        public int ValueEnd;
    }

    private readonly Frame[] _frames = new Frame[DeepestFrame];
    private readonly HashSet<int> _literalBraces = [];
    private readonly List<Parameter> _parameters = [];

    private string _text = "";
    private int _frameCount;
    private int _noTemplatesFrom;
    private int _position;
    private int _limit;
    private Sink _sink;

    public void Begin(string text)
    {
        _literalBraces.Clear();
        _noTemplatesFrom = int.MaxValue;
        _text = text;
        Reset();
    }

    /// <summary>Starts over, with the templates that did not close read as text; the last time with all from the first of them on, so that the text ends.</summary>
    public void BeginAgain(bool isLast)
    {
        if (isLast)
        {
            _noTemplatesFrom = Array.Find(_frames, frame => frame.Kind == FrameKind.Template).Start;
        }

        for (var i = 0; i < _frameCount; i++)
        {
            if (_frames[i].Kind == FrameKind.Template)
            {
                _literalBraces.Add(_frames[i].Start);
            }
        }

        Reset();
    }

    /// <summary>Reads the whole text. False when templates were left open, whose content was then not read as prose.</summary>
    public bool Scan()
    {
        BeginLine();

        while (true)
        {
            if (_position >= _limit)
            {
                if (!EndFootnoteAtLimit())
                {
                    break;
                }

                continue;
            }

            var rest = _text.AsSpan(_position, _limit - _position);
            var plain = rest.IndexOfAny(Special);

            if (plain != 0)
            {
                Write(plain < 0 ? rest : rest[..plain]);
                _position += plain < 0 ? rest.Length : plain;
                continue;
            }

            ReadMarkup(rest[0]);
        }

        for (var i = 0; i < _frameCount; i++)
        {
            if (_frames[i].Kind == FrameKind.Template)
            {
                return false;
            }
        }

        EndBlock();
        return true;
    }

    /// <summary>Lets go of the text, so that a waiting reader keeps no page in memory.</summary>
    public void Release()
    {
        _text = "";
        Reset();
    }

    private void Reset()
    {
        _frameCount = 0;
        _position = 0;
        _limit = _text.Length;
        _parameters.Clear();
        ResetBlocks();
        ResetReferences();
        ResetElements();
    }

    private char Peek(int offset) => _position + offset < _limit ? _text[_position + offset] : '\0';

    private ReadOnlySpan<char> Slice(int start, int end) => _text.AsSpan(start, Math.Max(0, end - start));

    private void ReadMarkup(char c)
    {
        switch (c)
        {
            case '{':
                ReadOpenBrace();
                break;
            case '}':
                ReadCloseBrace();
                break;
            case '[':
                ReadOpenBracket();
                break;
            case ']':
                ReadCloseBracket();
                break;
            case '|':
                ReadBar();
                break;
            case '=':
                ReadEquals();
                break;
            case '\'':
                ReadApostrophe();
                break;
            case '\n':
                ReadNewline();
                break;
            case '<':
                ReadTag();
                break;
            case '&':
                ReadEntity();
                break;
            default:
                ReadColon();
                break;
        }
    }

    private void Push(FrameKind kind, int start, Sink sink)
    {
        _frames[_frameCount++] = new Frame
        {
            Kind = kind,
            Start = start,
            PartStart = start,
            FirstParameter = _parameters.Count,
            NameEnd = -1,
            OuterSink = _sink,
            CaptionStart = -1,
        };
        _sink = sink;
    }

    private void Pop()
    {
        _frameCount--;
        ref var frame = ref _frames[_frameCount];
        _sink = frame.OuterSink;

        if (_parameters.Count > frame.FirstParameter)
        {
            _parameters.RemoveRange(frame.FirstParameter, _parameters.Count - frame.FirstParameter);
        }
    }

    private void Write(ReadOnlySpan<char> text)
    {
        switch (_sink)
        {
            case Sink.Prose:
                WriteProse(text);
                break;
            case Sink.ReferenceText:
                WriteReferenceText(text);
                break;
        }
    }

    private void WriteGap()
    {
        if (_sink != Sink.Nowhere)
        {
            Write(" ");
        }
    }

    /// <summary>Writes the character at the position as it stands and goes on behind it.</summary>
    private void WriteLiteral(int length = 1)
    {
        Write(Slice(_position, Math.Min(_position + length, _limit)));
        _position += length;
    }

    private void ReadApostrophe()
    {
        var run = 1;

        while (Peek(run) == '\'')
        {
            run++;
        }

        if (run == 1)
        {
            WriteLiteral();
        }
        else
        {
            // Italics and bold; five and more are both at once.
            _position += run;
        }
    }

    private void ReadEntity()
    {
        var rest = Slice(_position, Math.Min(_limit, _position + 12));
        var end = rest.IndexOf(';');

        if (end < 2 || rest[1..end].ContainsAny(" \n&|"))
        {
            WriteLiteral();
            return;
        }

        WriteGap();
        _position += end + 1;
    }
}
