namespace CredScore.Scoring.Documents;

/// <summary>Tags, comments, infoboxes, and what they leave in the article.</summary>
internal sealed partial class WikitextScanner
{
    private const int LongestTag = 1000;

    // What stands between these tags is no prose and no markup.
    private static readonly string[] OpaqueTags =
        ["nowiki", "math", "pre", "gallery", "source", "syntaxhighlight", "timeline", "score", "hiero", "graph", "chem", "ce", "imagemap", "templatedata", "mapframe", "poem", "inputbox", "includeonly"];

    private static readonly string[] BreakTags = ["br", "p", "li", "td", "th", "tr", "div", "blockquote", "center", "hr", "dd", "dt"];

    private readonly List<string> _categories = [];
    private readonly List<Infobox> _infoboxes = [];
    private readonly List<PageIdentifier> _identifiers = [];
    private readonly List<MaintenanceTag> _maintenance = [];
    private readonly List<InlineTag> _inline = [];
    private readonly List<Media> _media = [];
    private readonly List<string> _badges = [];
    // By tag: the end of the text, or of a footnote, before which it was searched for and does not close.
    private readonly int[] _unclosedBefore = new int[OpaqueTags.Length];
    private readonly int[] _unclosedInFootnote = new int[OpaqueTags.Length];
    private string? _shortDescription;
    private int _wikilinks;
    private int _externalLinks;

    private void ResetElements()
    {
        _categories.Clear();
        _infoboxes.Clear();
        _identifiers.Clear();
        _maintenance.Clear();
        _inline.Clear();
        _media.Clear();
        _badges.Clear();
        Array.Clear(_unclosedBefore);
        Array.Clear(_unclosedInFootnote);
        _shortDescription = null;
        _wikilinks = 0;
        _externalLinks = 0;
    }

    private void ReadTag()
    {
        var rest = Slice(_position, _limit);

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = rest[4..].IndexOf("-->", StringComparison.Ordinal);
            _position = end < 0 ? _limit : _position + 4 + end + 3;
            return;
        }

        var name = TagName(rest);

        if (name.IsEmpty)
        {
            WriteLiteral();
            return;
        }

