using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>A video as lines of text, field by field, to compare with what a person wrote down. Words of others become their length and the start of their SHA-256.</summary>
internal static class YouTubeFields
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static SortedDictionary<string, string?> Of(YouTubeVideo video, bool isHashed)
    {
        string? Words(string? text) => text is null ? null : isHashed ? Hash(text) : text;

        return new(StringComparer.Ordinal)
        {
            ["id"] = video.Id,
            ["otherIds"] = Join(video.OtherIds),
            ["title"] = Words(video.Title),
            ["description"] = Words(video.Description),
            ["descriptionShortened"] = Text(video.IsDescriptionShortened),
            ["links"] = isHashed ? Text(video.DescriptionLinks?.Count) : Join(video.DescriptionLinks?.Select(link => $"{link.Address} <{link.Text}>")),
            ["channel.id"] = video.Channel?.Id,
            ["channel.handle"] = video.Channel?.Handle,
            ["channel.name"] = Words(video.Channel?.Name),
            ["channel.badge"] = video.Channel?.Badge?.ToString(),
            ["channel.subscribers"] = Text(video.Channel?.Subscribers),
            ["channel.links"] = isHashed ? Text(video.Channel?.Links.Count) : Join(video.Channel?.Links.Select(link => $"{link.Address} <{link.Text}>")),
            ["collaborators"] = Join(video.Collaborators.Select(channel => $"{channel.Id} {channel.Handle} {channel.Subscribers} {channel.Badge}")),
            ["published"] = video.Published?.ToString("yyyy-MM-dd", Culture),
            ["uploaded"] = video.Uploaded?.ToString("yyyy-MM-dd", Culture),
            ["lengthSeconds"] = Text(video.LengthSeconds),
            ["category"] = video.Category,
            ["keywords"] = Text(video.Keywords?.Count),
            ["views"] = Text(video.Views),
            ["likes"] = Text(video.Likes),
            ["captions"] = Join(video.Captions?.Select(track => track.Language + (track.IsAutomatic ? "*" : ""))),
            ["chapterOrigin"] = video.ChapterOrigin?.ToString(),
            ["chapters"] = Join(video.Chapters?.Select(chapter => Text(chapter.StartSeconds)!)),
            ["pictureHeight"] = Text(video.PictureHeight),
            ["licence"] = Words(video.Licence),
            ["comments"] = Text(video.AreCommentsOn),
            ["ageRestricted"] = Text(video.IsAgeRestricted),
            ["live"] = Text(video.IsLive),
            ["unlisted"] = Text(video.IsUnlisted),
            ["paidPromotion"] = Text(video.HasPaidPromotion),
            ["howMade"] = Words(video.HowItWasMade),
            ["panels"] = isHashed ? Join(video.Panels.Select(panel => $"{panel.Kind} {panel.Link}")) : Join(video.Panels.Select(panel => $"{panel.Kind} <{panel.Text}> {panel.Link}")),
            ["availability"] = video.Availability?.ToString(),
            ["availabilityText"] = Words(video.AvailabilityText),
            ["pageLanguage"] = video.PageLanguage,
        };
    }

    /// <summary>The expectations of a file, by name and field.</summary>
    public static Dictionary<string, Dictionary<string, string?>> Expected(string file)
        => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string?>>>(File.ReadAllText(file))!;

    private static string Hash(string text) => FormattableString.Invariant($"{text.Length}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}");

    private static string? Text(object? value) => value is null ? null : Convert.ToString(value, Culture);

    private static string? Join(IEnumerable<string>? parts) => parts is null ? null : string.Join(" | ", parts);
}
