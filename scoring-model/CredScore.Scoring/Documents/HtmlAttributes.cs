using AngleSharp.Html.Parser.Tokens.Struct;

namespace CredScore.Scoring.Documents;

/// <summary>The attributes that the readers ask for. What is not among them, such as styles and the titles that links repeat, never becomes part of the tree.</summary>
internal static class HtmlAttributes
{
    public static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> name) => name.Span switch
    {
        "about" or "alt" or "class" or "content" or "href" or "poster" or "property" or "rel" or "resource" or "src" or "type" or "typeof" => true,
        // Each call of a footnote has one, and in Parsoid's pages each link.
        "id" => tag.Name != "sup" && tag.Name != "a" && tag.Name != "i" && tag.Name != "b",
        "lang" => tag.Name == "html" || tag.Name == "body" || tag.Name == "div",
        "role" => tag.Name == "table",
        "height" or "width" or "data-height" or "data-width" or "data-alt" or "data-src" => true,
        "data-mw" or "data-mw-group" or "data-mwtitle" => true,
        "itemprop" or "itemscope" or "itemtype" => true,
        // COinS and the dates of maintenance tags stand in the titles of spans.
        "title" => tag.Name != "a",
        // The parser itself tells by it what is inside of a formula.
        "encoding" => true,
        _ => false,
    };
}
