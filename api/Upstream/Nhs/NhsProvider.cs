using System.Text;
using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.Nhs;

/// <summary>Pages of the NHS website by its content API, with the owner's key; without one its own search is offered. Only titles and addresses are taken.</summary>
// https://digital.nhs.uk/developer/api-catalogue/nhs-website-content/v2: schema.org JSON at the page's own path under one of its sections.
internal sealed class NhsProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "Nhs";
    public const string Site = "NHS";
    public const string KeyHeader = "apikey";

    private const string Root = "/nhs-website-content/";
    private const int LongestName = 80;

    // Where a subject may stand, the most usual first; the first that has it is taken.
    private static readonly string[] Sections = ["conditions", "symptoms", "tests-and-treatments", "medicines"];

    public string Name => Site;

    public bool IsOn => door.Options is { Enabled: true, ApiKey.Length: > 0 };

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        if (Slug(topic.Name) is not { Length: > 1 and <= LongestName } slug)
        {
            return [];
        }

        foreach (var section in Sections)
        {
            if (await door.GetJsonAsync($"{Root}{section}/{slug}/", cancellationToken) is { } page && Read(page, topic) is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    private static Alternative? Read(JsonElement page, AskedTopic topic)
        => Text(page, "name") is { } title && PublisherDoor.IsNamed(title, topic) && AddressOf(Text(page, "url")) is { } address
            ? new(title, address, Site, AlternativeKind.Article, AlternativeLevel.Patient, true, "Reviewed by clinicians of the British health service and dated.", topic.Name, "en", true)
            : null;

    // The API names a page by its own address or by the website's.
    private static string? AddressOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "https" || address.Host is not ("www.nhs.uk" or "api.service.nhs.uk" or "sandbox.api.service.nhs.uk"))
        {
            return null;
        }

        var path = address.AbsolutePath.StartsWith(Root, StringComparison.Ordinal) ? address.AbsolutePath[Root.Length..] : address.AbsolutePath[1..];
        return $"https://www.nhs.uk/{path.TrimEnd('/')}/";
    }

    // "Crohn's disease": crohns-disease.
    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);

        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is ' ' or '-' or '–' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 500 } text ? text : null;
}
