namespace CredScore.Api.Accounts;

/// <summary>Where somebody is led after signing in.</summary>
internal static class OwnPath
{
    /// <summary>The path when it is one of this service, else the other one. Browsers drop control characters from an address, so that <c>/ tab /evil.example</c> would leave it.</summary>
    public static string Or(string? path, string otherwise) => path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : otherwise;
}
