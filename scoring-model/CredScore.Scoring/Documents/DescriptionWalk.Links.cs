using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Documents;

// What a link is: a source, somebody's interest, or neither.
internal sealed partial class DescriptionWalk
{
    private const int LongestLabel = 300;

    private void ReadLinks(ReadOnlySpan<char> line, PhraseRole? role)
    {
        var seconds = DescriptionTime.Read(line, out _);
        var isAlone = line.Length - (_links[^1].End.Value - _links[0].Start.Value) < 6;

        if (isAlone && _links.Count == 1 && IsOfOpen(line))
        {
            return;
        }

        var start = 0;

        for (var i = 0; i < _links.Count; i++)
        {
            var link = _links[i];
            var label = LabelOf(WithoutStamp(line[start..link.Start.Value]));

            // "https://… – the study", with nothing before it.
            if (label.Length == 0 && i == _links.Count - 1)
            {
                label = LabelOf(WithoutStamp(line[link.End.Value..]));
            }

            Judge(Full(line[link]), label.Length > 0 ? label : isAlone ? _label : "", RoleNear(start, link.Start.Value) ?? role ?? (isAlone ? _before : null), seconds);
            start = link.End.Value;
        }
    }

    // A citation and its address on the next line are one source; a number before the address begins another.
    private bool IsOfOpen(ReadOnlySpan<char> line)
    {
        var address = Full(line[_links[0]]);
        var alone = new DescriptionDraft();
        alone.SetAddress(address);

        if (_open is not { IsOpen: true } || (_open.HasIdentifier && alone.HasIdentifier) || line[.._links[0].Start.Value].IndexOfAnyInRange('0', '9') >= 0)
        {
            return false;
        }

        _open.SetAddress(address);
        _seen.Add(DescriptionAddress.KeyOf(address));
        return true;
    }

    private static ReadOnlySpan<char> WithoutStamp(ReadOnlySpan<char> text) => DescriptionTime.Read(text, out var rest) is null ? text : text[rest];

    // Of several links in a line each has the words before it.
    private PhraseRole? RoleNear(int start, int end)
    {
        PhraseRole? role = null;

        foreach (var phrase in _phrases)
        {
            if (phrase.Start >= start && phrase.End <= end && phrase.Role is <= PhraseRole.Social or PhraseRole.Sources or PhraseRole.Credits)
            {
                role = phrase.Role;
            }
        }

        return role;
    }

    private void Judge(string address, string label, PhraseRole? role, int? seconds)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];
        _seen.Add(DescriptionAddress.KeyOf(address));

        if (!WebAddress.TryParse(address, buffer, out var parsed))
        {
            return;
        }

        var draft = new DescriptionDraft { AtSeconds = seconds, Words = label };
        draft.ReadIdentifiers(label);
        draft.SetAddress(address);
        var isListed = role is PhraseRole.Sources || (role is null && _section is PhraseRole.Sources);

        if (draft.HasIdentifier || SignOf(address, parsed, role ?? _section, isListed) is not { } sign)
        {
            AddSource(draft, parsed, role, isListed);
            return;
        }

        AddSign(sign, address);

        // Networks and shops stand below the sources, not among them.
        _section = _section is PhraseRole.Sources ? null : _section;
    }

    private DescriptionSignKind? SignOf(string address, WebAddress parsed, PhraseRole? role, bool isListed)
    {
        if (IsAffiliate(parsed))
        {
            return DescriptionSignKind.Affiliate;
        }

        var known = _catalogue.Hosts.Find(parsed);

        // A video, a book or a post among the sources is a source.
        if (known?.Sign is { } sign && !(isListed && IsContent(parsed, sign)))
        {
            return sign;
        }

        return role switch
        {
            PhraseRole.Sponsor => DescriptionSignKind.Sponsor,
            PhraseRole.Affiliate => DescriptionSignKind.Affiliate,
            PhraseRole.DiscountCode => DescriptionSignKind.DiscountCode,
            PhraseRole.Shop => DescriptionSignKind.Shop,
            PhraseRole.Patronage => DescriptionSignKind.Patronage,
            _ when _owner.Fits(parsed.Host) || _ownLinks.Contains(DescriptionAddress.KeyOf(address)) => DescriptionSignKind.Social,
            PhraseRole.Social when known is not { IsHidden: true } => DescriptionSignKind.Social,
            _ => null,
        };
    }

    private void AddSource(DescriptionDraft draft, WebAddress parsed, PhraseRole? role, bool isListed)
    {
        var known = _catalogue.Hosts.Find(parsed);
        var isNeither = known is { Sign: null, IsHidden: false } || (role ?? _section) is PhraseRole.Credits or PhraseRole.Social;

        if (draft.HasIdentifier || (isListed && known is not { Sign: null, IsHidden: false }) || (!isNeither && known is null && IsKnownSource(parsed)))
        {
            Add(draft);
        }
    }

    // Without a word that calls it a source, a link is one only where the catalogue knows who stands behind it.
    private bool IsKnownSource(WebAddress parsed) => (_hosts.Find(parsed) ?? _hosts.FindSuffix(parsed.Host)) is { } verdict
        && verdict.Type is SourceType.Guideline or SourceType.SystematicReview or SourceType.JournalArticle or SourceType.AcademicBook or SourceType.University or SourceType.Society
            or SourceType.Government or SourceType.Tertiary or SourceType.News or SourceType.Preprint or SourceType.Pseudoscience or SourceType.Predatory or SourceType.Tabloid;

    private static bool IsAffiliate(WebAddress parsed)
        => (parsed.Host.StartsWith("amazon.", StringComparison.Ordinal) && !parsed.Query("tag").IsEmpty)
        || !parsed.Query("affiliate").IsEmpty || !parsed.Query("aff").IsEmpty || !parsed.Query("aff_id").IsEmpty || !parsed.Query("affid").IsEmpty || !parsed.Query("irclickid").IsEmpty
        || parsed.Query("utm_medium").Equals("affiliate", StringComparison.OrdinalIgnoreCase);

    private static bool IsContent(WebAddress parsed, DescriptionSignKind sign) => sign switch
    {
        DescriptionSignKind.Social => parsed.Host is "youtu.be" || parsed.Rest.StartsWith("/watch", StringComparison.Ordinal) || parsed.Host is "vimeo.com" or "medium.com" or "substack.com",
        DescriptionSignKind.Shop => parsed.Host.StartsWith("amazon.", StringComparison.Ordinal) || parsed.Host is "goodreads.com" or "bookshop.org",
        _ => false,
    };

    // Where the page shortens addresses ("https://example.org/col..."), the list of links has them whole.
    private string Full(ReadOnlySpan<char> written)
    {
        if (written.EndsWith("...", StringComparison.Ordinal) || written.EndsWith("…", StringComparison.Ordinal))
        {
            var beginning = written.TrimEnd(".…");

            foreach (var address in _fullLinks)
            {
                if (address.AsSpan().StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                {
                    return address;
                }
            }

            written = beginning;
        }

        return DescriptionAddress.Unwrap(written.ToString());
    }

    // The words of a label without bullets and the mark before its link; of a long one its last sentence. Empty when no word is left.
    private static string LabelOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t•*-–—►▶→➤✓✔▸·>|_~").TrimEnd(" \t:–—-→►▶>|(=•[*_~");

        if (text.Length > LongestLabel && text.LastIndexOf(". ", StringComparison.Ordinal) is var sentence and > 0)
        {
            text = text[(sentence + 2)..];
        }

        return HasLetter(text) ? text[..Math.Min(text.Length, LongestLabel)].ToString() : "";
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
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
}
