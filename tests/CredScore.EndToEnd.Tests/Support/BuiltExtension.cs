using System.Security.Cryptography;
using System.Text;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The extension as it was built to be loaded unpacked.</summary>
internal static class BuiltExtension
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "extension", "dist", "chrome");

    public static bool IsBuilt => File.Exists(Path.Combine(Folder, "manifest.json"));

    public static string Missing => "The extension is not built: run npm ci and npm run build in the folder extension.";

    /// <summary>What Chromium calls an unpacked extension: the first half of the path's SHA-256, its digits written as a to p.</summary>
    public static string Id { get; } = string.Concat(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..32].Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    public static string AddressOf(string file) => $"chrome-extension://{Id}/{file}";

    public static string PathOf(string file) => Path.Combine(Folder, file);
}
