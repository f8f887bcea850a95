using System.Diagnostics.CodeAnalysis;

namespace CredScore.Scoring.Pages;

public sealed partial record PageAddress
{
    /// <summary>Reads any shape of address that people paste.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PageAddress? address, [NotNullWhen(false)] out NotScorable? notScorable)
        => throw new NotSupportedException(text);
}
