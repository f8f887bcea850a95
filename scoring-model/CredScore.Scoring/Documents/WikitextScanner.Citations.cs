namespace CredScore.Scoring.Documents;

/// <summary>Citation templates, short footnotes, entries of bibliographies, and the article's list of references.</summary>
internal sealed partial class WikitextScanner
{
    private readonly ReferenceDraft _loose = new();

    private void EndCitation(ref Frame frame, TemplateInfo info)
    {
        if (Draft is { } draft)
        {
            ReadCitation(ref frame, info, draft);
            Innermost!.Templates++;
            return;
        }

        if (_role.IsOutside || _frameCount > 1)
        {
            return;
        }

        // A citation in the running text, or in a list without a heading of its own.
        _loose.Clear();
        ReadCitation(ref frame, info, _loose);
        AddToBibliography(_loose.Build(ReferencePlace.Bibliography, ReferenceKind.Other, null, null), _loose.Anchor, 1);

        if (_block == Block.Paragraph)
        {
            Cite();
        }
    }

    private void ReadCitation(ref Frame frame, TemplateInfo info, ReferenceDraft draft)
    {
        draft.BeginCitation(info.ReferenceKind);

        for (var i = frame.FirstParameter; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];

            if (parameter.NameStart >= 0)
            {
                draft.Set(Slice(parameter.NameStart, parameter.NameEnd), Slice(parameter.ValueStart, parameter.ValueEnd));
            }
        }

        var (start, end) = Positional(ref frame, 0);

