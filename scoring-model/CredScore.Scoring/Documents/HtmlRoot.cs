using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Finds the element that holds the article's text.</summary>
internal static class HtmlRoot
{
    private const string ContentId = "mw-content-text";

    /// <summary>
    /// The parser's output below the content, else the content, else the parser's output of Parsoid or a fragment, else the body. Never the first parser's
    /// output of the page: each badge of Vector 2022 has one of its own, in front of the text.
    /// </summary>
    public static Element? Find(IDocument document)
    {
        var cursor = new HtmlCursor<bool>();
        Element? output = null;
        cursor.Start(document, false);

        while (cursor.MoveNext())
        {
            if (cursor.IsLeaving || cursor.Node is not Element element || element.LocalName is "head" or "script" or "style")
            {
                continue;
            }

            if (element.Id is ContentId)
            {
                return OutputBelow(element) ?? element;
            }

            var marks = element.Marks();

            if (marks.Has(HtmlMarks.ParserOutput))
            {
                if (element.LocalName is "body" || element.ParentElement?.LocalName is "body")
                {
                    return element;
                }

                output ??= element;
            }

            if (!marks.Has(HtmlMarks.Indicators))
            {
                cursor.Descend(false);
            }
        }

        return output ?? (document.Body ?? document.DocumentElement) as Element;
    }

    // The output is a child of the content, or of one wrapper in it; pages before 2017 have none.
    private static Element? OutputBelow(Element content)
    {
        for (var i = 0; i < content.Nodes.Length; i++)
        {
            if (content.Nodes[i] is Element child)
            {
                if (child.Marks().Has(HtmlMarks.ParserOutput))
                {
                    return child;
                }

                if (child.LocalName is "div" && OutputAmong(child.Nodes) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }

    private static Element? OutputAmong(INodeList nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is Element element && element.Marks().Has(HtmlMarks.ParserOutput))
            {
                return element;
            }
        }

        return null;
    }
}
