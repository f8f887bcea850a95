namespace CredScore.Scoring.Documents;

/// <summary>Chooses each field of a video from the document that knows it best. A document counts for the fields it has, whatever else it lacks.</summary>
internal sealed class YouTubeChoice(IReadOnlyList<YouTubePlayer> players, IReadOnlyList<YouTubeNext> nexts, IReadOnlyList<YouTubePlain> plains, YouTubeMicrodata? block)
{
    public YouTubeVideo Video(string? id, IReadOnlyList<string> otherIds, string? language, DateTimeOffset? fetchedAt)
    {
        var description = Description(out var isShortened);
        var chapters = nexts.Select(next => next.Chapters).FirstOrDefault(found => found.Origin is not null);
        var collaborators = Collaborators();

        return new YouTubeVideo
        {
            Id = id,
            OtherIds = otherIds,
            Title = Of(p => p.Title, n => n.Title, p => p.Title, b => b.Title),
            Description = description,
            IsDescriptionShortened = isShortened,
            DescriptionLinks = First(nexts, next => next.DescriptionLinks),
            Channel = Channel(collaborators),
            Collaborators = collaborators,
            Published = Of(p => p.Published, n => n.Published, p => p.Published, b => b.Published),
            Uploaded = Of(p => p.Uploaded, _ => null, p => p.Uploaded, b => b.Uploaded),
            LengthSeconds = IsLive is true ? null : Of(p => p.LengthSeconds, _ => null, p => p.LengthSeconds, b => b.LengthSeconds),
            Category = Of(p => p.Category, _ => null, p => p.Category, b => b.Category),
            Keywords = Of(p => p.Keywords, _ => null, p => p.Keywords, b => b.Keywords),
            Views = Of(p => p.Views, n => n.Views, p => p.Views, b => b.Views),
            Likes = Of(p => p.Likes, n => n.Likes, p => p.Likes, b => b.Likes),
            Captions = Of(p => p.Captions, _ => null, p => p.Captions, _ => null),
            Chapters = chapters?.List,
            ChapterOrigin = chapters?.Origin,
            PictureHeight = Of(p => p.PictureHeight, _ => null, p => p.PictureHeight, _ => null),
            Licence = Of(_ => null, n => n.Licence, p => p.Licence, _ => null),
            AreCommentsOn = First(nexts, next => next.AreCommentsOn),
            IsAgeRestricted = IsAgeRestricted,
            IsLive = IsLive,
            IsUnlisted = Of(p => p.IsUnlisted, _ => null, _ => null, b => b.IsUnlisted),
            HasPaidPromotion = First(players, player => player.HasPaidPromotion),
            HowItWasMade = First(nexts, next => next.HowItWasMade),
            Panels = nexts.Select(next => next.Panels).FirstOrDefault(panels => panels.Count > 0) ?? [],
            Availability = First(players, player => player.Availability),
            AvailabilityText = First(players, player => player.AvailabilityText),
            PageLanguage = language,
            FetchedAt = fetchedAt,
        };
    }

    private bool? IsLive => Of(p => p.IsLive, n => n.IsLive, _ => null, _ => null);

    private bool? IsAgeRestricted
    {
        get
        {
            if (nexts.Any(next => next.IsAgeNoticed) || players.Any(player => player.Availability is VideoAvailability.AgeRestricted))
            {
                return true;
            }

            return !(First(players, player => player.IsFamilySafe) ?? block?.IsFamilyFriendly);
        }
    }

    // The displayed form of the next response shortens addresses; microdata is cut after some 160 characters, so it comes last.
    private string? Description(out bool isShortened)
    {
        var raw = First(players, player => player.Description) ?? First(plains, plain => plain.Description);
        var shown = raw is null ? First(nexts, next => next.Description) : null;
        isShortened = raw is null && (shown is not null || block is { IsDescriptionCut: true });
        return raw ?? shown ?? block?.Description;
    }

    private VideoChannel? Channel(IReadOnlyList<VideoChannel> collaborators)
    {
        var id = ChannelId ?? (collaborators is [var first, ..] ? first.Id : null);
        var self = collaborators.FirstOrDefault(channel => channel.Id == id);

        var channel = new VideoChannel
        {
            Id = id,
            Handle = Of(p => p.Handle, n => n.Owner.Handle, p => p.Handle, b => b.Handle) ?? self?.Handle,
            Name = Of(p => p.ChannelName, n => n.Owner.Name, p => p.ChannelName, b => b.ChannelName) ?? self?.Name,
            Badge = First(nexts, next => next.Owner.Badge) ?? self?.Badge,
            Subscribers = Of(_ => null, n => n.Owner.Subscribers, p => p.Subscribers, _ => null) ?? self?.Subscribers,
            Links = nexts.Select(next => next.CreatorLinks).FirstOrDefault(links => links.Count > 0) ?? [],
        };

        return channel is { Id: null, Handle: null, Name: null } ? null : channel;
    }

    private string? ChannelId => Of(p => p.ChannelId, n => n.Owner.Id, p => p.ChannelId, b => b.ChannelId);

    // The owner first, as far as another document tells who that is.
    private IReadOnlyList<VideoChannel> Collaborators()
    {
        var list = nexts.Select(next => next.Owner.Collaborators).FirstOrDefault(channels => channels.Count > 1) ?? [];
        return [.. list.OrderBy(channel => channel.Id == ChannelId ? 0 : 1)];
    }

    private T? Of<T>(Func<YouTubePlayer, T?> ofPlayer, Func<YouTubeNext, T?> ofNext, Func<YouTubePlain, T?> ofPlain, Func<YouTubeMicrodata, T?> ofBlock)
        where T : class
        => First(players, ofPlayer) ?? First(nexts, ofNext) ?? First(plains, ofPlain) ?? (block is null ? null : ofBlock(block));

    private T? Of<T>(Func<YouTubePlayer, T?> ofPlayer, Func<YouTubeNext, T?> ofNext, Func<YouTubePlain, T?> ofPlain, Func<YouTubeMicrodata, T?> ofBlock)
        where T : struct
        => First(players, ofPlayer) ?? First(nexts, ofNext) ?? First(plains, ofPlain) ?? (block is null ? null : ofBlock(block));

    private static T? First<TDocument, T>(IEnumerable<TDocument> documents, Func<TDocument, T?> read)
        where T : class
        => documents.Select(read).FirstOrDefault(value => value is not null);

    private static T? First<TDocument, T>(IEnumerable<TDocument> documents, Func<TDocument, T?> read)
        where T : struct
        => documents.Select(read).FirstOrDefault(value => value is not null);
}
