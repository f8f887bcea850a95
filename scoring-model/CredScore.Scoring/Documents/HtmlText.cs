using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Text as a reader sees it: white space collapsed, at most a given length.</summary>
internal sealed class HtmlText
{
    private readonly HtmlCursor<bool> _cursor = new();
    private char[] _text;
    private int _limit;
    private bool _isGapDue;

    public HtmlText(int limit)
    {
        _limit = limit;
        _text = new char[limit];
    }

    public int Length { get; private set; }

    public bool IsFull => Length >= _limit;

    public void Clear()
    {
        Length = 0;
        _isGapDue = false;
    }

    public void Add(ReadOnlySpan<char> piece)
    {
        var text = _text.AsSpan(0, _limit);
        var length = Length;
        var isGapDue = _isGapDue;

        foreach (var c in piece)
        {
            if (c is ' ' || char.IsWhiteSpace(c))
            {
                isGapDue = length > 0;
                continue;
            }

            if (isGapDue && length < text.Length)
            {
                text[length++] = ' ';
                isGapDue = false;
            }

            if (length >= text.Length)
            {
                break;
            }

            text[length++] = c;
        }

        (Length, _isGapDue) = (length, isGapDue);
    }

    /// <summary>Reads the words below an element, without edit links, styles, footnote marks and complaints of templates.</summary>
    public string Read(INode element, int limit)
    {
        Clear();
        _limit = limit;
        _text = _text.Length < limit ? new char[limit] : _text;
        _cursor.Start(element, false);

        while (_cursor.MoveNext() && !IsFull)
        {
            if (_cursor.IsLeaving)
            {
                continue;
            }

            if (_cursor.Node is Element child)
            {
                if (IsShown(child))
                {
                    _cursor.Descend(false);
                }
            }
            else if (_cursor.Node is IText text)
            {
                Add(text.Data);
            }
        }

        return ToString();
    }

    public override string ToString() => Length == 0 ? "" : new string(_text, 0, Length);

    private static bool IsShown(Element element)
        => element.LocalName is not ("style" or "script" or "link" or "noscript")
            && !element.Marks().Has(HtmlMarks.Furniture | HtmlMarks.ReferenceCall | HtmlMarks.CitationError | HtmlMarks.Coins | HtmlMarks.InlineMark);
}
