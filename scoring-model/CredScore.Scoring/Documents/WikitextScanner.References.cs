namespace CredScore.Scoring.Documents;

/// <summary>Footnotes, citations, short footnotes and bibliographies.</summary>
internal sealed partial class WikitextScanner
{
    private const int LongestText = 600;

    /// <summary>A footnote of the list: called, defined, or both.</summary>
    private sealed class Entry
    {
        public Reference? Reference;
        public string? ShortTarget;
        public string? Anchor;
        public bool IsNote;
        public int Uses;
        public int Section;
    }

    /// <summary>A reference being read, with where its text and its first link's label stand in the shared buffer.</summary>
    private sealed class OpenReference
    {
        public readonly ReferenceDraft Draft = new();
        public int TextStart;
        public int TitleStart;
        public int TitleEnd;
        public int Links;
        public int Templates;

        /// <summary>What stands for the reference when it has no text of its own.</summary>
        public string? StandIn;
    }

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private readonly List<Reference> _bibliography = [];
    private readonly List<string?> _bibliographyAnchors = [];
    private readonly List<OpenReference> _open = [];
    private readonly char[] _buffer = new char[8192];
    private Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _byNameLookup;
    private int _bufferLength;
    private int _openCount;
    private bool _inDefinitions;
    private bool _noFootnoteCloses;
    private bool _noDefinitionsClose;

    private OpenReference? Innermost => _openCount > 0 ? _open[_openCount - 1] : null;

    private ReferenceDraft? Draft => Innermost?.Draft;

    private void ResetReferences()
    {
        _entries.Clear();
        _byName.Clear();
        _byNameLookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _bibliography.Clear();
        _bibliographyAnchors.Clear();
        _calls.Clear();
        _bufferLength = 0;
        _openCount = 0;
        _inDefinitions = false;
        _noFootnoteCloses = false;
        _noDefinitionsClose = false;
    }

    private void WriteReferenceText(ReadOnlySpan<char> text)
    {
        if (Innermost is { } open && _bufferLength - open.TextStart < LongestText)
        {
            var length = Math.Min(text.Length, Math.Min(LongestText, _buffer.Length - _bufferLength));
            text[..length].CopyTo(_buffer.AsSpan(_bufferLength));
            _bufferLength += length;
        }
    }

    private void BeginDraft()
    {
        if (_openCount == _open.Count)
        {
            _open.Add(new());
        }

        var open = _open[_openCount++];
        open.Draft.Clear();
        open.TextStart = _bufferLength;
        open.TitleStart = open.TitleEnd = -1;
        open.Links = 0;
        open.Templates = 0;
        open.StandIn = null;
    }

    private void AddAddress(ReadOnlySpan<char> address)
    {
        if (Innermost is { } open)
        {
            // A citation's parameters are read when it closes.
            if (_frameCount > 0 && _frames[_frameCount - 1] is { Kind: FrameKind.Template, Template.Role: TemplateRole.Citation })
            {
                return;
            }

            open.Links++;
            open.Draft.AddAddress(address);
        }
        else if (_sink == Sink.Prose && _tableDepth == 0)
        {
            _externalLinks++;
        }
    }

    private void BeginLinkTitle()
    {
        if (Innermost is { TitleStart: < 0 } open)
        {
            open.TitleStart = _bufferLength;
        }
    }

    private void EndLinkTitle()
    {
        if (Innermost is { TitleEnd: < 0 } open)
        {
            open.TitleEnd = _bufferLength;
        }
    }

    /// <summary>A footnote tag: opens, refers to another by its name, or stands there without an end.</summary>
    private void ReadFootnote(ReadOnlySpan<char> rest)
    {
        var length = TagLength(rest);

        if (length < 0 || rest[1] == '/' || _frameCount == DeepestFrame)
        {
            _position += Math.Max(1, length);
            return;
        }

        var tag = rest[..length];
        var name = Attribute(tag, "name");
        var group = Attribute(tag, "group");

        if (tag[^2] == '/')
        {
            CallFootnote(name, group);
            _position += length;
            return;
        }

        // A footnote ends at the first closing tag, so that none stands inside it.
        var end = _noFootnoteCloses || _limit < _text.Length ? -1 : FindClosingTag(rest[length..], "ref");

        if (end < 0)
        {
            _noFootnoteCloses |= _limit == _text.Length;
            _position += length;
            return;
        }

        BeginFootnote(tag.Length, end);
    }

    private void BeginFootnote(int tagLength, int contentLength)
    {
        var isDefinition = _inDefinitions || IsInReflist();
        Push(FrameKind.Footnote, _position, Sink.ReferenceText);
        ref var frame = ref _frames[_frameCount - 1];
        frame.IsDefinition = isDefinition;
        frame.OuterLimit = _limit;
        frame.NameEnd = _position + tagLength;
        _position += tagLength;
        _limit = _position + contentLength;
        var closing = Slice(_limit, frame.OuterLimit);
        frame.ResumeAt = _limit + (closing.IndexOf('>') is >= 0 and var bracket ? bracket + 1 : closing.Length);
        BeginDraft();
    }

