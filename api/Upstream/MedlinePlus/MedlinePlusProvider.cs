using System.Xml.Linq;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.MedlinePlus;

/// <summary>Health topics of MedlinePlus, by its web service. Only titles and addresses are taken.</summary>
// https://medlineplus.gov/about/developers/webservices/: 85 requests a minute; answers are to be kept 12 to 24 hours.
internal sealed class MedlinePlusProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "MedlinePlus";
    public const string Site = "MedlinePlus";

    private const string Start = "https://medlineplus.gov/";

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public TimeSpan? LongestKept => TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var term = Uri.EscapeDataString($"title:\"{topic.Name.Replace("\"", "", StringComparison.Ordinal)}\"");
        var answer = await door.GetXmlAsync($"/ws/query?db=healthTopics&term={term}&retmax=5&rettype=brief&tool=credscore", cancellationToken);

        return
        [
            .. (answer?.Descendants("document") ?? [])
                .Select(document => (Url: (string?)document.Attribute("url"), Title: TitleOf(document)))
                .Where(hit => hit.Url?.StartsWith(Start, StringComparison.Ordinal) == true && hit.Title is not null && PublisherDoor.IsNamed(hit.Title, topic))
                .Take(1)
                .Select(hit => new Alternative(
                    hit.Title!, hit.Url!, Site, AlternativeKind.Article, AlternativeLevel.Patient, true,
                    "Written for everybody by the US National Library of Medicine, with links to trusted bodies.", topic.Name, "en", true)),
        ];
    }

    // Hits are marked with spans inside the escaped HTML.
    private static string? TitleOf(XElement document)
        => document.Elements("content").FirstOrDefault(content => (string?)content.Attribute("name") == "title") is { } title ? Plain(title.Value) : null;

    private static string Plain(string html)
    {
        var text = new System.Text.StringBuilder(html.Length);
        var isInside = false;

        foreach (var c in html)
        {
            isInside = c == '<' || (isInside && c != '>');

            if (!isInside && c != '>')
            {
                text.Append(c);
            }
        }

        return text.ToString().Trim();
    }
}
