using System.Security.Cryptography;

namespace CredScore.Api.Classes;

/// <summary>
/// The code that joins a class: eight characters of thirty that nobody confuses, 6.5 × 10¹¹ of them, shown as <c>ABCD-EFGH</c>. At the limit of guesses for one network
/// (<c>Limits:CodesPerMinute</c>) and a thousand classes, finding one of them takes two decades on average.
/// </summary>
internal static class ClassCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>The code as it is kept; null when the text cannot be one.</summary>
    public static string? Read(string? text)
    {
        var code = text?.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code is { Length: Length } && code.All(letter => Letters.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>As people read it.</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..]}";
}
