using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>Templates: where they open and close, what their parameters are, what they mean for the article.</summary>
internal sealed partial class WikitextScanner
{
    private static readonly SearchValues<char> Markers = SearchValues.Create("{}[]=<");

    private void ReadOpenBrace()
    {
        if (Peek(1) != '{' || _frameCount == DeepestFrame || _position >= _noTemplatesFrom || _literalBraces.Contains(_position))
        {
            WriteLiteral(Peek(1) == '{' ? 2 : 1);
            return;
        }

        Push(FrameKind.Template, _position, Sink.Nowhere);
        _position += 2;
        _frames[_frameCount - 1].PartStart = _position;
    }

    private void ReadCloseBrace()
    {
        if (Peek(1) != '}' || FindOpenTemplate() is not (>= 0 and var index))
        {
            WriteLiteral();
            return;
        }

        // Links left open inside the template end with it.
        while (_frameCount - 1 > index)
        {
            Pop();
        }

        EndParameter(_position);
        var end = _position + 2;
        EndTemplate(ref _frames[index], end);
        Pop();
        _position = end;
        WriteTextOfTemplate(index, end);
    }

    private int FindOpenTemplate()
    {
        for (var i = _frameCount - 1; i >= 0; i--)
        {
            switch (_frames[i].Kind)
            {
                case FrameKind.Template:
                    return i;
                case FrameKind.Footnote:
                    return -1;
            }
        }

        return -1;
    }

    private void ReadBar()
    {
        if (_frameCount == 0)
        {
            WriteLiteral();
            return;
        }

        ref var frame = ref _frames[_frameCount - 1];

        switch (frame.Kind)
        {
            case FrameKind.Template:
                EndParameter(_position);
                _position++;
                frame.PartStart = _position;
                frame.TextStart = _bufferLength;
                break;
            case FrameKind.FileLink:
                EndFilePart(ref frame, _position);
                _position++;
                frame.PartStart = _position;
                break;
            default:
                WriteLiteral();
                break;
        }
    }

    private void ReadEquals()
    {
        if (_frameCount > 0 && _frames[_frameCount - 1] is { Kind: FrameKind.Template, Template: not null, NameEnd: < 0 })
        {
            _frames[_frameCount - 1].NameEnd = _position;
            _position++;
            DropWritten(ref _frames[_frameCount - 1]);
            return;
        }

        WriteLiteral();
    }

    /// <summary>Ends the template's name or the parameter that began at the last bar.</summary>
    private void EndParameter(int end)
    {
        ref var frame = ref _frames[_frameCount - 1];

        if (frame.Template is null)
        {
            frame.Template = FindTemplate(Slice(frame.PartStart, end));
            BeginKnownTemplate(ref frame);
            return;
        }

        var hasName = frame.NameEnd >= 0;
        _parameters.Add(new()
        {
            NameStart = hasName ? frame.PartStart : -1,
            NameEnd = frame.NameEnd,
            ValueStart = hasName ? frame.NameEnd + 1 : frame.PartStart,
            ValueEnd = end,
        });

        if (hasName && !Slice(frame.PartStart, frame.NameEnd).Trim().SequenceEqual("1"))
        {
            DropWritten(ref frame);
        }

        frame.NameEnd = -1;
    }

    /// <summary>Takes back what a footnote's parameter wrote: of {{efn|1=text|name=x}} readers see the text alone.</summary>
    private void DropWritten(ref Frame frame)
    {
        if (frame.HoldsFootnote)
        {
            _bufferLength = Math.Min(_bufferLength, frame.TextStart);
        }
    }

    private static TemplateInfo FindTemplate(ReadOnlySpan<char> name)
    {
        // {{#tag:ref|…}} is a function: what follows the colon of other functions is no name of a template.
        var trimmed = name.TrimStart();

        if (trimmed.Length > 0 && trimmed[0] == '#' && !trimmed.StartsWith("#tag:ref", StringComparison.OrdinalIgnoreCase))
        {
            return TemplateCatalogue.Find(trimmed[..(trimmed.IndexOf(':') is > 0 and var colon ? colon : trimmed.Length)]);
        }

        return TemplateCatalogue.Find(trimmed);
    }

    /// <summary>What has to be known before a template's parameters are read.</summary>
    private void BeginKnownTemplate(ref Frame frame)
    {
        switch (frame.Template!.Role)
        {
            case TemplateRole.Note:
                BeginDraft();
                frame.HoldsFootnote = true;
                _sink = Sink.ReferenceText;
                break;
            case TemplateRole.Reflist:
                frame.IsDefinition = true;
                break;
        }
    }

