using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.Wikidata;

/// <summary>
/// The numbers that Wikidata gives of an article's subject in reference works and registers: what makes a person, a body or a law found by exactly its own entry elsewhere. The numbers are
/// facts (CC0); nothing is taken on trust of Wikidata but that an entry is about the same subject.
/// </summary>
// https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities
internal sealed class WikidataProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "Wikidata";
    public const string Site = "Wikidata";

    private const int Most = 4;
    private const int LongestNumber = 120;

    // Reference works that one reads first, then registers.
    private static readonly (string Property, string Publisher, Func<string, bool> IsNumber)[] Works =
    [
        ("P1417", "britannica", IsPath),
        ("P3123", "sep", IsPath),
        ("P1415", "odnb", IsDigits),
        ("P8024", "nobel-laureate", IsDigits),
        ("P604", "ency", number => number.Length == 6 && IsDigits(number)),
        ("P1550", "orphanet", IsDigits),
        ("P492", "omim", number => number.Length == 6 && IsDigits(number)),
        ("P699", "doid", number => number.StartsWith("DOID:", StringComparison.Ordinal) && IsDigits(number[5..])),
        ("P486", "mesh", number => number.Length >= 7 && number[0] == 'D' && IsDigits(number[1..])),
    ];

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var answer = await door.GetJsonAsync($"/w/api.php?action=wbgetentities&sites=enwiki&titles={Uri.EscapeDataString(topic.Title)}&props=claims&format=json&formatversion=2", cancellationToken);

        // It answers 200 with an error in the body.
        if (answer is not { } found || found.TryGetProperty("error", out _) || !found.TryGetProperty("entities", out var entities) || entities.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var items = entities.EnumerateObject().Where(entity => entity.Value.ValueKind == JsonValueKind.Object && !entity.Value.TryGetProperty("missing", out _)).ToList();
        return items is [var item] && item.Value.TryGetProperty("claims", out var claims) && claims.ValueKind == JsonValueKind.Object
            ? [.. Works.Select(work => Read(work, claims, topic)).OfType<Alternative>().Take(Most)]
            : [];
    }

    private static Alternative? Read((string Property, string Publisher, Func<string, bool> IsNumber) work, JsonElement claims, AskedTopic topic)
        => NumberOf(claims, work.Property) is { Length: <= LongestNumber } number && work.IsNumber(number) && Publisher.Find(work.Publisher) is { } publisher
            ? new(topic.Name, publisher.AddressOf(number), publisher.Name, publisher.Kind, publisher.Level, publisher.Free, publisher.Why, topic.Name, "en", true)
            : null;

    // The preferred statement, else the only normal one; two of equal rank are two opinions.
    private static string? NumberOf(JsonElement claims, string property)
    {
        if (!claims.TryGetProperty(property, out var statements) || statements.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var read = statements.EnumerateArray().Select(Read).Where(statement => statement.Number is not null).ToList();
        var preferred = read.FindAll(statement => statement.Rank == "preferred");
        var counted = preferred.Count > 0 ? preferred : read.FindAll(statement => statement.Rank == "normal");
        return counted is [var only] ? only.Number : null;
    }

    private static (string? Rank, string? Number) Read(JsonElement statement)
        => statement.ValueKind == JsonValueKind.Object && statement.TryGetProperty("mainsnak", out var snak) && snak.ValueKind == JsonValueKind.Object
            && snak.TryGetProperty("snaktype", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "value"
            && snak.TryGetProperty("datavalue", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            ? (statement.TryGetProperty("rank", out var rank) && rank.ValueKind == JsonValueKind.String ? rank.GetString() : "normal", value.GetString())
            : (null, null);

    private static bool IsDigits(string number) => number.Length > 0 && number.All(char.IsAsciiDigit);

    private static bool IsPath(string path) => path.Length > 0 && path[0] != '/' && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '_');
}
