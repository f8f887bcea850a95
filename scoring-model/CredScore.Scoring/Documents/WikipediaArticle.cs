namespace CredScore.Scoring.Documents;

/// <summary>How a document came to us; what a form hides is null in the document, never 0.</summary>
public enum DocumentFormat
{
    /// <summary>The wikitext of the page, as the Action API and the dumps give it.</summary>
    Wikitext,

    /// <summary>Rendered HTML: Vector, mobile or Parsoid.</summary>
    Html,
}

/// <summary>One article as it was fetched: everything the features look at, and nothing that judges.</summary>
public sealed class WikipediaArticle
{
    /// <summary>Title as displayed; null when the document does not say (a fragment of HTML).</summary>
    public string? Title { get; init; }

    /// <summary>Language edition, such as <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    public required DocumentFormat Format { get; init; }

    /// <summary>What the upstream says about the page beside its text; all null when only text was given.</summary>
    public PageRecord Record { get; init; } = PageRecord.Unknown;

    /// <summary>The sections in order; the first is the lead, with level 1 and no heading.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The reference list, numbered from 1, then the entries of bibliographies. Null when the document shows calls but the list was taken out.</summary>
    public required IReadOnlyList<Reference>? References { get; init; }

    /// <summary>Categories without their prefix, as written; null when the form hides them (mobile).</summary>
    public required IReadOnlyList<string>? Categories { get; init; }

    public required IReadOnlyList<Infobox> Infoboxes { get; init; }

    /// <summary>Identifiers such as MeSH, ICD-10 or OMIM, from infoboxes and resource boxes, in order of appearance; null when the form hides them (mobile).</summary>
    public required IReadOnlyList<PageIdentifier>? Identifiers { get; init; }

    /// <summary>Maintenance boxes on the page or on one of its sections; null when the form hides them.</summary>
    public required IReadOnlyList<MaintenanceTag>? MaintenanceTags { get; init; }

    /// <summary>Marks inside sentences: citation needed, dubious, by whom …</summary>
    public required IReadOnlyList<InlineTag> InlineTags { get; init; }

    /// <summary>Images, audio and video in the article's own text (not icons of boxes below 60 pixels where the size is known).</summary>
    public required IReadOnlyList<Media> Media { get; init; }

    public required Prose Prose { get; init; }

    /// <summary>What the markup itself shows of how the page was made; null where only its rendering was read.</summary>
    public MarkupCounts? Markup { get; init; }

    /// <summary>Links to other articles from paragraphs and lists of the text.</summary>
    public required int Wikilinks { get; init; }

    /// <summary>Links to other sites outside references and citations.</summary>
    public required int ExternalLinks { get; init; }

    public required int Tables { get; init; }

    /// <summary>Items of bulleted and numbered lists in the text (not in reference lists).</summary>
    public required int ListItems { get; init; }

    /// <summary>Badges such as <c>good</c>, <c>featured</c>; what reviewers said, never an input of the model. Null when the form hides them.</summary>
    public required IReadOnlyList<string>? Badges { get; init; }

    /// <summary>Short description, without markup; null when there is none.</summary>
    public string? ShortDescription { get; init; }
}

/// <summary>What the upstream knows about the page beside its text.</summary>
public sealed record PageRecord
{
    public static PageRecord Unknown { get; } = new();

    /// <summary>Identifier of the revision that was read.</summary>
    public long? Revision { get; init; }

    /// <summary>When that revision was saved.</summary>
    public DateTimeOffset? RevisionTime { get; init; }

    /// <summary>When the text was fetched or submitted.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    public long? PageId { get; init; }

    /// <summary>Wikidata item, such as <c>Q1472</c>.</summary>
    public string? WikibaseItem { get; init; }

    /// <summary>True for a disambiguation page; null when unknown.</summary>
    public bool? IsDisambiguation { get; init; }

    /// <summary>Title that was asked for when it redirects here.</summary>
    public string? RedirectedFrom { get; init; }

    /// <summary>Protection of editing, such as <c>autoconfirmed</c>; empty when open; null when unknown.</summary>
    public string? EditProtection { get; init; }

    /// <summary>Assessments by WikiProjects on the talk page; null when unknown.</summary>
    public IReadOnlyList<ProjectAssessment>? Assessments { get; init; }

    /// <summary>When the page was last edited, on any revision; null when unknown.</summary>
    public DateTimeOffset? LastEdited { get; init; }

    /// <summary>Edits in the last 30 days; null when unknown.</summary>
    public int? RecentEdits { get; init; }

    /// <summary>Of these, edits that were undone again; null when unknown.</summary>
    public int? RecentReverts { get; init; }
}

/// <summary>A WikiProject's grade of the article: FA, GA, A, B, C, Start, Stub, List, or empty.</summary>
public sealed record ProjectAssessment(string Project, string Class, string Importance);

/// <summary>A section of the text.</summary>
public sealed class Section
{
    /// <summary>Position in the article; the lead is 0.</summary>
    public required int Index { get; init; }

    /// <summary>Level of the heading, 2 to 6; 1 for the lead.</summary>
    public required int Level { get; init; }

