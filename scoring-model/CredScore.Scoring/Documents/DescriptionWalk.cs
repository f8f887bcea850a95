using System.Buffers;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Documents;

/// <summary>Goes over the lines of a description and keeps what the lines before say about the next: a heading, a citation whose address follows.</summary>
internal sealed partial class DescriptionWalk(YouTubeVideo video)
{
    private const int MostLinks = 400;
    private const int MostDrafts = 300;
    private const int MostSigns = 300;
    private const int LongestSign = 120;
    private const int LongestHeading = 60;
    private const int MostWordsOfHeading = 4;

    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-–—_=*~. ");

    private readonly DescriptionCatalogue _catalogue = DescriptionCatalogue.Embedded;
    private readonly HostCatalogue _hosts = CatalogueSet.Embedded.Hosts;
    private readonly ChannelName _owner = new(video.Channel?.Name, video.Channel?.Handle);
    private readonly string[] _fullLinks = [.. (video.DescriptionLinks ?? []).Take(MostLinks).Select(link => DescriptionAddress.Unwrap(link.Address))];
    private readonly HashSet<string> _ownLinks = [.. (video.Channel?.Links ?? []).Take(MostLinks).Select(link => DescriptionAddress.KeyOf(link.Address))];

    private readonly List<Range> _words = [];
    private readonly List<Range> _links = [];
    private readonly List<PhraseMatch> _phrases = [];
    private readonly List<DescriptionDraft> _drafts = [];
    private readonly List<DescriptionSign> _signs = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    // What the heading above says of the lines below, and what the line before says of a link that stands alone.
    private PhraseRole? _section;
    private PhraseRole? _before;
    private string _label = "";
    private DescriptionDraft? _open;

    /// <summary>Reads one line without the spaces around it.</summary>
    public void ReadLine(ReadOnlySpan<char> line)
    {
        if (line.IndexOfAnyExcept(RuleCharacters) < 0)
        {
            EndParagraph(line.IsEmpty);
            return;
        }

        Scan(line);
        var role = RoleOfLine(line);
        AddSigns(line);

        if (_links.Count > 0)
        {
            ReadLinks(line, role);
            (_before, _label, _open) = (null, "", null);
            return;
        }

        ReadWords(line, role);
    }

    /// <summary>Takes a link that the page gives apart from the text, unless the text had it.</summary>
    public void ReadLink(DescriptionLink link)
    {
        var address = DescriptionAddress.Unwrap(link.Address);

        if (!_seen.Contains(DescriptionAddress.KeyOf(address)))
        {
            (_section, _before, _label) = (null, null, "");
            Judge(address, "", null, null);
        }
    }

    /// <summary>What was found.</summary>
    public VideoDescription Finish()
    {
        var references = new List<Reference>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var draft in _drafts)
        {
            if (keys.Add(draft.Key))
            {
                references.Add(draft.Build(references.Count + 1));
            }
        }

        return new() { References = references, Signs = _signs };
    }

    private void Scan(ReadOnlySpan<char> line)
    {
        _words.Clear();
        _links.Clear();
        _phrases.Clear();
        DescriptionAddress.Find(line, _hosts, _catalogue.Hosts, _links);
        PhraseTable.ReadWords(line, _words);

        // Words of an address say nothing: facebook.com/sponsored.by.
        _words.RemoveAll(word => _links.Exists(link => word.Start.Value >= link.Start.Value && word.End.Value <= link.End.Value));
        _catalogue.Phrases.Find(line, _words, _phrases);
    }

    private void EndParagraph(bool isBlank)
    {
        // A list of sources may have gaps; shops and networks end with their paragraph.
        _section = _section is PhraseRole.Sources && isBlank ? PhraseRole.Sources : null;
        _before = isBlank && _before is PhraseRole.Sources ? _before : null;
        _open = null;
        _label = "";
    }

    // The first phrase that tells what links beside it are; a commercial one wherever it stands.
    private PhraseRole? RoleOfLine(ReadOnlySpan<char> line)
    {
        PhraseRole? role = null;

        for (var i = 0; i < _phrases.Count; i++)
        {
            var phrase = _phrases[i];

            if (phrase.Role is PhraseRole.Sponsor or PhraseRole.Affiliate or PhraseRole.DiscountCode or PhraseRole.Shop or PhraseRole.Patronage)
            {
                return IsNegated(line, i) ? PhraseRole.Disclosure : phrase.Role;
            }

            if (phrase.Role is PhraseRole.Sources or PhraseRole.Social or PhraseRole.Credits)
            {
                role ??= phrase.Role;
            }
        }

        return role;
    }

    private void ReadWords(ReadOnlySpan<char> line, PhraseRole? role)
    {
        var seconds = DescriptionTime.Read(line, out var rest);
        var words = line[rest];
        var draft = new DescriptionDraft { AtSeconds = seconds, Words = LabelOf(words) };
        draft.ReadIdentifiers(words);

        if (!draft.HasIdentifier && IsHeading(line, words, role))
        {
            return;
        }

        if (draft.HasIdentifier || DescriptionCitation.Fits(words, _section is PhraseRole.Sources))
        {
            Add(draft);
            (_before, _label, _open) = (null, "", draft);
            return;
        }

        AddGuidelines(line, seconds);
        (_before, _label, _open) = (role, line.Length <= LongestLabel ? LabelOf(words) : "", null);
    }

    // "References:", "SOURCES", "Follow us": short, and about what comes below. Another heading ends a section that is no list of sources.
    private bool IsHeading(ReadOnlySpan<char> line, ReadOnlySpan<char> words, PhraseRole? role)
    {
        var isShort = line.Length <= LongestHeading && (line[^1] is ':' || _words.Count <= MostWordsOfHeading);

        if (role is not null && isShort && !words.IsEmpty && !char.IsDigit(words[0]))
        {
            (_section, _before, _label, _open) = (role, role, "", null);
            return true;
        }

        if (isShort && line[^1] is ':' && _section is not PhraseRole.Sources)
        {
            _section = null;
        }

        return false;
    }

    private void AddGuidelines(ReadOnlySpan<char> line, int? seconds)
    {
        foreach (var phrase in _phrases)
        {
            if (phrase.Role is PhraseRole.Guideline && DescriptionCitation.Guideline(line, _words, phrase) is { } name)
            {
                Add(new() { Words = name, Publisher = phrase.Note, AtSeconds = seconds });
            }
        }
    }

    private void Add(DescriptionDraft draft)
    {
        if (_drafts.Count < MostDrafts)
        {
            _drafts.Add(draft);
        }
    }
}
