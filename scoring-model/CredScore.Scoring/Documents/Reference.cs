namespace CredScore.Scoring.Documents;

/// <summary>What a reference is by its form: the citation template it uses, or what stands in its place.</summary>
public enum ReferenceKind
{
    /// <summary>Text without a link or a citation template.</summary>
    PlainText,

    /// <summary>An address and nothing else.</summary>
    BareLink,

    /// <summary>A link with a text, but no citation template.</summary>
    Link,

    /// <summary>Author and year that point at an entry of a bibliography.</summary>
    ShortFootnote,

    /// <summary>A remark to the reader, no source.</summary>
    Note,

    Journal,
    Book,
    Web,
    News,
    Magazine,
    Encyclopedia,
    Report,
    Thesis,
    Conference,
    PressRelease,
    AudioVisual,
    Legal,
    Preprint,
    Map,

    /// <summary>Another citation template.</summary>
    Other,
}

/// <summary>Where a reference stands.</summary>
public enum ReferencePlace
{
    /// <summary>In a list of footnotes, called from the text.</summary>
    List,

    /// <summary>In a list of sources that short footnotes point at, or that stands in for footnotes.</summary>
    Bibliography,

    /// <summary>In the description of a video.</summary>
    Description,
}

/// <summary>One entry of the reference list or of a bibliography, as the article gives it.</summary>
public sealed class Reference
{
    /// <summary>Position among the article's references, from 1: the list first, then bibliographies.</summary>
    public int Index { get; internal set; }

    public required ReferenceKind Kind { get; set; }

    public required ReferencePlace Place { get; init; }

    public string? Title { get; init; }

    /// <summary>Journal, newspaper, magazine, website, encyclopedia or series it appeared in.</summary>
    public string? Work { get; init; }

    public string? Publisher { get; init; }

    /// <summary>First author's surname or the issuing body, as written.</summary>
    public string? Author { get; init; }

    /// <summary>Year of publication, 1500 to 2099.</summary>
    public int? Year { get; init; }

    /// <summary>Year the link was last visited.</summary>
    public int? AccessYear { get; init; }

    /// <summary>Lower case, without resolver and prefix: <c>10.1136/bmj.38</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>Digits.</summary>
    public string? Pmid { get; init; }

    /// <summary>Digits, without the letters PMC.</summary>
    public string? Pmc { get; init; }

    /// <summary>Ten or thirteen digits (or a final X), with a valid check digit.</summary>
    public string? Isbn { get; init; }

    /// <summary>Addresses as written (archives not yet unwrapped), the main one first.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Whether an archived copy is linked.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether the article marks the link as dead and gives no archived copy.</summary>
    public bool IsDead { get; init; }

    /// <summary>Whether the article itself marks the source as retracted, so that it is cited as such.</summary>
    public bool IsMarkedRetracted { get; init; }

    /// <summary>Language of the source as a code, when stated.</summary>
    public string? Language { get; init; }

    /// <summary>What the entry says as plain text, at most 300 characters, for entries without a title.</summary>
    public string? Text { get; init; }

    /// <summary>How often the article calls it.</summary>
    public int Uses { get; internal set; }

    /// <summary>Index of the section of the first call; the section of the list itself for bibliographies.</summary>
    public int Section { get; internal set; }

    /// <summary>For a short footnote: the bibliography entry it points at; null when none was found.</summary>
    public Reference? Target { get; internal set; }

    /// <summary>Second of the video that the reference is given for; null when none is named.</summary>
    public int? AtSeconds { get; init; }

    /// <summary>Whether a citation template or its rendering gives the parts by name.</summary>
    public bool IsStructured => Kind >= ReferenceKind.Journal;

    /// <summary>The shortest text by which a reader will know it.</summary>
    public string Label => Title ?? Text ?? Work ?? (Addresses.Count > 0 ? Addresses[0] : $"reference {Index}");
}
