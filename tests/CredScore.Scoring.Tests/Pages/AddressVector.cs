using System.Text.Json;

namespace CredScore.Scoring.Tests.Pages;

/// <summary>A row of <c>tests/addresses.json</c>, the table that every reader of addresses is tested on, whatever language it is written in.</summary>
public sealed record AddressVector(string Input, string? Key, string? Refused, long? Revision, string? Address)
{
    public static IReadOnlyList<AddressVector> All { get; } = Read();

    // Test names hold no control characters; the position tells rows apart.
    public static IEnumerable<TestCaseData<AddressVector>> Cases(Func<AddressVector, bool> wanted)
        => All.Index().Where(row => wanted(row.Item)).Select(row => new TestCaseData<AddressVector>(row.Item).SetArgDisplayNames($"row {row.Index}"));

    private static List<AddressVector> Read()
    {
        using var table = typeof(AddressVector).Assembly.GetManifestResourceStream("addresses.json")!;
        return JsonSerializer.Deserialize<List<AddressVector>>(table, JsonSerializerOptions.Web)!;
    }
}