        if (end > start)
        {
            ReadNumberTemplate(Slice(start, end).Trim(), info, draft);
        }
    }

    /// <summary>{{cite doi|10.…}}, {{cite pmid|…}}, {{arxiv|…}}: the number stands alone.</summary>
    private static void ReadNumberTemplate(ReadOnlySpan<char> value, TemplateInfo info, ReferenceDraft draft)
    {
        switch (info.ReferenceKind)
        {
            case ReferenceKind.Journal when value.StartsWith("10.", StringComparison.Ordinal):
                draft.Doi ??= Identifiers.FindDoi(value);
                break;
            case ReferenceKind.Journal when value.Length is > 3 and < 10 && !value.ContainsAnyExceptInRange('0', '9'):
                draft.Pmid ??= value.ToString();
                break;
            case ReferenceKind.Preprint:
                draft.AddAddress($"https://arxiv.org/abs/{value}");
                break;
            case ReferenceKind.Book:
                draft.Isbn ??= Identifiers.ReadIsbn(value);
                break;
        }
    }

    /// <summary>Whether the template that ends here stands in a reference itself, not in another template of it.</summary>
    private bool IsDirectlyInReference()
        => _frameCount == 1 || _frames[_frameCount - 2] is { Kind: FrameKind.Footnote } or { HoldsFootnote: true };

    /// <summary>
    /// A template that nobody told us of inside a reference: with a title it is a citation, as {{Australian Dictionary of Biography|title=…}};
    /// else it is made for one source, whose name it bears, as {{Maryland road map|year=1939}}.
    /// </summary>
    private void EndUnknown(ref Frame frame, TemplateInfo info, OpenReference open)
    {
        if (Named(ref frame, "title") is var (start, end) && Markup.ToPlainOrNull(Slice(start, end)) is not null)
        {
            ReadCitation(ref frame, info, open.Draft);
            open.Templates++;
        }
        else if (open.StandIn is null && frame.Start + 2 < NameEndOf(ref frame) && _text[frame.Start + 2] is not ('#' or '{'))
        {
            var (from, to) = Named(ref frame, "text");
            open.StandIn = Markup.ToPlainOrNull(to > from ? Slice(from, to) : Slice(frame.Start + 2, NameEndOf(ref frame)));
            open.Templates += open.StandIn is null ? 0 : 1;
        }
    }

    private void EndIdentifier(ref Frame frame, string kind)
    {
        var (start, end) = Positional(ref frame, 0);

        if (Draft is not { } draft || end <= start)
        {
            return;
        }

        Innermost!.Templates++;
        var value = Slice(start, end);

        switch (kind)
        {
            case "doi":
                draft.Doi ??= Identifiers.FindDoi(value);
                break;
            case "pmid":
                draft.Pmid ??= Identifiers.ReadDigits(value);
                break;
            case "pmc":
                draft.Pmc ??= Identifiers.ReadDigits(value);
                break;
            case "isbn":
                draft.Isbn ??= Identifiers.ReadIsbn(value);
                break;
        }
    }

    private void EndSite(ref Frame frame, string host)
    {
        if (Innermost is not { } open)
        {
            _externalLinks += _sink == Sink.Nowhere && _frameCount == 1 ? 1 : 0;
            return;
        }

        open.Templates++;
        open.Links++;
        open.Draft.AddAddress($"https://{host}/");
        open.Draft.Title ??= Named(ref frame, "title") is var (start, end) && end > start ? Markup.ToPlainOrNull(Slice(start, end)) : null;
    }

    /// <summary>{{sfn|Smith|Jones|2004|p=5}}: equal calls are one footnote.</summary>
    private void EndShortFootnote(ref Frame frame)
    {
        // A footnote is named by what it says.
        var inside = Slice(frame.Start + 2, _position);
        var entry = FindEntry(inside[..Math.Min(inside.Length, 200)], "sfn");

        if (entry.Reference is null)
        {
            entry.ShortTarget = ShortTargetOf(ref frame, out var label);
            _loose.Clear();
            entry.Reference = _loose.Build(ReferencePlace.List, ReferenceKind.ShortFootnote, label, null);
        }

        CountUse(entry);

        if (_frameCount == 1)
        {
            Cite();
        }
    }

    private void EndHarv(ref Frame frame)
    {
        if (Innermost is { } open)
        {
            open.Draft.ShortTarget ??= ShortTargetOf(ref frame, out var label);
            open.Templates++;
            return;
        }

        // A parenthetical citation in the text: the bibliography is called from here.
        if (ShortTargetOf(ref frame, out _) is { } target)
        {
            _calls.Add(target);
            CurrentSection.ReferenceUses++;
            CiteFromText();
        }
    }

    private readonly List<string> _calls = [];

    private string? ShortTargetOf(ref Frame frame, out string? label)
    {
        var (start, end) = Positional(ref frame, 0);
        var author = Slice(start, end).Trim();
        int? year = null;

        for (var position = 1; position < 6 && year is null; position++)
        {
            var (from, to) = Positional(ref frame, position);
            year = to > from ? Markup.FindYear(Slice(from, to)) : null;
        }

        label = author.IsEmpty ? null : year is null ? Markup.ToPlain(author) : $"{Markup.ToPlain(author)} {year}";
        return author.IsEmpty ? null : ReferenceDraft.AnchorOf(author, year);
    }

    private void EndNote(ref Frame frame)
    {
        var (start, end) = Named(ref frame, "name");
        var (groupStart, groupEnd) = Named(ref frame, "group");
        var group = Slice(groupStart, groupEnd).Trim(" \n\"'");
        frame.HoldsFootnote = false;
        var isNote = frame.Template is not null && _frameCount > 0 && IsNoteTemplate(Slice(frame.Start + 2, Math.Min(frame.Start + 12, _limit)));
        var entry = EndReference(Slice(start, end).Trim(" \n\"'"), isNote ? "note" : group, IsInReflist());

        if (_frameCount == 1 && entry is { IsNote: false })
        {
            Cite();
        }
    }

    private static bool IsNoteTemplate(ReadOnlySpan<char> name) => !name.TrimStart().StartsWith("#tag", StringComparison.OrdinalIgnoreCase);

    private void EndCall(ref Frame frame)
    {
        for (var i = frame.FirstParameter; i < _parameters.Count; i++)
        {
            if (_parameters[i].NameStart < 0)
            {
                CallFootnote(Slice(_parameters[i].ValueStart, _parameters[i].ValueEnd).Trim(), default);
            }
        }

        CiteFromText();
    }

    private void BeginEntry(bool isLine)
    {
        _block = Block.Entry;
        _isLineEntry = isLine;
        BeginDraft();
        _sink = Sink.ReferenceText;
    }

    private void EndEntry()
    {
        _block = Block.Paragraph;
        _sink = Sink.Prose;
        var open = _open[--_openCount];
        var text = _buffer.AsSpan(open.TextStart, _bufferLength - open.TextStart);
        var hasSource = open.Draft.Citations > 0 || open.Links > 0 || open.Draft.Isbn is not null || open.Draft.Doi is not null || text.Trim().Length >= 20;

        // A line between the lists may also say something of them: a source without a link tells its year.
        hasSource = hasSource && (!_isLineEntry || open.Draft.Citations > 0 || open.Links > 0 || Markup.FindYear(text) is not null);

        if (hasSource)
        {
            CompleteFromText(open, text, out var plain);
            var kind = open.Links > 0 ? ReferenceKind.Link : ReferenceKind.PlainText;
            var title = open.TitleStart >= 0 && open.TitleEnd > open.TitleStart ? _buffer.AsSpan(open.TitleStart, open.TitleEnd - open.TitleStart).Trim().ToString() : null;
            var anchor = open.Draft.Citations > 0 ? open.Draft.Anchor : ReferenceDraft.AnchorOf(plain, open.Draft.Year);
            AddToBibliography(open.Draft.Build(ReferencePlace.Bibliography, kind, plain, title), anchor, 0);
        }

        _bufferLength = open.TextStart;
    }

    private void AddToBibliography(Reference reference, string? anchor, int uses)
    {
        reference.Section = CurrentSection.Index;
        reference.Uses = uses;
        _bibliography.Add(reference);
        _bibliographyAnchors.Add(anchor);
    }

    /// <summary>The list in the order of first calls, then the bibliographies; short footnotes know their target.</summary>
    private List<Reference> ToReferences()
    {
        var references = new List<Reference>(_entries.Count + _bibliography.Count);
        var targets = new ShortFootnotes.Targets();

        for (var i = 0; i < _bibliography.Count; i++)
        {
            targets.Add(_bibliographyAnchors[i], _bibliography[i]);
        }

        foreach (var entry in _entries)
        {
            targets.Add(entry.Anchor, entry.Reference);
        }

        foreach (var entry in _entries)
        {
            if (entry.Reference is not { } reference || (entry.Uses == 0 && reference.Kind == ReferenceKind.Note))
            {
                continue;
            }

            reference.Uses = entry.Uses;
            reference.Section = entry.Section;
            reference.Target = ShortFootnotes.IsIbid(entry.ShortTarget) ? references.LastOrDefault() is { } previous ? previous.Target ?? previous : null : targets.Find(entry.ShortTarget);
            reference.Kind = reference.Target is null ? reference.Kind : ReferenceKind.ShortFootnote;
            CountCall(reference.Target, entry.Uses);
            Add(references, reference);
        }

        foreach (var call in _calls)
        {
            CountCall(targets.Find(call), 1);
        }

        foreach (var reference in _bibliography)
        {
            Add(references, reference);
        }

        return references;
    }

    private static void CountCall(Reference? target, int uses)
    {
        if (target is { Place: ReferencePlace.Bibliography })
        {
            target.Uses += uses;
        }
    }

    private static void Add(List<Reference> references, Reference reference)
    {
        references.Add(reference);
        reference.Index = references.Count;
    }

    /// <summary>The article as far as it was read.</summary>
    public WikipediaArticle ToArticle(ArticleContext context, MarkupCounts markup) => new()
    {
        Title = context.Title,
        Language = context.Language,
        Format = DocumentFormat.Wikitext,
        Record = context.Record,
        Sections = _sections.ToArray(),
        References = ToReferences(),
        Categories = _categories.ToArray(),
        Infoboxes = _infoboxes.ToArray(),
        Identifiers = _identifiers.ToArray(),
        MaintenanceTags = _maintenance.ToArray(),
        InlineTags = _inline.ToArray(),
        Media = _media.ToArray(),
        Prose = _prose.ToProse(),
        Markup = markup,
        Wikilinks = _wikilinks,
        ExternalLinks = _externalLinks,
        Tables = _tables,
        ListItems = _listItems,
        Badges = _badges.ToArray(),
        ShortDescription = _shortDescription,
    };
}
