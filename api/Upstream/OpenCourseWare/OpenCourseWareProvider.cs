using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.OpenCourseWare;

/// <summary>Courses of MIT OpenCourseWare on a subject, by the service of MIT Learn.</summary>
// https://api.learn.mit.edu/api/v1/schema/swagger-ui/
internal sealed class OpenCourseWareProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "OpenCourseWare";
    public const string Site = "MIT OpenCourseWare";

    private const string Start = "https://ocw.mit.edu/courses/";

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        if (!CourseTitle.MayBeCalled(topic))
        {
            return [];
        }

        var answer = await door.GetJsonAsync($"/api/v1/learning_resources_search/?q={Uri.EscapeDataString(topic.Name)}&platform=ocw&resource_type=course&limit=10", cancellationToken);
        return [.. PublisherDoor.ItemsOf(answer, "results").Select(course => Read(course, topic)).OfType<Alternative>().Take(1)];
    }

    private static Alternative? Read(JsonElement course, AskedTopic topic)
        => PublisherDoor.TextOf(course, "title") is { } title && CourseTitle.IsOn(title, topic)
            && Uri.TryCreate(PublisherDoor.TextOf(course, "url"), UriKind.Absolute, out var address) && address.AbsoluteUri.StartsWith(Start, StringComparison.Ordinal)
            ? new(title, address.AbsoluteUri, Site, AlternativeKind.Textbook, AlternativeLevel.Student, true, "Course of a university, with its readings and lectures, free for all.", topic.Name, "en", true)
            : null;
}
