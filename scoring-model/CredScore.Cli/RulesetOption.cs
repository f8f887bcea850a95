using System.CommandLine;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Cli;

/// <summary><c>--ruleset</c>: an embedded ruleset by its id, or a file of one's own.</summary>
internal static class RulesetOption
{
    // A person mends a file fault by fault; the first few show what kind of trouble it is.
    private const int MostFaults = 5;

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

    /// <summary>Stops a ruleset for one site from being asked about a page of another.</summary>
    public static void ThrowUnlessFor(PageKind kind, Ruleset? ruleset)
    {
        if (MismatchOf(kind, ruleset) is { } mismatch)
        {
            throw CommandFailure.BadInput(mismatch);
        }
    }

    /// <summary>Why a ruleset cannot judge a page of this kind; null when it can.</summary>
    public static string? MismatchOf(PageKind kind, Ruleset? ruleset) => ruleset is null || ruleset.Site == Sites.NameOf(kind)
        ? null
        : $"The ruleset {ruleset.Id} judges {(kind is PageKind.YouTube ? "articles, and this is a video" : "videos, and this is an article")}.";

    private static Ruleset ReadFile(string path)
    {
        var reading = RulesetReader.Read(ReadBytes(path));

        return reading.Ruleset
            ?? throw CommandFailure.BadInput($"{path} is no ruleset: {string.Join(' ', reading.Faults.Take(MostFaults).Select(fault => fault.ToString()))}");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return new FileInfo(path) is { Length: > RulesetReader.LongestInput }
                ? throw CommandFailure.BadInput($"{path} is larger than {RulesetReader.LongestInput:N0} bytes: no ruleset is.")
                : File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"{path} could not be read: {Sentence.Of(exception)}", exception);
        }
    }
}
