using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Counts the filled rows of infoboxes, or their filled parameters where Parsoid gives the template.</summary>
internal sealed class HtmlInfoboxes
{
    private readonly List<Infobox> _boxes = [];
    private string _name = "";
    private int _rows;

    public IReadOnlyList<Infobox> All => _boxes;

    public void Open(Element box)
    {
        _name = NameOf(box.ClassName);
        _rows = 0;
    }

    /// <summary>Counts a row when it has a label and a value.</summary>
    public void AddRow(Element row)
    {
        var cells = 0;

        for (var i = 0; i < row.Nodes.Length; i++)
        {
            cells += row.Nodes[i] is Element { LocalName: "th" or "td" } cell && cell.HasChildNodes ? 1 : 0;
        }

        _rows += cells >= 2 ? 1 : 0;
    }

    public void Close(HtmlTemplate? template)
        => _boxes.Add(template is null ? new Infobox(_name, _rows) : new Infobox(template.Name, template.FilledParameters));

    // "infobox biota" is all that a rendered box tells of its template.
    private static string NameOf(ReadOnlySpan<char> classes)
    {
        while (HtmlClasses.TryTake(ref classes, out var name))
        {
            if (name is not ("infobox" or "infobox_v2" or "vcard" or "vevent" or "hproduct" or "bordered" or "nowrap" or "plainlist" or "hlist" or "geography" or "ib-settlement")
                && !name.StartsWith("mw-", StringComparison.Ordinal) && !name.StartsWith("infobox-", StringComparison.Ordinal))
            {
                return name is "taxobox" ? "taxobox" : $"infobox {name}".ToLowerInvariant().Replace('_', ' ');
            }
        }

        return "infobox";
    }
}