    private bool IsInReflist()
    {
        for (var i = _frameCount - 1; i >= 0; i--)
        {
            if (_frames[i] is { Kind: FrameKind.Template, IsDefinition: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends the footnote whose content ends here, with whatever was left open inside. False at the end of the page.</summary>
    private bool EndFootnoteAtLimit()
    {
        var index = _frameCount - 1;

        while (index >= 0 && _frames[index].Kind != FrameKind.Footnote)
        {
            index--;
        }

        if (index < 0)
        {
            return false;
        }

        while (_frameCount - 1 > index)
        {
            AbandonTop();
        }

        ref var frame = ref _frames[index];
        var tag = Slice(frame.Start, frame.NameEnd);
        var entry = EndReference(Attribute(tag, "name"), Attribute(tag, "group"), frame.IsDefinition);
        _position = frame.ResumeAt;
        _limit = frame.OuterLimit;
        Pop();
        MarkCited(entry);
        return true;
    }

    private void AbandonTop()
    {
        if (_frames[_frameCount - 1].HoldsFootnote)
        {
            _bufferLength = _open[--_openCount].TextStart;
        }

        Pop();
    }

    private void MarkCited(Entry? entry)
    {
        if (_frameCount == 0 && entry is not { IsNote: true })
        {
            Cite();
        }
    }

    private void CallFootnote(ReadOnlySpan<char> name, ReadOnlySpan<char> group)
    {
        if (name.IsEmpty)
        {
            return;
        }

        var entry = FindEntry(name, group);
        CountUse(entry);
        MarkCited(entry);
    }

    private void CountUse(Entry entry)
    {
        entry.Section = entry.Uses == 0 ? CurrentSection.Index : entry.Section;
        entry.Uses++;

        if (!entry.IsNote)
        {
            CurrentSection.ReferenceUses++;
        }
    }

    /// <summary>The footnote of a name, made when it is called before it is defined; without a name always a new one.</summary>
    private Entry FindEntry(ReadOnlySpan<char> name, ReadOnlySpan<char> group)
    {
        if (name.IsEmpty)
        {
            var unnamed = new Entry();
            _entries.Add(unnamed);
            return unnamed;
        }

        Span<char> key = stackalloc char[Math.Min(512, name.Length + group.Length + 1)];
        var groupPart = group[..Math.Min(group.Length, key.Length - 1)];
        groupPart.CopyTo(key);
        key[groupPart.Length] = '\n';
        var namePart = name[..Math.Min(name.Length, key.Length - groupPart.Length - 1)];
        namePart.CopyTo(key[(groupPart.Length + 1)..]);
        key = key[..(groupPart.Length + 1 + namePart.Length)];

        if (!_byNameLookup.TryGetValue(key, out var entry))
        {
            entry = new Entry();
            _entries.Add(entry);
            _byName.Add(key.ToString(), entry);
        }

        return entry;
    }

    /// <summary>Ends the innermost open reference and books it as a footnote; null when it is empty.</summary>
    private Entry? EndReference(ReadOnlySpan<char> name, ReadOnlySpan<char> group, bool isDefinition)
    {
        var open = _open[--_openCount];
        var text = _buffer.AsSpan(open.TextStart, _bufferLength - open.TextStart);
        var isEmpty = text.Trim().IsEmpty && open.Draft.Citations == 0 && open.Links == 0 && open.Templates == 0 && open.Draft.ShortTarget is null;

        if (isEmpty && name.IsEmpty)
        {
            _bufferLength = open.TextStart;
            return null;
        }

        var entry = FindEntry(name, group);

        // The same name may be defined twice: the first wins.
        if (!isEmpty && entry.Reference is null)
        {
            Define(entry, open, text, !group.IsEmpty);
        }

        _bufferLength = open.TextStart;

        if (!isDefinition)
        {
            CountUse(entry);
        }

        return entry;
    }

    private void Define(Entry entry, OpenReference open, ReadOnlySpan<char> text, bool hasGroup)
    {
        var draft = open.Draft;
        CompleteFromText(open, text.IsWhiteSpace() ? open.StandIn : text, out var plain);
        var kind = PlainKind(open, plain, hasGroup);
        var title = open.TitleStart >= 0 && open.TitleEnd > open.TitleStart ? _buffer.AsSpan(open.TitleStart, open.TitleEnd - open.TitleStart).Trim() : default;
        entry.Reference = draft.Build(ReferencePlace.List, kind, plain, title.IsEmpty ? null : title.ToString());
        entry.IsNote = entry.Reference.Kind == ReferenceKind.Note;
        entry.ShortTarget = draft.Citations == 0 ? draft.ShortTarget : null;
        entry.Anchor = draft.Citations > 0 ? draft.Anchor : null;
    }

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

    private void ReadReferencesTag(ReadOnlySpan<char> rest)
    {
        var length = TagLength(rest);

        if (length < 0)
        {
            WriteLiteral();
            return;
        }

        // <references> with a body defines footnotes; the form without is only the place of the list.
        _inDefinitions = rest[1] != '/' && rest[length - 2] != '/' && !_noDefinitionsClose && FindClosingTag(rest[length..], "references") >= 0;
        _noDefinitionsClose |= !_inDefinitions && rest[1] != '/' && rest[length - 2] != '/' && _limit == _text.Length;
        _position += length;
    }

    /// <summary>An attribute's value as written in a tag: quoted either way or bare; empty when it is missing.</summary>
    private static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        var at = tag.IndexOfAnyCase(name);

        if (at < 0 || !char.IsWhiteSpace(tag[at - 1]))
        {
            return default;
        }

        var value = tag[(at + name.Length)..].TrimStart();

        if (value.IsEmpty || value[0] != '=')
        {
            return default;
        }

        value = value[1..].TrimStart();

        if (value[0] is '"' or '\'' && value[1..].IndexOf(value[0]) is >= 0 and var quoted)
        {
            return value.Slice(1, quoted).Trim();
        }

        value = value.TrimStart("\"'");
        var end = value.IndexOfAny(" >\t\n");
        value = end < 0 ? value : value[..end];
        return value.TrimEnd("/\"'");
    }
}
