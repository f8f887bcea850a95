using System.Globalization;

namespace CredScore.Scoring.Catalogues;

/// <summary>A list of others as it was fetched last.</summary>
/// <param name="Name">One of <see cref="ListNames"/>.</param>
/// <param name="Date">Day of the publisher's edition, else the day it was fetched.</param>
/// <param name="Digest">SHA-256 of the compiled bytes, in lower-case hexadecimal.</param>
/// <param name="Entries">What is in it.</param>
public sealed record RefreshedList(string Name, DateOnly Date, string Digest, CompiledList Entries)
{
    /// <summary>Name and date as answers carry them: <c>retractions 2026-11-20</c>.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Name} {Date:yyyy-MM-dd}");
}
