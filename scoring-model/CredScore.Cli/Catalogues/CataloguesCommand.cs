using System.CommandLine;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;

namespace CredScore.Cli.Catalogues;

/// <summary><c>credscore catalogues</c>: the lists of others that stand beside the embedded catalogues.</summary>
internal static class CataloguesCommand
{
    private const string Purpose = "Lists of others (retractions, universities, journals …) that stand beside the catalogues shipped with the program. Without any, the shipped ones work alone.";

    private const string RefreshPurpose =
        """
        Fetches lists from their publishers, checks them against the last good ones and puts them in their place.

        A list that is refused leaves the last good one as it is and does not stop the others. A broken download goes on where it stopped, at once or
        with the next refresh.

        Exit codes: 0 every list is the publisher's newest, 2 bad input, 4 at least one list was refused or could not be fetched, 5 the folder
        cannot be used, 130 interrupted.
        """;

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Folder of the lists. The service keeps its own in catalogues, beside its database.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultFolder,
        Recursive = true,
    };

    private static readonly Argument<string[]> Names = new("LIST") { Description = "Lists to refresh; all without a name.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> Mirror = new("--mirror")
    {
        Description = "Server that holds each list under its name, in the publisher's form, instead of the publishers.",
        HelpName = "URL",
    };

    private static readonly Option<string> Contact = new("--contact") { Description = "Mail or web address by which a publisher can reach you.", HelpName = "TEXT" };

    private static readonly Option<string[]> Accept = new("--accept")
    {
        Description = "List whose large difference from the last good one you have looked at.",
        HelpName = "LIST",
    };

    /// <summary>Where lists are kept without a word of the user.</summary>
    public static string DefaultFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CredScore", "catalogues");

    public static Command Create(Terminal terminal) => new("catalogues", Purpose)
    {
        Folder,
        CreateStatus(terminal),
        CreateRefresh(terminal),
    };

    private static Command CreateStatus(Terminal terminal)
    {
        var command = new Command("status", "Shows which lists are in use, how old they are and what came of the last attempt.");
        command.SetAction(parsed => Guard(() =>
        {
            CatalogueStatus.Write(terminal, new(parsed.GetRequiredValue(Folder)));
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static Command CreateRefresh(Terminal terminal)
    {
        var command = new Command("refresh", RefreshPurpose) { Names, Mirror, Contact, Accept };

        command.SetAction((parsed, cancellationToken) => Guard(async () =>
        {
            var options = new RefreshOptions
            {
                UserAgent = Upstream.UpstreamHttp.UserAgent(parsed.GetValue(Contact)),
                Mirror = parsed.GetValue(Mirror) is { } mirror ? ParseMirror(mirror) : null,
            };
            var lists = parsed.GetValue(Names) is { Length: > 0 } names ? [.. names.Select(Find)] : Lists.All;
            var accepted = (parsed.GetValue(Accept) ?? []).Select(name => Find(name).Name).ToList();
            using var http = new HttpClient(CatalogueRefresh.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
            return await new RefreshRun(terminal, new CatalogueRefresh(new(parsed.GetRequiredValue(Folder)), http, options, terminal.Time)).RunAsync(lists, accepted, cancellationToken);
        }));

        return command;
    }

    private static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (CatalogueFaultException fault)
        {
            throw new CommandFailure(ExitCode.OutputFailed, fault.Message, fault);
        }
    }

    private static ListDeclaration Find(string name)
        => Lists.Find(name) ?? throw CommandFailure.BadInput($"There is no list {Sentence.Plain(name)}. There are {string.Join(", ", Lists.All.Select(list => list.Name))}.");

    private static Uri ParseMirror(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var mirror) && mirror.Scheme is "http" or "https"
            ? mirror
            : throw CommandFailure.BadInput("--mirror is a web address.");
}
