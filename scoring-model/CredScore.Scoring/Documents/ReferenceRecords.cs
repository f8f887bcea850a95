using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredScore.Scoring.Documents;

/// <summary>References as they are kept, so that they can be classified again when a list changes, without the page: what the citation says, packed.</summary>
public static class ReferenceRecords
{
    // A page's references are a few hundred kilobytes at most; what is kept is our own, but a damaged row must not cost memory.
    private const int LargestUnpacked = 64 * 1024 * 1024;

    /// <summary>Packs references.</summary>
    public static byte[] Write(IReadOnlyList<Reference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, references.Select(ReferenceRecord.Of).ToArray(), ReferenceJson.Default.ReferenceRecordArray);
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks references. Throws <see cref="InvalidDataException"/> for what was not packed by <see cref="Write"/>.</summary>
    public static IReadOnlyList<Reference> Read(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);

        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var buffer = new byte[81_920];
            using var whole = new MemoryStream();

            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                whole.Write(buffer, 0, read);

                if (whole.Length > LargestUnpacked)
                {
                    throw new InvalidDataException("These references are larger than any page's.");
                }
            }

            return Link(JsonSerializer.Deserialize(whole.ToArray(), ReferenceJson.Default.ReferenceRecordArray) ?? []);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("These are no kept references.", exception);
        }
    }

    private static Reference[] Link(ReferenceRecord[] records)
    {
        var references = records.Select(record => record.ToReference()).ToArray();
        var byIndex = references.ToLookup(reference => reference.Index);

        for (var i = 0; i < references.Length; i++)
        {
            references[i].Target = records[i].Target is { } target ? byIndex[target].FirstOrDefault() : null;
        }

        return references;
    }
}

/// <summary>A reference as it is kept.</summary>
internal sealed record ReferenceRecord(
    int Index,
    ReferenceKind Kind,
    ReferencePlace Place,
    string? Title,
    string? Work,
    string? Publisher,
    string? Author,
    int? Year,
    int? AccessYear,
    string? Doi,
    string? Pmid,
    string? Pmc,
    string? Isbn,
    IReadOnlyList<string>? Addresses,
    bool IsArchived,
    bool IsDead,
    bool IsMarkedRetracted,
    string? Language,
    string? Text,
    int Uses,
    int Section,
    int? Target,
    int? AtSeconds)
{
    public static ReferenceRecord Of(Reference reference) => new(
        reference.Index,
        reference.Kind,
        reference.Place,
        reference.Title,
        reference.Work,
        reference.Publisher,
        reference.Author,
        reference.Year,
        reference.AccessYear,
        reference.Doi,
        reference.Pmid,
        reference.Pmc,
        reference.Isbn,
        reference.Addresses.Count == 0 ? null : reference.Addresses,
        reference.IsArchived,
        reference.IsDead,
        reference.IsMarkedRetracted,
        reference.Language,
        reference.Text,
        reference.Uses,
        reference.Section,
        reference.Target?.Index,
        reference.AtSeconds);

    public Reference ToReference() => new()
    {
        Index = Index,
        Kind = Kind,
        Place = Place,
        Title = Title,
        Work = Work,
        Publisher = Publisher,
        Author = Author,
        Year = Year,
        AccessYear = AccessYear,
        Doi = Doi,
        Pmid = Pmid,
        Pmc = Pmc,
        Isbn = Isbn,
        Addresses = Addresses ?? [],
        IsArchived = IsArchived,
        IsDead = IsDead,
        IsMarkedRetracted = IsMarkedRetracted,
        Language = Language,
        Text = Text,
        Uses = Uses,
        Section = Section,
        AtSeconds = AtSeconds,
    };
}

/// <summary>How references are kept as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReferenceRecord[]))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
