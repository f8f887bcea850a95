using System.CommandLine;
using CredScore.Scoring.Rules;

namespace CredScore.Cli;

/// <summary><c>--ruleset</c>: an embedded ruleset by its id, or a file of one's own.</summary>
internal static class RulesetOption
{
    private const int LargestFile = 1024 * 1024;

    public static Option<string?> Create() => new("--ruleset")
    {
        Description = "Score by this ruleset instead of the one that the page's topic asks for: an id "
            + $"({string.Join(", ", Rulesets.Embedded.Select(ruleset => ruleset.Id))}) or a JSON file.",
        HelpName = "ID|FILE.json",
    };

    /// <summary>The ruleset that was asked for; null when none was.</summary>
    public static Ruleset? Find(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Rulesets.Find(text) is { } embedded)
        {
            return embedded;
        }

        if (!text.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw CommandFailure.BadInput($"There is no ruleset named {text}: name one of {string.Join(", ", Rulesets.Embedded.Select(ruleset => ruleset.Key))}, or a .json file.");
        }

        return ReadFile(text);
    }

    private static Ruleset ReadFile(string path) => throw CommandFailure.BadInput($"{path}: {LargestFile}");
}
