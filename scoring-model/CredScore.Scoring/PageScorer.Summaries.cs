using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
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
        var canonical = WebAddressOf(language, named, revision);

        return new()
        {
            Kind = "wikipedia",
            Address = canonical,
            Key = named.Key,
            Title = article.Title ?? named.Title,
            Language = language,
            Revision = revision,
            Url = named.Title is { } known && revision is { } number
                ? $"https://{language}.wikipedia.org/w/index.php?title={Encode(known)}&oldid={number}"
                : canonical,
            FetchedAt = article.Record.FetchedAt,
            Topic = topic,
        };
    }

    private static string WebAddressOf(string language, PageAddress address, long? revision) => address switch
    {
        { Title: { } title } => $"https://{language}.wikipedia.org/wiki/{Encode(title)}",
        { PageId: { } page } => $"https://{language}.wikipedia.org/?curid={page}",
        _ => $"https://{language}.wikipedia.org/?oldid={revision}",
    };

    // As MediaWiki writes it; https://www.mediawiki.org/wiki/Manual:PAGENAMEE_encoding
    private static string Encode(string title)
    {
        var encoded = Uri.EscapeDataString(title.Replace(' ', '_'));

        return encoded.Contains('%', StringComparison.Ordinal)
            ? encoded
                .Replace("%3A", ":", StringComparison.Ordinal)
                .Replace("%2F", "/", StringComparison.Ordinal)
                .Replace("%2C", ",", StringComparison.Ordinal)
                .Replace("%28", "(", StringComparison.Ordinal)
                .Replace("%29", ")", StringComparison.Ordinal)
                .Replace("%21", "!", StringComparison.Ordinal)
                .Replace("%2A", "*", StringComparison.Ordinal)
            : encoded;
    }

    private static ReferenceSummary[] Summarise(ClassifiedSource[] sources)
    {
        var summaries = new ReferenceSummary[sources.Length];

        for (var i = 0; i < summaries.Length; i++)
        {
            summaries[i] = Summarise(sources[i]);
        }

        return summaries;
    }

    private static ReferenceSummary Summarise(ClassifiedSource source)
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
            reference.Uses);
    }
}
