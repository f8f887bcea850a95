using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredScore.Api.Exports;

/// <summary>How far an export is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExportState>))]
internal enum ExportState
{
    Waiting,
    Running,
    Ready,
    Failed,
}

/// <summary>An export as its folder describes it.</summary>
internal sealed record StoredExport
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string OwnerId { get; init; }

    public required ExportRequest Request { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public ExportState State { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Rows that are written; while it runs, as far as it is.</summary>
    public long Rows { get; init; }

    /// <summary>Pages to go through; null until they are counted.</summary>
    public long? Pages { get; init; }

    /// <summary>Length of the table.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 of the table in hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The same of the package.</summary>
    public string? PackageSha256 { get; init; }

    /// <summary>How many pages there are of each band, the best first.</summary>
    public IReadOnlyDictionary<string, long>? Bands { get; init; }

    /// <summary>Pages by score in ten steps: 0 to 10, to 20, … to 100.</summary>
    public IReadOnlyList<int>? Scores { get; init; }

    /// <summary>References by five years of publication, of a table of references.</summary>
    public IReadOnlyList<SourcePeriod>? SourceYears { get; init; }

    /// <summary>The first rows, for people to look at.</summary>
    public FirstRows? First { get; init; }

    /// <summary>Name of the table's file.</summary>
    public string? File { get; init; }

    /// <summary>Why it failed, as a sentence.</summary>
    public string? Error { get; init; }

    [JsonIgnore]
    public bool IsUnfinished => State is ExportState.Waiting or ExportState.Running;
}

/// <summary>The one way an export's state becomes JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StoredExport))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    public static string Write(ExportRequest request) => JsonSerializer.Serialize(request, Default.ExportRequest);

    public static byte[] Write(StoredExport export) => JsonSerializer.SerializeToUtf8Bytes(export, Default.StoredExport);

    public static StoredExport? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.StoredExport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
