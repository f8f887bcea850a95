namespace CredScore.Scoring.Documents;

/// <summary>Lines and blocks: paragraphs, headings, lists, tables.</summary>
internal sealed partial class WikitextScanner
{
    private enum Block
    {
        Paragraph,
        ListItem,

        /// <summary>An entry of a bibliography, collected as a reference.</summary>
        Entry,

        Table,

        /// <summary>Preformatted text and the like.</summary>
        Other,
    }

    private readonly List<Section> _sections = [];
    private ProseCounter _prose = new();
    private Block _block;
    private bool _isCited;
    private readonly SectionRole _role = new();
    private int _tableDepth;
    private int _tables;
    private int _listItems;

    private Section CurrentSection => _sections[^1];

    private void ResetBlocks()
    {
        _sections.Clear();
        _sections.Add(new() { Index = 0, Level = 1, Heading = "" });
        _prose = new();
        _block = Block.Paragraph;
        _isCited = false;
        _role.Reset();
        _tableDepth = 0;
        _tables = 0;
        _listItems = 0;
        _sink = Sink.Prose;
    }

    private void WriteProse(ReadOnlySpan<char> text)
    {
        if (_block == Block.Paragraph && !_role.IsOutside && !_role.IsBibliography)
        {
            _prose.Add(text);
        }
    }

    private void ReadNewline()
    {
        if (_frameCount == 0)
        {
            _position++;
            BeginLine();
            return;
        }

        // A link does not go on behind an empty line or a heading; a template does.
        if (_frames[_frameCount - 1].Kind is FrameKind.Link or FrameKind.FileLink or FrameKind.ExternalLink && Peek(1) is '\n' or '=' or '\0')
        {
            Pop();
            return;
        }

        WriteGap();
        _position++;
    }

    /// <summary>Looks at what a line of the page itself begins with.</summary>
    private void BeginLine()
    {
        if (_block == Block.Entry)
        {
            EndEntry();
        }

        var c = Peek(0);

        switch (c)
        {
            case '\0' or '\n':
                EndBlock();
                break;
            case '=' when ReadHeading():
                break;
            case '{' when Peek(1) == '|':
                BeginTable();
                break;
            case '|' when Peek(1) == '}' && _tableDepth > 0:
                EndTable();
                break;
            case '*' or '#' or ':' or ';':
                BeginListItem();
                break;
            case ' ' when _tableDepth == 0:
                EndBlock();
                _block = Block.Other;
                break;
            default:
                BeginText();
                break;
        }
    }

    private void BeginText()
    {
        if (_tableDepth > 0)
        {
            return;
        }

        if (_block == Block.Paragraph)
        {
            // The same paragraph goes on.
            _prose.AddGap();
            return;
        }

        EndBlock();
    }

    private void BeginListItem()
    {
        while (Peek(0) is '*' or '#' or ':' or ';')
        {
            _position++;
        }

        if (_tableDepth > 0)
        {
            return;
        }

        EndBlock();

        if (_role.IsBibliography)
        {
            BeginEntry();
        }
        else
        {
            _block = Block.ListItem;
            _listItems += _role.IsOutside ? 0 : 1;
        }
    }

    private void BeginTable()
    {
        EndBlock();
        _tables += _tableDepth == 0 && !_role.IsOutside ? 1 : 0;
        _tableDepth++;
        _block = Block.Table;
        _position += 2;
    }

    private void EndTable()
    {
        _tableDepth--;
        _position += 2;

        if (_tableDepth == 0)
        {
            _block = Block.Other;
        }
    }

    /// <summary>Ends the paragraph and makes room for the next block.</summary>
    private void EndBlock()
    {
        if (_block == Block.Entry)
        {
            EndEntry();
        }

        if (_block == Block.Paragraph)
        {
            _prose.EndParagraph(CurrentSection, _isCited);
        }

        _isCited = false;
        _block = _tableDepth > 0 ? Block.Table : Block.Paragraph;
    }

    private bool ReadHeading()
    {
        var line = Slice(_position, _limit);
        var length = line.IndexOf('\n');
        line = length < 0 ? line : line[..length];
        var heading = WithoutComment(line).TrimEnd();
        var level = 0;

        while (level < heading.Length && heading[level] == '=' && heading[^(level + 1)] == '=' && heading.Length > 2 * (level + 1))
        {
            level++;
        }

        if (level < 2)
        {
            return false;
        }

        EndBlock();
        _tableDepth = 0;
        _block = Block.Paragraph;
        BeginSection(Math.Min(level, 6), Markup.ToPlain(heading[level..^level].Trim('=')));
        _position += line.Length;
        return true;
    }

    private void BeginSection(int level, string heading)
    {
        _role.Enter(level, heading);
        _sections.Add(new() { Index = _sections.Count, Level = level, Heading = heading, IsAppendix = _role.IsBibliography || _role.IsOutside });
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf("<!--", StringComparison.Ordinal);
        return start < 0 ? line : line[..start];
    }
}
