using System.CommandLine;
using System.Text.Json;
using CredScore.Cli.Catalogues;
using CredScore.Cli.Upstream;
using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Score;

/// <summary><c>credscore score</c>: one page, explained.</summary>
internal static class ScoreCommand
{
    private const string Purpose =
        """
        Scores one article or video and explains the score: who made it, what it cites, why it has its points, what would raise it.

        Exit codes: 0 scored, 2 bad input, 3 not scorable, 4 Wikipedia or YouTube failed to answer, 130 interrupted.
        """;

    private static readonly Argument<string> Address = new("address") { Description = "Address of the article or video, in any shape a browser shows." };

    private static readonly Option<string[]> From = new("--from")
    {
        Description = "Read the page from this file (- for standard input) instead of fetching it: an article's wikitext or HTML; a video's HTML, or YouTube's JSON "
            + "(player, next or microformat response, or one object with these members), which may be given in several files.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Answer with the assessment as JSON, as the service does." };

    private static readonly Option<string?> Upstream = new("--upstream")
    {
        Description = $"Ask this server instead of {WikipediaOptions.DefaultAddress} or {YouTubeOptions.DefaultAddress}. Also by environment: {WikipediaOptions.AddressVariable}, {YouTubeOptions.AddressVariable}.",
        HelpName = "ADDRESS",
    };

    public static Command Create(Terminal terminal)
    {
        var ruleset = RulesetOption.Create();
        var mix = ClassMixOption.Create();
        var catalogues = CataloguesOption.Create();
        var command = new Command("score", Purpose) { Address, From, ruleset, mix, catalogues, Json, Upstream };

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = ParseAddress(parsed.GetRequiredValue(Address));
            var rules = RulesetOption.Find(parsed.GetValue(ruleset));
            RulesetOption.ThrowUnlessFor(address.Kind, rules);
            var page = parsed.GetValue(From) is { Length: > 0 } files
                ? await ReadFileAsync(address, files, terminal, cancellationToken)
                : await FetchAsync(address, parsed.GetValue(Upstream), terminal, cancellationToken);

            var lists = CataloguesOption.Open(parsed.GetRequiredValue(catalogues), terminal);
            var assessment = PageScoring.For(ClassMixOption.Parse(parsed.GetValue(mix)), lists)(page, rules);
            Answer(assessment with { Alternatives = new AlternativeFinder(PageScoring.TopicsOf(lists)).Find(assessment) }, parsed.GetValue(Json), terminal);
            return ExitCode.Done;
        });

        return command;
    }

    private static PageAddress ParseAddress(string text)
    {
        if (!PageAddress.TryParse(text, out var address, out var notScorable))
        {
            throw notScorable.Reason == "not-an-address" ? CommandFailure.BadInput(notScorable.Text) : CommandFailure.NotScorable(notScorable.Text);
        }

        return address;
    }

    private static async Task<PageText> ReadFileAsync(PageAddress address, string[] files, Terminal terminal, CancellationToken cancellationToken)
    {
        if (address.Kind is PageKind.YouTube)
        {
            return PageText.Of(address, await VideoFiles.ReadAsync(address, files, terminal, cancellationToken));
        }

        if (files is not [var path])
        {
            throw CommandFailure.BadInput($"An article is read from one file, and --from names {files.Length}.");
        }

        var file = await PageFile.ReadAsync(path, terminal, cancellationToken);

        return new(address, file.Format, file.Text)
        {
            Record = new() { Revision = address.Revision, PageId = address.PageId, FetchedAt = terminal.Time.GetUtcNow() },
        };
    }

    private static async Task<PageText> FetchAsync(PageAddress address, string? upstream, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return address.Kind is PageKind.YouTube
                ? await FetchVideoAsync(address, upstream, terminal, cancellationToken)
                : await FetchArticleAsync(address, upstream, terminal, cancellationToken);
        }
        catch (UpstreamException exception)
        {
            throw new CommandFailure(ExitCode.UpstreamFailed, exception.Message, exception);
        }
    }

    private static async Task<PageText> FetchArticleAsync(PageAddress address, string? upstream, Terminal terminal, CancellationToken cancellationToken)
    {
        using var wikipedia = new WikipediaClient(WikipediaOptions.From(upstream, terminal.Environment), terminal.Time);

        return await wikipedia.FindAsync(address, cancellationToken)
            ?? throw CommandFailure.NotScorable($"Wikipedia ({address.Language}) has no page for {address.Key}.");
    }

    private static async Task<PageText> FetchVideoAsync(PageAddress address, string? upstream, Terminal terminal, CancellationToken cancellationToken)
    {
        using var youtube = new YouTubeClient(YouTubeOptions.From(upstream, terminal.Environment), terminal.Time);
        var page = await youtube.FindAsync(address, cancellationToken);

        return VideoRefusal.Find(page.Video!) is { } refusal ? throw CommandFailure.NotScorable(refusal.Text) : page;
    }

    private static void Answer(Assessment assessment, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(assessment, AssessmentJson.Instance.Assessment));
        }
        else
        {
            AssessmentView.Write(assessment, terminal);
        }
    }
}
