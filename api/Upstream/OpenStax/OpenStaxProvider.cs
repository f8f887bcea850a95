using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.OpenStax;

/// <summary>Whole textbooks of OpenStax on a subject, by the content service of its website. Sections of books are in the catalogue of topics.</summary>
// https://github.com/openstax/openstax-cms: Wagtail's API, https://docs.wagtail.org/en/stable/advanced_topics/api/v2/usage.html
internal sealed class OpenStaxProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "OpenStax";
    public const string Site = "OpenStax";

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        if (!CourseTitle.MayBeCalled(topic))
        {
            return [];
        }

        var answer = await door.GetJsonAsync($"/apps/cms/api/v2/pages/?type=books.Book&fields=book_state&locale=en&search={Uri.EscapeDataString(topic.Name)}&limit=20", cancellationToken);
        return [.. PublisherDoor.ItemsOf(answer, "items").Select(book => Read(book, topic)).OfType<Alternative>().Take(1)];
    }

    private static Alternative? Read(JsonElement book, AskedTopic topic)
        => PublisherDoor.TextOf(book, "title") is { } title && CourseTitle.IsOn(title, topic) && PublisherDoor.TextOf(book, "book_state") is null or "live"
            && book.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object && PublisherDoor.TextOf(meta, "slug") is { } slug && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new(PublisherDoor.TextOf(book, "title")!, $"https://openstax.org/details/books/{slug}", Site, AlternativeKind.Textbook, AlternativeLevel.Student, true, "Free textbook, written and reviewed by teachers of universities.", topic.Name, "en", true)
            : null;
}