    /// <summary>Heading as plain text; empty for the lead.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether it lists references or links rather than telling of the subject.</summary>
    public bool IsAppendix { get; init; }

    /// <summary>Words in paragraphs of this section, without its subsections.</summary>
    public int Words { get; internal set; }

    public int Paragraphs { get; internal set; }

    /// <summary>Paragraphs of at least <see cref="Prose.ParagraphWords"/> words that carry no reference.</summary>
    public int UncitedParagraphs { get; internal set; }

    /// <summary>Calls of references in this section.</summary>
    public int ReferenceUses { get; internal set; }
}

/// <summary>An infobox or a box of the same role.</summary>
public sealed record Infobox(string Name, int FilledParameters);

/// <summary>An identifier of the page's subject in another register.</summary>
/// <param name="Scheme">One of mesh, icd10, icd11, icd9, omim, medlineplus, emedicine, orphanet, diseasesdb, umls, snomed, drugbank, atc, pubchem, cas, unii, chembl, kegg, loinc, ta98, fma, genereviews.</param>
/// <param name="Value">As written, without markup.</param>
public readonly record struct PageIdentifier(string Scheme, string Value);

/// <summary>A maintenance box.</summary>
/// <param name="Kind">Our name for it, such as <c>more citations needed</c>.</param>
/// <param name="Date">Month and year as written; null when undated.</param>
/// <param name="Section">Index of the section it stands in; 0 is about the whole page.</param>
public sealed record MaintenanceTag(string Kind, string? Date, int Section);

/// <summary>A mark inside a sentence.</summary>
/// <param name="Kind">Our name for it, such as <c>citation needed</c>.</param>
/// <param name="Date">Month and year as written; null when undated.</param>
/// <param name="Section">Index of the section it stands in.</param>
public sealed record InlineTag(string Kind, string? Date, int Section);

/// <summary>An image, sound or video.</summary>
/// <param name="Name">File name without its prefix.</param>
/// <param name="HasCaption">Whether readers see a description beside it.</param>
/// <param name="HasAltText">Whether a text stands in for those who cannot see it; null when unknown.</param>
public readonly record struct Media(string Name, bool HasCaption, bool? HasAltText);

/// <summary>Counts over the paragraphs of the text: no lists, tables, boxes, captions, headings or references.</summary>
public sealed record Prose
{
    /// <summary>Words below which a paragraph is not asked for a reference of its own.</summary>
    public const int ParagraphWords = 20;

    public required int Characters { get; init; }

    public required int Words { get; init; }

    public required int Sentences { get; init; }

    /// <summary>Syllables as estimated from groups of vowels (for English readability formulas only).</summary>
    public required int Syllables { get; init; }

    /// <summary>Words of three syllables or more.</summary>
    public required int LongWords { get; init; }

    /// <summary>Words and phrases that Wikipedia's manual of style asks to watch: puffery, weasel words, editorialising.</summary>
    public required int WordsToWatch { get; init; }

    /// <summary>Paragraphs of at least <see cref="ParagraphWords"/> words.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Of these, outside the lead.</summary>
    public required int BodyParagraphs { get; init; }

    /// <summary>Of the body's paragraphs, those without any reference.</summary>
    public required int UncitedBodyParagraphs { get; init; }

    /// <summary>Words in body paragraphs, and of them those in paragraphs without any reference.</summary>
    public required int BodyWords { get; init; }

    public required int UncitedBodyWords { get; init; }

    /// <summary>Of the body's paragraphs, those whose last words carry a reference.</summary>
    public int ClosedBodyParagraphs { get; init; }

    /// <summary>Words behind the last reference of the body's paragraphs that carry one.</summary>
    public int TrailingBodyWords { get; init; }

    /// <summary>Paragraphs of fewer than <see cref="ParagraphWords"/> words.</summary>
    public int ShortParagraphs { get; init; }

    /// <summary>Words in the paragraphs of at least <see cref="ParagraphWords"/> words.</summary>
    public int ParagraphsWords { get; init; }

    /// <summary>Sum over the paragraphs of at least <see cref="ParagraphWords"/> words of the square of their words.</summary>
    public double SquaredParagraphWords { get; init; }

    public required int LeadWords { get; init; }

    public required int LeadParagraphs { get; init; }

    /// <summary>Different words, about: words that share a digest of sixteen bits count once.</summary>
    public int DistinctWords { get; init; }

    /// <summary>Words that begin with a capital letter.</summary>
    public int CapitalisedWords { get; init; }

    /// <summary>Marks of punctuation inside sentences.</summary>
    public Punctuation Punctuation { get; init; }

    /// <summary>Words that set one statement against another: although, though, however, while, whereas, despite (English).</summary>
    public int ContrastWords { get; init; }

    /// <summary>The words have, has and had (English).</summary>
    public int PerfectWords { get; init; }
}

/// <summary>Marks of punctuation in the prose; hyphens and apostrophes belong to words.</summary>
public readonly record struct Punctuation(int Commas, int Semicolons, int Colons, int Dashes, int QuotationMarks, int Parentheses);
