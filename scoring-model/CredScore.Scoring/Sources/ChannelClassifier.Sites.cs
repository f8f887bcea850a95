using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

// The owner's own site: linked by the channel, or called so in the description, and of the channel's name.
public sealed partial class ChannelClassifier
{
    // A link to cdc.gov does not make a channel CDC's: more than this is a list of links.
    private const int MostLinks = 24;

    private OwnSite? FindOwnSite(YouTubeVideo video, VideoDescription? description, VideoChannel channel)
    {
        var name = new ChannelName(channel.Name, channel.Handle);

        for (var i = 0; i < channel.Links.Count && i < MostLinks; i++)
        {
            if (ReadSite(channel.Links[i].Address, name, channel) is { } site)
            {
                return site;
            }
        }

        return FindInDescription(description ?? DescriptionReader.Read(video), channel, name);
    }

    private OwnSite? FindInDescription(VideoDescription description, VideoChannel channel, ChannelName name)
    {
        var links = 0;

        foreach (var sign in description.Signs)
        {
            if (sign.Kind is DescriptionSignKind.Social && links++ < MostLinks && ReadSite(sign.Text, name, channel) is { } site)
            {
                return site;
            }
        }

        return null;
    }

    private OwnSite? ReadSite(string text, ChannelName name, VideoChannel channel)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];

        if (!WebAddress.TryParse(text, buffer, out var address) || !name.Fits(address.Host))
        {
            return null;
        }

        var verdict = _catalogues.Hosts.Find(address) ?? _catalogues.Hosts.FindSuffix(address.Host);
        var claim = channel.Name is null ? null : _catalogues.ChannelWords.Find(channel.Name);

        return verdict is not null && KindOf(verdict, claim?.Kind) is { } kind
            ? new(kind, text, address.Host.ToString(), verdict.Why)
            : null;
    }

    // A professor whose surname is the university's is not the university: the name has to say so, or be the institution's own in our lists.
    private static ChannelKind? KindOf(Verdict verdict, ChannelKind? claim) => verdict.Type switch
    {
        SourceType.University when claim is ChannelKind.Hospital => ChannelKind.Hospital,
        SourceType.University when claim is not null || verdict.List is "hosts" => ChannelKind.University,
        SourceType.Guideline or SourceType.Government when claim is ChannelKind.Hospital or ChannelKind.University => claim,
        SourceType.Guideline or SourceType.Government => ChannelKind.PublicBody,
        SourceType.Society => claim is ChannelKind.Hospital or ChannelKind.University ? claim : IsOfHospital(verdict) ? ChannelKind.Hospital : ChannelKind.Society,
        SourceType.JournalArticle or SourceType.SystematicReview when !verdict.NeedsCare => ChannelKind.Journal,
        SourceType.News => ChannelKind.Newsroom,
        SourceType.Advocacy => ChannelKind.Advocacy,
        _ => null,
    };

    private static bool IsOfHospital(Verdict verdict)
    {
        var why = verdict.Why.AsSpan();
        return why.ContainsAnyCase("hospital") || why.ContainsAnyCase("clinic") || why.ContainsAnyCase("health system") || why.ContainsAnyCase("medical cent");
    }

    private readonly record struct OwnSite(ChannelKind Kind, string Address, string Host, string Why);
}
