namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The system's own browser.</summary>
internal static class Chromium
{
    private const string Variable = "CREDSCORE_CHROMIUM";

    private static readonly string[] _usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"];

    // Branded builds of Chrome no longer load an unpacked extension from the command line: they are no replacement.
    public static string? Find()
        => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : _usual.FirstOrDefault(File.Exists);

    public static string Missing => $"There is no Chromium: install Debian's package chromium, or name the program in {Variable}.";
}
