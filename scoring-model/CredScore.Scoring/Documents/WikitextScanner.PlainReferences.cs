namespace CredScore.Scoring.Documents;

/// <summary>References that are text or links, without a citation template.</summary>
internal sealed partial class WikitextScanner
{
    /// <summary>Takes from the text what a reference without a citation template says of itself.</summary>
    private static void CompleteFromText(OpenReference open, ReadOnlySpan<char> text, out string? plain)
    {
        var draft = open.Draft;
        var trimmed = text.Trim();
        plain = null;

        if (draft.Citations > 0 && draft.Title is not null)
        {
            return;
        }

        plain = trimmed.IsEmpty ? null : Collapse(trimmed[..Math.Min(trimmed.Length, 300)]);
        draft.Doi ??= Identifiers.FindDoi(trimmed);
        draft.Pmid ??= Identifiers.FindLabelled(trimmed, "PMID");
        draft.Isbn ??= Identifiers.FindIsbn(trimmed);
        draft.Year ??= Markup.FindYear(WithoutAccessDate(trimmed));
    }

    private static ReadOnlySpan<char> WithoutAccessDate(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("etrieved", StringComparison.Ordinal);
        end = end < 0 ? text.IndexOf("ccessed", StringComparison.Ordinal) : end;
        return end < 0 ? text : text[..end];
    }

    private static string Collapse(ReadOnlySpan<char> text)
    {
        Span<char> output = stackalloc char[text.Length];
        var length = 0;

        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                output[length++] = c;
            }
            else if (length > 0 && output[length - 1] != ' ')
            {
                output[length++] = ' ';
            }
        }

        return output[..length].TrimEnd().ToString();
    }

    private static ReferenceKind PlainKind(OpenReference open, string? text, bool hasGroup)
    {
        var draft = open.Draft;

        if (draft.ShortTarget is not null && open.Links == 0)
        {
            return ReferenceKind.ShortFootnote;
        }

        if (open.Links > 0)
        {
            // A link without a label shows as its address or as a number.
            var shown = text?.Length ?? 0;
            return shown == 0 || (shown <= draft.Addresses.FirstOrDefault("").Length + 8 && text!.Contains("//", StringComparison.Ordinal)) ? ReferenceKind.BareLink : ReferenceKind.Link;
        }

        if (draft.Doi is not null || draft.Pmid is not null || draft.Isbn is not null)
        {
            return ReferenceKind.PlainText;
        }

        if (hasGroup)
        {
            return ReferenceKind.Note;
        }

        draft.ShortTarget = ShortFootnotes.FindTarget(text, out var hasPages);
        return hasPages ? ReferenceKind.ShortFootnote : ReferenceKind.PlainText;
    }
}
