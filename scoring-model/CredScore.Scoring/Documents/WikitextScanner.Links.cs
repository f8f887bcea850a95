using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>Links: to articles, categories, files and other sites.</summary>
internal sealed partial class WikitextScanner
{
    private static readonly SearchValues<char> TargetEnd = SearchValues.Create("|]\n[{}<");
    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\n[]{}|<>\"");

    private static readonly SearchValues<char> LanguageLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    private static readonly string[] FilePrefixes =
        ["file", "image", "datei", "bild", "fichier", "archivo", "imagen", "immagine", "ficheiro", "imagem", "bestand", "afbeelding", "plik", "grafika", "файл", "изображение", "fil", "tiedosto", "kuva", "dosya"];

    private static readonly string[] CategoryPrefixes =
        ["category", "kategorie", "catégorie", "categoría", "categoria", "categorie", "kategoria", "категория", "kategori", "luokka"];

    private static readonly string[] FileOptions =
        ["thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "centre", "none", "upright", "baseline", "middle", "sub", "super", "top", "text-top", "bottom", "text-bottom", "mini", "miniatur", "rechts", "links", "vignette", "droite", "gauche"];

    private void ReadOpenBracket()
    {
        if (Peek(1) == '[')
        {
            ReadLink();
        }
        else if (_sink != Sink.Nowhere || _frameCount > 0)
        {
            ReadExternalLink();
        }
        else
        {
            WriteLiteral();
        }
    }

    private void ReadLink()
    {
        var start = _position + 2;
        var rest = Slice(start, _limit);
        var length = rest.IndexOfAny(TargetEnd);

        if (length <= 0 || _frameCount == DeepestFrame || rest[length] is '\n' or '[')
        {
            WriteLiteral(2);
            return;
        }

        var target = rest[..length];

        if (target.IndexOf(':') is >= 0 and var colon && ReadPrefixedLink(target, colon, start + length))
        {
            return;
        }

        CountWikilink();
        Push(FrameKind.Link, _position, _sink);

        if (rest[length] == '|')
        {
            _position = start + length + 1;
        }
        else
        {
            Write(target);
            _position = start + length;
        }
    }

    /// <summary>Files, categories and other editions of the article. False for a link to an article with a colon in its title.</summary>
    private bool ReadPrefixedLink(ReadOnlySpan<char> target, int colon, int targetEnd)
    {
        var prefix = target[..colon].Trim();

        if (Contains(FilePrefixes, prefix))
        {
            Push(FrameKind.FileLink, _position, Sink.Nowhere);
            _position = targetEnd;
            _frames[_frameCount - 1].PartStart = targetEnd + 1;
            _frames[_frameCount - 1].NameEnd = targetEnd;
            return true;
        }

        var isCategory = Contains(CategoryPrefixes, prefix);

        if (!isCategory && !IsLanguage(prefix))
        {
            return false;
        }

        if (isCategory && target[(colon + 1)..].Trim() is { Length: > 0 } name)
        {
            _categories.Add(name.ToString());
        }

        Push(FrameKind.Link, _position, Sink.Nowhere);
        _position = targetEnd;
        return true;
    }

    private void CountWikilink()
    {
        if (_sink == Sink.Prose && !_role.IsOutside && !_role.IsBibliography && _block is Block.Paragraph or Block.ListItem)
        {
            _wikilinks++;
        }
    }

    private static bool IsLanguage(ReadOnlySpan<char> prefix)
        => (prefix.Length is 2 or 3 && !prefix.ContainsAnyExceptInRange('a', 'z'))
            || (prefix.Length is > 3 and < 13 && prefix[0] is >= 'a' and <= 'z' && prefix.Contains('-') && !prefix.ContainsAnyExcept(LanguageLetters))
            || prefix.Equals("simple", StringComparison.Ordinal);

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadCloseBracket()
    {
        var top = _frameCount > 0 ? _frames[_frameCount - 1].Kind : FrameKind.Template;

        if (Peek(1) == ']' && top is FrameKind.Link or FrameKind.FileLink)
        {
            if (top == FrameKind.FileLink)
            {
                EndFile(ref _frames[_frameCount - 1]);
            }

            Pop();
            _position += 2;
            return;
        }

        if (top == FrameKind.ExternalLink)
        {
            EndLinkTitle();
            Pop();
            _position++;
            return;
        }

        WriteLiteral();
    }

    private void ReadExternalLink()
    {
        var rest = Slice(_position + 1, _limit);

        if (!IsAddress(rest) || _frameCount == DeepestFrame)
        {
            WriteLiteral();
            return;
        }

        var length = rest.IndexOfAny(AddressEnd);
        var address = length < 0 ? rest : rest[..length];
        AddAddress(address);
        Push(FrameKind.ExternalLink, _position, _sink);
        _position += 1 + address.Length;

        // [http://… |Title] with a bar is a common slip.
        while (Peek(0) is ' ' or '|')
        {
            _position++;
        }

        BeginLinkTitle();
    }

    /// <summary>An address in running text shows at the colon: look back for its scheme.</summary>
    private void ReadColon()
    {
        if (Peek(1) != '/' || Peek(2) != '/')
        {
            WriteLiteral();
            return;
        }

        var start = _position;

        while (start > 0 && _position - start < 6 && char.IsAsciiLetter(_text[start - 1]))
        {
            start--;
        }

        var rest = Slice(start, _limit);

        if (!IsAddress(rest))
        {
            WriteLiteral();
            return;
        }

        var length = rest.IndexOfAny(AddressEnd);
        var address = (length < 0 ? rest : rest[..length]).TrimEnd(".,;:)'");
        AddAddress(address);
        Write(address[(_position - start)..]);
        _position = start + address.Length;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
        => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("//", StringComparison.Ordinal) && text.Length > 4 && char.IsAsciiLetterOrDigit(text[2]));

    private void EndFilePart(ref Frame frame, int end)
    {
        if (frame.PartStart > end)
        {
            // Still the name, which ends at the first bar.
            return;
        }

        var part = Slice(frame.PartStart, end).Trim();

        if (part.StartsWith("alt", StringComparison.OrdinalIgnoreCase) && part.IndexOf('=') is > 0 and < 6 and var equals)
        {
            frame.HasAlt = part.Length > equals + 1;
        }
        else if (IsSize(part, out var width))
        {
            frame.IsSmall = width < 60;
        }
        else if (part.Length > 0 && !Contains(FileOptions, part) && !part.StartsWith("upright", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("link=", StringComparison.OrdinalIgnoreCase))
        {
            frame.CaptionStart = frame.PartStart;
            frame.CaptionEnd = end;
        }
    }

    private static bool IsSize(ReadOnlySpan<char> part, out int width)
    {
        width = 0;
        var digits = part.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? part[..^2].Trim() : default;
        var by = digits.IndexOf('x');
        return !digits.IsEmpty && int.TryParse(by >= 0 ? digits[..by] : digits, out width);
    }

    private void EndFile(ref Frame frame)
    {
        EndFilePart(ref frame, _position);

        if (frame.IsSmall || _role.IsOutside)
        {
            return;
        }

        var target = Slice(frame.Start + 2, frame.NameEnd);
        AddMedia(target[(target.IndexOf(':') + 1)..], frame.CaptionStart >= 0, frame.HasAlt);
    }

    private void AddMedia(ReadOnlySpan<char> name, bool hasCaption, bool hasAlt)
    {
        if (_media.Count < 2000 && name.Trim() is { Length: > 0 } trimmed)
        {
            _media.Add(new(trimmed.ToString(), hasCaption, hasAlt));
        }
    }
}