        if (name.Equals("ref", StringComparison.OrdinalIgnoreCase))
        {
            ReadFootnote(rest);
        }
        else if (name.Equals("references", StringComparison.OrdinalIgnoreCase))
        {
            ReadReferencesTag(rest);
        }
        else
        {
            ReadOtherTag(rest, name);
        }
    }

    private void ReadOtherTag(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        var length = TagLength(rest);

        if (length < 0)
        {
            WriteLiteral();
            return;
        }

        var opaque = IndexOf(OpaqueTags, name);

        if (opaque >= 0 && rest[1] != '/' && rest[length - 2] != '/' && !IsNeverClosed(opaque))
        {
            ReadOpaque(rest, length, opaque);
            return;
        }

        if (IndexOf(BreakTags, name) >= 0)
        {
            WriteGap();
        }

        _position += length;

        if (_frameCount == 0 && name.Equals("table", StringComparison.OrdinalIgnoreCase))
        {
            BeginOrEndHtmlTable(isEnd: rest[1] == '/');
        }
    }

    private void ReadOpaque(ReadOnlySpan<char> rest, int length, int opaque)
    {
        var end = FindClosingTag(rest[length..], OpaqueTags[opaque]);

        if (end < 0)
        {
            (_limit == _text.Length ? _unclosedBefore : _unclosedInFootnote)[opaque] = _limit;
            _position += length;
            return;
        }

        var inside = rest.Slice(length, end);

        switch (OpaqueTags[opaque])
        {
            case "nowiki":
                Write(inside);
                break;
            case "gallery":
                AddGallery(inside);
                break;
            default:
                WriteGap();
                break;
        }

        _position += length + end;
        _position += TagLength(Slice(_position, _limit)) is > 0 and var closing ? closing : 0;
    }

    private bool IsNeverClosed(int opaque) => _unclosedBefore[opaque] > 0 || _unclosedInFootnote[opaque] == _limit;

    private static int IndexOf(string[] words, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (word.Equals(words[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The name after the opening bracket, with or without a slash; empty when no tag begins here.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> rest)
    {
        var start = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        var end = start;

        while (end < rest.Length && end - start < 20 && char.IsAsciiLetterOrDigit(rest[end]))
        {
            end++;
        }

        // <http://…> is an address.
        return end > start && char.IsAsciiLetter(rest[start]) && (end == rest.Length || rest[end] != ':') ? rest[start..end] : default;
    }

    /// <summary>Length of the tag up to its closing bracket, which may not stand in quotes; −1 when it does not end within reason.</summary>
    private static int TagLength(ReadOnlySpan<char> rest)
    {
        var window = rest[..Math.Min(rest.Length, LongestTag)];
        var quote = '\0';

        for (var i = 1; i < window.Length; i++)
        {
            var c = window[i];

            if (quote != '\0')
            {
                // A quote that is not closed before the line ends or another tag begins was none.
                if (c is '\n' or '<')
                {
                    return PlainTagLength(window);
                }

                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' || (c is '\'' && window[i - 1] == '='))
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c == '<')
            {
                return -1;
            }
        }

        return PlainTagLength(window);
    }

    private static int PlainTagLength(ReadOnlySpan<char> window)
    {
        var end = window.IndexOf('>');
        return end < 0 ? -1 : end + 1;
    }

    /// <summary>Where the closing tag of a name begins; −1 when there is none.</summary>
    private static int FindClosingTag(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        var start = 0;

        while (text[start..].IndexOf("</", StringComparison.Ordinal) is var found and >= 0)
        {
            start += found;
            var after = start + 2 + name.Length;

            if (after <= text.Length
                && text.Slice(start + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && text[after..].TrimStart() is ['>', ..])
            {
                return start;
            }

            start += 2;
        }

        return -1;
    }

    private void AddGallery(ReadOnlySpan<char> inside)
    {
        foreach (var range in inside.Split('\n'))
        {
            var line = inside[range].Trim();
            var bar = line.IndexOf('|');
            var file = bar < 0 ? line : line[..bar];

            if (file.LastIndexOf('.') is > 0 and var dot && file.Length - dot is 4 or 5)
            {
                AddMedia(file[(file.IndexOf(':') + 1)..], bar > 0 && bar < line.Length - 1, line.ContainsAnyCase("alt="));
            }
        }
    }

    private void AddInfobox(ref Frame frame, TemplateRole role)
    {
        var filled = 0;
        var hasCaption = Named(ref frame, "caption") is var (start, end) && end > start + 1;
        var hasAlt = Named(ref frame, "alt") is var (from, to) && to > from + 1;

        for (var i = frame.FirstParameter; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];

            if (parameter.NameStart < 0 || Slice(parameter.ValueStart, parameter.ValueEnd).Trim() is not { Length: > 0 } value)
            {
                continue;
            }

            filled++;
            var name = Slice(parameter.NameStart, parameter.NameEnd).Trim();

            if (IdentifierParameters.Find(name) is { } scheme)
            {
                AddIdentifier(scheme, value);
            }
            else if (IsMediaName(name) && IsMediaFile(value))
            {
                AddMedia(Markup.ToPlain(value), hasCaption, hasAlt);
            }
        }

        if (role == TemplateRole.Infobox)
        {
            _infoboxes.Add(new(Markup.ToPlain(WithoutComments(Slice(frame.Start + 2, NameEndOf(ref frame)))).Replace('_', ' '), filled));
        }
    }

    private int NameEndOf(ref Frame frame)
    {
        var inside = Slice(frame.Start + 2, _position);
        var end = inside.IndexOfAny('|', '}');
        return end < 0 ? _position : frame.Start + 2 + end;
    }

    private void AddIdentifier(string scheme, ReadOnlySpan<char> value)
    {
        var text = Markup.ToPlain(value);

        // {{ICD10|K|50||k|50}}: the code stands in the template's parameters.
        if (text.Length < 2 && value.StartsWith("{{", StringComparison.Ordinal) && value.IndexOf('|') is > 0 and var bar)
        {
            text = CodeOf(value[(bar + 1)..].TrimEnd('}'));
        }

        if (text.Length is > 0 and < 200)
        {
            _identifiers.Add(new(scheme, text));
        }
    }

    private static string CodeOf(ReadOnlySpan<char> parameters)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = parameters.Split(parts, '|');
        var letter = parameters[parts[0]].Trim();
        var number = count > 1 ? parameters[parts[1]].Trim() : default;
        var sub = count > 2 && !parameters[parts[2]].Contains('|') ? parameters[parts[2]].Trim() : default;
        return sub.IsEmpty ? $"{letter}{number}" : $"{letter}{number}.{sub}";
    }

    private static bool IsMediaName(ReadOnlySpan<char> name)
        => name.StartsWith("image", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("photo", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("logo", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("cover", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("img", StringComparison.OrdinalIgnoreCase);

    private static bool IsMediaFile(ReadOnlySpan<char> value)
        => !value.StartsWith("[[", StringComparison.Ordinal)
            && value.LastIndexOf('.') is > 0 and var dot
            && value.Length - dot is 4 or 5
            && !value.ContainsAny('\n', '{');
}
