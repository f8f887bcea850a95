using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Catalogues;

/// <summary>Refreshed lists of a few entries.</summary>
internal static class InventedLists
{
    public static RefreshedList List(string name, params (string Key, string Value)[] entries)
    {
        var bytes = CompiledList.Write(entries.ToDictionary(entry => entry.Key, entry => entry.Value));
        return new(name, new(2026, 11, 20), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), CompiledList.Open(bytes));
    }

    public static RefreshedList Retractions(params (string Key, string Value)[] entries) => List(ListNames.Retractions, entries);

    public static SourceClassifier Classifier(params RefreshedList[] lists) => new(CatalogueSet.Embedded.With(RefreshedLists.Of(lists)));
}
