using System.Text;
using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Text as a reader sees it: white space collapsed, at most a given length.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly HtmlCursor<bool> _cursor = new();
    private int _limit;
    private bool _isGapDue;

    public HtmlText(int limit) => _limit = limit;

    public int Length => _text.Length;

    public bool IsFull => _text.Length >= _limit;

    public void Clear()
    {
        _text.Clear();
        _isGapDue = false;
    }

    public void Add(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
        {
            if (IsFull)
            {
                return;
            }

            if (char.IsWhiteSpace(c))
            {
                _isGapDue = _text.Length > 0;
                continue;
            }

            if (_isGapDue)
            {
                _text.Append(' ');
                _isGapDue = false;
            }

            _text.Append(c);
        }
    }

    /// <summary>Reads the words below an element, without edit links, styles, footnote marks and complaints of templates.</summary>
    public string Read(INode element, int limit)
    {
        Clear();
        _limit = limit;
        _cursor.Start(element, false);

        while (_cursor.MoveNext() && !IsFull)
        {
            if (_cursor.IsLeaving)
            {
                continue;
            }

            if (_cursor.Node is IText text)
            {
                Add(text.Data);
            }
            else if (_cursor.Node is IElement child && IsShown(child))
            {
                _cursor.Descend(false);
            }
        }

        return ToString();
    }

    public override string ToString() => _text.ToString();

    private static bool IsShown(IElement element)
        => element.LocalName is not ("style" or "script" or "link" or "noscript")
            && !element.Marks().Has(HtmlMarks.Furniture | HtmlMarks.ReferenceCall | HtmlMarks.CitationError | HtmlMarks.Coins | HtmlMarks.InlineMark);
}
