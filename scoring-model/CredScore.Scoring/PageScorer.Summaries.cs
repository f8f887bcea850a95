using System.Text.Json;
using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring;

/// <summary>The parts of an assessment that repeat what was read: the page and its references.</summary>
public sealed partial class PageScorer
{
    private static readonly string[] KindNames = [.. Enum.GetNames<ReferenceKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static PageSummary Summarise(PageAddress address, WikipediaArticle article, TopicProfile topic)
    {
        var language = address.Language ?? article.Language;
        var revision = article.Record.Revision ?? address.Revision;

        // An address by number gets its name from the article.
        var named = address.Title is null && article.Title is { } title ? PageAddress.OfArticle(language, title, revision) : address;

        return new()
        {
            Kind = Sites.Wikipedia,
            Address = named.WebAddress,
            Key = named.Key,
            Title = article.Title ?? named.Title,
            Language = language,
            Revision = revision,
            Url = named.WebAddressOf(revision),
            FetchedAt = article.Record.FetchedAt,
            Topic = topic,
        };
    }

    private static PageSummary Summarise(PageAddress address, VideoInputs inputs)
    {
        var video = inputs.Video;

        return new()
        {
            Kind = Sites.YouTube,
            Address = address.WebAddress,
            Key = address.Key,
            Title = video.Title,
            // An automatic track of captions is written in the language that a machine heard.
            Language = video.Captions?.FirstOrDefault(track => track.IsAutomatic)?.Language,
            Revision = null,
            Url = address.WebAddress,
            FetchedAt = video.FetchedAt,
            Topic = inputs.Topic,
            Channel = Summarise(video.Channel, inputs.Origin),
            Video = new(
                video.Published,
                video.LengthSeconds,
                video.Category,
                video.Views,
                video.Likes,
                video.Channel?.Subscribers,
                video.Availability,
                video.IsLive,
                video.Licence,
                [.. video.Panels.Select(panel => panel.Text)]),
        };
    }

    private static ChannelSummary Summarise(VideoChannel? channel, ChannelOrigin origin)
        => new(channel?.Id, channel?.Handle, channel?.Name, origin.Kind, origin.Why, origin.IsHealthSource ? true : null);

    private static ReferenceSummary[] Summarise(ClassifiedSource[] sources, string? title)
    {
        var subject = StrongReferences.SubjectOf(title);
        var summaries = new ReferenceSummary[sources.Length];

        for (var i = 0; i < summaries.Length; i++)
        {
            summaries[i] = Summarise(sources[i], subject);
        }

        return summaries;
    }

    private static ReferenceSummary Summarise(ClassifiedSource source, string subject)
    {
        var reference = source.Reference;

        return new(
            reference.Index,
            KindNames[(int)reference.Kind],
            reference.Title ?? reference.Text,
            reference.Year,
            source.Type,
            source.Why,
            source.List,
            reference.Doi,
            reference.Pmid,
            source.Host,
            reference.Uses,
            reference.AtSeconds,
            reference.Kind == ReferenceKind.Journal ? reference.Work : null,
            Pmc: reference.Pmc,
            Url: StrongReferences.AddressOf(source, subject));
    }
}
