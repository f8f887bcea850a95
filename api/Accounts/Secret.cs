using System.Security.Cryptography;
using System.Text;

namespace CredScore.Api.Accounts;

/// <summary>Random texts that open something, and the hashes by which they are kept.</summary>
internal static class Secret
{
    /// <summary>256 random bits as a text that may stand in an address.</summary>
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
