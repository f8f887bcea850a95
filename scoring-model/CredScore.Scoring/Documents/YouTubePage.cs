using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>What of a watch page's tree is looked at: the scripts that may hold a document, the microdata and the language.</summary>
internal sealed class YouTubePage
{
    private readonly List<string> _scripts = [];

    private YouTubePage(string? language) => Language = language;

    /// <summary>Scripts that name one of the two documents, in order.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    public YouTubeMicrodata Microdata { get; } = new();

    /// <summary>Language of the page's own words.</summary>
    public string? Language { get; }

    public static YouTubePage Read(IDocument document)
    {
        var page = new YouTubePage(document.DocumentElement?.GetAttribute("lang") is { Length: > 0 and <= 20 } language ? language : null);
        var cursor = new HtmlCursor<YouTubeScope>();
        cursor.Start(document, YouTubeScope.None);

        while (cursor.MoveNext())
        {
            if (!cursor.IsLeaving && cursor.Node is Element element)
            {
                page.Visit(element, cursor.State);

                if (element.LocalName is not ("script" or "style"))
                {
                    cursor.Descend(YouTubeMicrodata.ScopeOf(element, cursor.State));
                }
            }
        }

        return page;
    }

    private void Visit(Element element, YouTubeScope scope)
    {
        switch (element.LocalName)
        {
            case "script" when element.Nodes is { Length: > 0 } nodes && nodes[0] is IText { Data: var script } && (Names(script, YouTubeScript.Player) || Names(script, YouTubeScript.Next)):
                _scripts.Add(script);
                break;
            case "meta" or "link":
                Microdata.Add(element, scope);
                break;
        }
    }

    private static bool Names(string script, string name) => script.Contains(name, StringComparison.Ordinal);
}
