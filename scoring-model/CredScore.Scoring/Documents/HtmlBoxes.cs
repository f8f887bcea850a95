using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Reads maintenance boxes: each one, and each of those that "multiple issues" gathers.</summary>
internal sealed class HtmlBoxes
{
    private const int LongestDate = 20;

    private readonly HtmlCursor<int> _cursor = new();
    private readonly List<MaintenanceTag> _tags = [];

    public IReadOnlyList<MaintenanceTag> All => _tags;

    public void Read(Element box, HtmlMarks marks, int section)
    {
        _cursor.Start(box, Open(box, marks, section));

        while (_cursor.MoveNext())
        {
            if (_cursor.IsLeaving)
            {
                continue;
            }

            if (_cursor.Node is IText text)
            {
                AddDate(_cursor.State, text.Data);
            }
            else if (_cursor.Node is Element element && element.LocalName is not ("style" or "script"))
            {
                var inner = element.Marks();
                _cursor.Descend(inner.Has(HtmlMarks.MaintenanceBox) ? Open(element, inner, section) : _cursor.State);
            }
        }
    }

    // Answers the position of the tag, or -1 for a box that is no complaint itself.
    private int Open(Element box, HtmlMarks marks, int section)
    {
        if (marks.Has(HtmlMarks.MultipleIssues | HtmlMarks.Protection))
        {
            return -1;
        }

        _tags.Add(new MaintenanceTag(HtmlMaintenance.BoxKind(box.ClassName), null, section));
        return _tags.Count - 1;
    }

    // "(May 2024)" stands in an element of its own; months inside sentences are part of the reason.
    private void AddDate(int tag, ReadOnlySpan<char> text)
    {
        text = text.Trim(" ()\n\t\u00a0");

        if (tag >= 0 && _tags[tag].Date is null && text.Length is > 0 and <= LongestDate && HtmlMaintenance.DateIn(text) is { } date && date.Length == text.Length)
        {
            _tags[tag] = _tags[tag] with { Date = date };
        }
    }
}
