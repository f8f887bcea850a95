using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Brings together the calls in the text, the list of footnotes and the lists of sources.</summary>
internal sealed class HtmlReferences
{
    private readonly Dictionary<string, Call> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Call> _shortCalls = new(StringComparer.Ordinal);
    private readonly List<Listed> _items = [];
    private readonly List<Listed> _sources = [];
    private readonly HtmlText _label = new(12);

    /// <summary>Whether the page says that its list of references was taken out.</summary>
    public bool IsListRemoved { get; set; }

    /// <summary>Books the call of a footnote, <c>cite_note-Baumgart2012-1</c>; false when it is but a remark.</summary>
    public bool AddCall(ReadOnlySpan<char> note, Element call, int section)
    {
        var calls = _calls.GetAlternateLookup<ReadOnlySpan<char>>();

        if (calls.TryGetValue(note, out var known))
        {
            known.Count++;
            return !known.IsNote;
        }

        // "[a]" and "[note 1]" are remarks in a group of their own, "[1]" is a reference.
        var isNote = HasLetter(_label.Read(call, 12));
        calls[note] = new Call(section) { IsNote = isNote };
        return !isNote;
    }

    /// <summary>Books a link from the text straight to an entry of a bibliography.</summary>
    public void AddShortCall(ReadOnlySpan<char> anchor, int section)
    {
        var calls = _shortCalls.GetAlternateLookup<ReadOnlySpan<char>>();

        if (calls.TryGetValue(anchor, out var known))
        {
            known.Count++;
        }
        else
        {
            calls[anchor] = new Call(section);
        }
    }

    public void AddItem(HtmlEntry entry, int section) => _items.Add(new Listed(entry, section, IsSource: true, Uses: 0));

    /// <summary>Adds a citation outside the footnotes; one that is no source of the article counts only if a short footnote points at it.</summary>
    public void AddSource(HtmlEntry entry, int section, bool isSource, int uses) => _sources.Add(new Listed(entry, section, isSource, uses));

    /// <summary>The references in order; null when the text calls references that the page does not list.</summary>
    public List<Reference>? ToList(List<InlineTag> marks)
    {
        if (_items.Count == 0 && (_calls.Count > 0 || IsListRemoved))
        {
            return null;
        }

        var references = new List<Reference>(_items.Count + _sources.Count);
        var anchored = new Dictionary<string, Reference>(StringComparer.Ordinal);

        foreach (var item in _items)
        {
            AddFootnote(item, references, anchored, marks);
        }

        var targets = FindTargets();

        foreach (var source in _sources)
        {
            if (source.IsSource || (source.Entry.Anchor is { } anchor && targets.Contains(anchor)))
            {
                AddBibliography(source, references, anchored, marks);
            }
        }

        Connect(references, anchored);
        return references;
    }

    private void AddFootnote(Listed item, List<Reference> references, Dictionary<string, Reference> anchored, List<InlineTag> marks)
    {
        var call = item.Entry.NoteId is { } note && (_calls.TryGetValue(note, out var found) || _calls.TryGetValue(Uri.EscapeDataString(note), out found)) ? found : null;
        item.Entry.IsInNoteList |= call is { IsNote: true };
        var reference = item.Entry.ToReference(ReferencePlace.List);
        reference.Section = call?.Section ?? item.Section;
        reference.Uses = reference.Uses > 0 ? reference.Uses : call?.Count ?? 0;
        Add(item, reference, references, anchored, marks);
    }

    private void AddBibliography(Listed source, List<Reference> references, Dictionary<string, Reference> anchored, List<InlineTag> marks)
    {
        var reference = source.Entry.ToReference(ReferencePlace.Bibliography);
        reference.Section = source.Section;
        reference.Uses = source.Uses + (source.Entry.Anchor is { } anchor && _shortCalls.TryGetValue(anchor, out var call) ? call.Count : 0);
        Add(source, reference, references, anchored, marks);
    }

    private static void Add(Listed listed, Reference reference, List<Reference> references, Dictionary<string, Reference> anchored, List<InlineTag> marks)
    {
        references.Add(reference);
        reference.Index = references.Count;

        if (listed.Entry.Anchor is { } anchor)
        {
            // A bibliography is where short footnotes point; a footnote's own citation may carry the same anchor.
            if (reference.Place is ReferencePlace.Bibliography)
            {
                anchored[anchor] = reference;
            }
            else
            {
                anchored.TryAdd(anchor, reference);
            }
        }

        foreach (var mark in listed.Entry.Marks)
        {
            marks.Add(mark with { Section = reference.Section });
        }
    }

    private HashSet<string> FindTargets()
    {
        var targets = new HashSet<string>(_shortCalls.Keys, StringComparer.Ordinal);

        foreach (var item in _items)
        {
            if (item.Entry.TargetAnchor is { } anchor)
            {
                targets.Add(anchor);
            }
        }

        return targets;
    }

    // Footnotes stand first in the list, in the order of the items.
    private void Connect(List<Reference> references, Dictionary<string, Reference> anchored)
    {
        var targets = _items.Exists(item => item.Entry.ShortTarget is not null) ? AuthorsAndYears(references) : new ShortFootnotes.Targets();

        for (var i = 0; i < _items.Count; i++)
        {
            var (reference, entry) = (references[i], _items[i].Entry);
            reference.Target = FindTarget(entry, reference, anchored)
                ?? (ShortFootnotes.IsIbid(entry.ShortTarget) ? i > 0 ? references[i - 1].Target ?? references[i - 1] : null : targets.Find(entry.ShortTarget));

            if (reference.Target is { } target)
            {
                reference.Kind = ReferenceKind.ShortFootnote;
                target.Uses += target.Place is ReferencePlace.Bibliography ? reference.Uses : 0;
            }
        }
    }

    private static Reference? FindTarget(HtmlEntry entry, Reference reference, Dictionary<string, Reference> anchored)
        => reference.Kind is ReferenceKind.ShortFootnote && entry.TargetAnchor is { } anchor
            ? anchored.GetValueOrDefault(anchor) ?? anchored.GetValueOrDefault(Uri.UnescapeDataString(anchor))
            : null;

    // Plain short footnotes have no link: author and year find the entry, those of bibliographies first.
    private ShortFootnotes.Targets AuthorsAndYears(List<Reference> references)
    {
        var targets = new ShortFootnotes.Targets();

        for (var i = 0; i < references.Count; i++)
        {
            var reference = references[(i + _items.Count) % references.Count];

            if (reference.IsStructured || reference.Place is ReferencePlace.Bibliography)
            {
                targets.Add(ReferenceDraft.AnchorOf(reference.Author ?? reference.Text, reference.Year), reference);
            }
        }

        return targets;
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Call(int section)
    {
        public int Section { get; } = section;

        public int Count { get; set; } = 1;

        public bool IsNote { get; init; }
    }

    private readonly record struct Listed(HtmlEntry Entry, int Section, bool IsSource, int Uses);
}
