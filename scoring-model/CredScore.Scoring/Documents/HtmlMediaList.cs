using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Collects images, audio and video with what stands beside them.</summary>
internal sealed class HtmlMediaList
{
    /// <summary>Smaller images are icons, where no frame presents them.</summary>
    private const int SmallestImage = 60;

    private readonly List<Media> _media = [];
    private readonly Stack<Frame> _frames = new();

    public IReadOnlyList<Media> All => _media;

    /// <summary>Opens a frame: what words are seen before it is closed describe the media in it.</summary>
    public void Open(bool isPresented) => _frames.Push(new Frame(_media.Count, isPresented, HasCaption: false));

    public void SeeCaption()
    {
        if (_frames.TryPeek(out var frame) && !frame.HasCaption)
        {
            _frames.Pop();
            _frames.Push(frame with { HasCaption = true });
        }
    }

    public void Close()
    {
        if (!_frames.TryPop(out var frame) || !frame.HasCaption)
        {
            return;
        }

        for (var i = frame.Start; i < _media.Count; i++)
        {
            _media[i] = _media[i] with { HasCaption = true };
        }
    }

    public void Add(Element element)
    {
        if (IsIcon(element) || NameOf(element) is not { Length: > 0 } name)
        {
            return;
        }

        // Mobile pages give an image twice: for browsers without scripts, and as a placeholder for the others.
        var isLazy = element.LocalName is "span";

        if (isLazy && _media.Count > 0 && _media[^1].Name == name)
        {
            return;
        }

        var alternative = element.GetAttribute(isLazy ? "data-alt" : "alt");
        bool? hasAlternative = element.LocalName is "video" or "audio" || (isLazy && alternative is null) ? null : !string.IsNullOrWhiteSpace(alternative);
        _media.Add(new Media(name, HasCaption: false, hasAlternative));
    }

    private bool IsIcon(Element element)
    {
        if (_frames.TryPeek(out var frame) && frame.IsPresented)
        {
            return false;
        }

        var width = element.Number("width") ?? element.Number("data-width");
        var height = element.Number("height") ?? element.Number("data-height");
        return (width is not null || height is not null) && Math.Max(width ?? 0, height ?? 0) < SmallestImage;
    }

    // The prefix of a file's page is in the wiki's language; the address of the image itself is not.
    private static string? NameOf(Element element)
    {
        if (element.GetAttribute("data-mwtitle") is { } title)
        {
            return Readable(title);
        }

        if (element.GetAttribute("resource") is { } resource)
        {
            return Readable(resource[(resource.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }

        return (element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.GetAttribute("poster")) is { } source ? NameIn(source) : null;
    }

    // //upload.wikimedia.org/wikipedia/commons/thumb/5/53/Name.svg/60px-Name.svg.png
    private static string? NameIn(string source)
    {
        var path = source.AsSpan();
        var query = path.IndexOfAny('?', '#');
        path = query < 0 ? path : path[..query];
        var last = path.LastIndexOf('/');

        if (last < 0 || !path.Contains("/", StringComparison.Ordinal) || source.StartsWith("data:", StringComparison.Ordinal))
        {
            return null;
        }

        if (path.Contains("/thumb/", StringComparison.Ordinal))
        {
            path = path[..last];
            last = path.LastIndexOf('/');
        }

        return Readable(path[(last + 1)..].ToString());
    }

    private static string Readable(string name) => Uri.UnescapeDataString(name).Replace('_', ' ').Trim();

    private readonly record struct Frame(int Start, bool IsPresented, bool HasCaption);
}
