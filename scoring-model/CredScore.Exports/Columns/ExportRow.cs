using System.Globalization;
using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Exports.Columns;

/// <summary>A scored page as tables show it: flat, and without its text.</summary>
public sealed record ExportRow
{
    /// <summary>Of a row of a bulk run, as it was given; else the page's key.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="Scoring.Pages.Sites.All"/>; null when the page could not be read.</summary>
    public string? Kind { get; init; }

    public string? Key { get; init; }

    public string? Address { get; init; }

    public string? Title { get; init; }

    public string? Language { get; init; }

    public long? Revision { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>How it came into the dataset: <c>submitted</c> or <c>contributed</c>.</summary>
    public string? Provenance { get; init; }

    public string? ChannelId { get; init; }

    public string? ChannelName { get; init; }

    public string? ChannelKind { get; init; }

    public double? Score { get; init; }

    public string? Band { get; init; }

    public double? Confidence { get; init; }

    /// <summary><c>medical</c> or <c>general</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>Names of the topics, best first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Points of each criterion, by its id; null where nothing of it is known.</summary>
    public IReadOnlyList<KeyValuePair<string, double?>> Criteria { get; init; } = [];

    /// <summary>Ids of the caps in force.</summary>
    public IReadOnlyList<string> Caps { get; init; } = [];

    public string? PredictedClass { get; init; }

    public double? PredictedMean { get; init; }

    public FeatureValues? Features { get; init; }

    public Versions? Versions { get; init; }

    /// <summary>Why there is no assessment; null when there is one.</summary>
    public string? Error { get; init; }

    /// <summary>What stands in a moment's cell.</summary>
    public string? FetchedText => FetchedAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The points of a criterion; null when nothing of it is known or the ruleset has none of this id.</summary>
    public double? PointsOf(string criterion)
    {
        foreach (var (id, points) in Criteria)
        {
            if (id == criterion)
            {
                return points;
            }
        }

        return null;
    }

    /// <summary>The row of an assessment.</summary>
    public static ExportRow Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var page = assessment.Page;

        return new()
        {
            Id = page.Key,
            Kind = page.Kind,
            Key = page.Key,
            Address = page.Address,
            Title = page.Title,
            Language = page.Language,
            Revision = page.Revision,
            FetchedAt = page.FetchedAt,
            ChannelId = page.Channel?.Id,
            ChannelName = page.Channel?.Name,
            ChannelKind = page.Channel is { } channel ? Word(channel.Kind) : null,
            Score = assessment.Score,
            Band = Word(assessment.Band),
            Confidence = assessment.Confidence,
            Profile = page.Topic.Profile,
            Topics = [.. assessment.Topics.Select(topic => topic.Name)],
            Criteria = PointsOf(assessment.Criteria),
            Caps = [.. assessment.Caps.Select(cap => cap.Id)],
            PredictedClass = assessment.Prediction?.Class,
            PredictedMean = assessment.Prediction?.Expected,
            Features = assessment.Features,
            Versions = assessment.Versions,
        };
    }

    /// <summary>Points by criterion.</summary>
    public static IReadOnlyList<KeyValuePair<string, double?>> PointsOf(IReadOnlyList<CriterionResult> criteria)
        => [.. criteria.Select(criterion => KeyValuePair.Create(criterion.Id, criterion.Points))];

    /// <summary>The name of an enumeration's member as answers write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
