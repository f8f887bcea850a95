using System.CommandLine;
using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Bulk.Output;
using CredScore.Cli.Catalogues;
using CredScore.Cli.Exports;
using CredScore.Exports.Reading;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Bulk;

/// <summary><c>credscore bulk</c>: a row out for each row in.</summary>
internal static class BulkCommand
{
    private const int MostWorkers = 64;

    private const string Purpose =
        """
        Scores many articles and videos: a row out for each row in, in the same order; what is wrong with a row becomes its error.

        INPUT is JSON lines with the members id, title, optional url and revision, and wikitext, html or youtube (the object { player, next,
        microformat }, or { title, description, channel, publishedAt, … } as far as known); or a MediaWiki XML dump, of which articles are
        taken and redirects counted. Either may be packed as gzip or bzip2; of a multistream dump with its index, the streams are unpacked in
        parallel. The output is FILE.part until it is whole. An export of the service (.zip, its folder, or .parquet; --from-export for its
        other forms) is scored again from its feature values, without pages and network.

        Exit codes: 0 whole output (rows with errors included), 2 bad input or an input that is cut (the rows before stand in FILE.part),
        5 output cannot be written, 130 interrupted (go on with --resume).
        """;

    private static readonly Argument<string> Input = new("INPUT") { Description = "File of JSON lines, or MediaWiki XML dump." };

    private static readonly Option<string> Output = new("--out")
    {
        Description = $"File to write; its name ends in {OutputForm.Forms}. An older file of that name is replaced when the new one is whole.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Pages that are read and assessed at the same time.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<string?> Index = new("--index")
    {
        Description = "Index of a multistream dump, whose streams are then unpacked at the same time. Found by itself under Wikimedia's name beside the dump.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Part = new("--part") { Description = "The part of a multistream dump to score, such as 3/16: so many machines share a dump.", HelpName = "K/N" };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on behind the rows that an interrupted run wrote (.jsonl and .csv)." };

    private static readonly Option<string> Language = new("--language")
    {
        Description = "Language edition of pages that do not say theirs.",
        DefaultValueFactory = _ => "en",
    };

    private static readonly Option<bool> FromExport = new("--from-export") { Description = "INPUT is an export or an output of bulk in a text form: score it again from its feature values." };

    public static Command Create(Terminal terminal)
    {
        var ruleset = RulesetOption.Create();
        var mix = ClassMixOption.Create();
        var catalogues = CataloguesOption.Create();
        var command = new Command("bulk", Purpose) { Input, Output, Workers, Index, Part, Resume, ruleset, mix, catalogues, Language, FromExport };

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new BulkOptions
            {
                Input = parsed.GetRequiredValue(Input),
                Output = parsed.GetRequiredValue(Output),
                Workers = parsed.GetValue(Workers) is var workers and >= 1 and <= MostWorkers
                    ? workers
                    : throw CommandFailure.BadInput($"--workers is a number from 1 to {MostWorkers}."),
                Index = parsed.GetValue(Index),
                Part = InputPart.Parse(parsed.GetValue(Part)),
                Resume = parsed.GetValue(Resume),
                Ruleset = RulesetOption.Find(parsed.GetValue(ruleset)),
                Language = ParseLanguage(parsed.GetValue(Language)!),
                Assess = PageScoring.For(ClassMixOption.Parse(parsed.GetValue(mix)), CataloguesOption.Open(parsed.GetRequiredValue(catalogues), terminal)),
            };

            return parsed.GetValue(FromExport) || ExportReader.IsExport(options.Input)
                ? await ExportBulk.RunAsync(options, terminal, cancellationToken)
                : await new BulkJob(options, terminal).RunAsync(cancellationToken);
        });

        return command;
    }

    private static string ParseLanguage(string text)
        => PageAddress.TryParse($"wikipedia:{text}:X", out var page, out _)
            ? page.Language!
            : throw CommandFailure.BadInput($"{text} is not a language edition: give the first part of its address, such as en or de.");
}
