using System.Runtime.CompilerServices;

namespace CredScore.Api.Tests.Support;

/// <summary>Outputs that are checked in and compared, so that a change of them shows as a difference.</summary>
internal static class Approved
{
    /// <summary>Compares with a file of the repository; with APPROVE=1 in the environment the file is written first.</summary>
    public static async Task MatchAsync(string actual, params string[] path)
    {
        var file = Path.GetFullPath(Path.Combine([Path.GetDirectoryName(Here())!, "..", "..", "..", .. path]));

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, Lines(actual) + "\n");
        }

        Assert.That(Lines(actual), Is.EqualTo(Lines(await File.ReadAllTextAsync(file))), $"{path[^1]} changed. Run this test with APPROVE=1 and read the difference.");
    }

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();

    private static string Here([CallerFilePath] string path = "") => path;
}