    private void EndTemplate(ref Frame frame, int end)
    {
        var info = frame.Template!;

        switch (info.Role)
        {
            case TemplateRole.Citation:
                EndCitation(ref frame, info);
                break;
            case TemplateRole.Short:
                EndShortFootnote(ref frame);
                break;
            case TemplateRole.Harv:
                EndHarv(ref frame);
                break;
            case TemplateRole.Note:
                EndNote(ref frame);
                break;
            case TemplateRole.Call:
                EndCall(ref frame);
                break;
            case TemplateRole.OldCall when _openCount == 0:
                CurrentSection.ReferenceUses++;
                CiteFromText();
                break;
            case TemplateRole.Identifier:
                EndIdentifier(ref frame, info.Kind);
                break;
            case TemplateRole.Site:
                EndSite(ref frame, info.Kind);
                break;
            case TemplateRole.Dead when Draft is { } draft:
                draft.IsDead = true;
                break;
            case TemplateRole.Archive when Draft is { } draft:
                draft.IsArchived = true;
                break;
            case TemplateRole.Retraction when Draft is { } draft:
                draft.IsMarkedRetracted = true;
                break;
            default:
                EndMark(ref frame, info, end);
                break;
        }
    }

    private void EndMark(ref Frame frame, TemplateInfo info, int end)
    {
        switch (info.Role)
        {
            case TemplateRole.Maintenance:
                _maintenance.Add(new(info.Kind, DateOf(ref frame), CurrentSection.Index));
                break;
            case TemplateRole.Issues:
                AddIssues(ref frame);
                break;
            case TemplateRole.Inline or TemplateRole.Dead:
                _inline.Add(new(info.Role == TemplateRole.Dead ? "dead link" : info.Kind, DateOf(ref frame), CurrentSection.Index));
                break;
            case TemplateRole.Infobox or TemplateRole.Resources:
                AddInfobox(ref frame, info.Role);
                break;
            case TemplateRole.Badge:
                _badges.Add(info.Kind);
                break;
            case TemplateRole.None when Innermost is { } open && IsDirectlyInReference():
                EndUnknown(ref frame, info, open);
                break;
            case TemplateRole.Description:
                _shortDescription ??= Positional(ref frame, 0) is var (start, stop) && stop > start ? Markup.ToPlainOrNull(Slice(start, stop)) : null;
                break;
        }
    }

    /// <summary>Lets templates such as lang or nowrap say their last parameter as part of the sentence.</summary>
    private void WriteTextOfTemplate(int index, int end)
    {
        if (_sink == Sink.Nowhere || _frames[index].Template!.Role != TemplateRole.Text)
        {
            return;
        }

        var inside = Slice(_frames[index].Start + 2, end - 2);
        var value = inside[(inside.LastIndexOf('|') + 1)..];

        if (value.Length < inside.Length && !value.ContainsAny(Markers))
        {
            Write(value);
        }
    }

    /// <summary>The value of a parameter by name (any case) as a range; empty when it is missing.</summary>
    private (int Start, int End) Named(ref Frame frame, ReadOnlySpan<char> name)
    {
        for (var i = _parameters.Count - 1; i >= frame.FirstParameter; i--)
        {
            var parameter = _parameters[i];

            if (parameter.NameStart >= 0 && Slice(parameter.NameStart, parameter.NameEnd).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return (parameter.ValueStart, parameter.ValueEnd);
            }
        }

        return (0, 0);
    }

    /// <summary>The value of the nth parameter without a name, or of the one named n + 1; empty when it is missing.</summary>
    private (int Start, int End) Positional(ref Frame frame, int position)
    {
        var found = 0;

        for (var i = frame.FirstParameter; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];

            if (parameter.NameStart < 0 && found++ == position)
            {
                return (parameter.ValueStart, parameter.ValueEnd);
            }

            if (parameter.NameStart >= 0 && Slice(parameter.NameStart, parameter.NameEnd).Trim() is [var digit] && digit == '1' + position)
            {
                return (parameter.ValueStart, parameter.ValueEnd);
            }
        }

        return (0, 0);
    }

    private string? DateOf(ref Frame frame)
    {
        var (start, end) = Named(ref frame, "date");
        return end > start ? Markup.ToPlainOrNull(Slice(start, end)) : null;
    }

    private void AddIssues(ref Frame frame)
    {
        // {{article issues|refimprove=May 2009|pov=…}}: each parameter is a box of its own.
        for (var i = frame.FirstParameter; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];
            var hasName = parameter.NameStart >= 0;
            var name = hasName ? Slice(parameter.NameStart, parameter.NameEnd) : Slice(parameter.ValueStart, parameter.ValueEnd);

            if (name.Length < 60 && TemplateCatalogue.FindMaintenance(name) is { } kind)
            {
                _maintenance.Add(new(kind, hasName ? Markup.ToPlainOrNull(Slice(parameter.ValueStart, parameter.ValueEnd)) : null, CurrentSection.Index));
            }
        }
    }
}
