using System.Globalization;
using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Ncbi;

/// <summary>Chapters of StatPearls in Bookshelf, and guidelines and systematic reviews in PubMed, by E-utilities.</summary>
// https://www.ncbi.nlm.nih.gov/books/NBK25497/: tool and email with every request; 3 a second without a key, 10 with one.
internal sealed class NcbiProvider(PublisherDoor door, IOptions<UpstreamOptions> identity) : IAlternativeProvider
{
    public const string Client = "Ncbi";
    public const string Site = "NCBI";

    private const int MostReviews = 2;

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var name = topic.Name.Replace("\"", "", StringComparison.Ordinal);
        var chapters = await SummariseAsync("books", $"\"{name}\"[title] AND statpearls[book]", 10, cancellationToken);
        var papers = await SummariseAsync("pubmed", $"\"{name}\"[title] AND (systematic review[pt] OR practice guideline[pt]) AND free full text[sb]", 5, cancellationToken);
        return [.. chapters.Select(chapter => ReadChapter(chapter, topic)).OfType<Alternative>().Take(1), .. papers.Select(paper => ReadPaper(paper, topic)).OfType<Alternative>().Take(MostReviews)];
    }

    private static Alternative? ReadChapter(JsonElement chapter, AskedTopic topic)
        => Text(chapter, "title") is { } title && PublisherDoor.IsNamed(title, topic) && (Text(chapter, "chapteraccessionid") ?? Text(chapter, "accessionid")) is { Length: > 3 and < 12 } id
            && id.StartsWith("NBK", StringComparison.Ordinal) && id.AsSpan(3).ContainsAnyExceptInRange('0', '9') is false
            ? new(title, $"https://www.ncbi.nlm.nih.gov/books/{id}/", "StatPearls", AlternativeKind.Review, AlternativeLevel.Student, true, "Peer-reviewed clinical chapter at the US National Library of Medicine.", topic.Name, "en", true)
            : null;

    private static Alternative? ReadPaper(JsonElement paper, AskedTopic topic)
    {
        var types = paper.TryGetProperty("pubtype", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(type => type.ToString()).ToList() : [];

        if (Text(paper, "title") is not { } title || Text(paper, "uid") is not { } id || !id.All(char.IsAsciiDigit) || !PublisherDoor.Names(title, topic) || types.Contains("Retracted Publication"))
        {
            return null;
        }

        var isGuideline = types.Exists(type => type.EndsWith("Guideline", StringComparison.Ordinal));
        var year = PublisherDoor.YearOf(Text(paper, "pubdate"));
        return new(
            title.TrimEnd('.'), $"https://pubmed.ncbi.nlm.nih.gov/{id}/", "PubMed", isGuideline ? AlternativeKind.Guideline : AlternativeKind.Review, AlternativeLevel.Professional, true,
            $"{(isGuideline ? "Practice guideline" : "Systematic review")}{(year is null ? "" : $" of {year}")} in {Text(paper, "source") ?? "a journal"}, free to read.", topic.Name, "en", true, Year: year);
    }

    private async Task<IReadOnlyList<JsonElement>> SummariseAsync(string database, string term, int most, CancellationToken cancellationToken)
    {
        var found = await door.GetJsonAsync($"/entrez/eutils/esearch.fcgi?db={database}&term={Uri.EscapeDataString(term)}&retmax={most.ToString(CultureInfo.InvariantCulture)}&sort=relevance{Common}", cancellationToken);
        var ids = found is { } search && search.TryGetProperty("esearchresult", out var result) && result.ValueKind == JsonValueKind.Object && result.TryGetProperty("idlist", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(id => id.ToString()).Where(id => id.Length is > 0 and < 12 && id.All(char.IsAsciiDigit)).Take(most).ToList()
            : [];

        if (ids.Count == 0)
        {
            return [];
        }

        var summary = await door.GetJsonAsync($"/entrez/eutils/esummary.fcgi?db={database}&id={string.Join(',', ids)}{Common}", cancellationToken);
        return summary is { } answer && answer.TryGetProperty("result", out var papers) && papers.ValueKind == JsonValueKind.Object
            ? [.. ids.Where(id => papers.TryGetProperty(id, out var paper) && paper.ValueKind == JsonValueKind.Object).Select(id => papers.GetProperty(id))]
            : [];
    }

    private string Common => "&retmode=json&tool=credscore"
        + (identity.Value.Contact.Contains('@', StringComparison.Ordinal) ? $"&email={Uri.EscapeDataString(identity.Value.Contact)}" : "")
        + (door.Options.ApiKey is { Length: > 0 } key ? $"&api_key={Uri.EscapeDataString(key)}" : "");

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 500 } text ? text : null;
}
