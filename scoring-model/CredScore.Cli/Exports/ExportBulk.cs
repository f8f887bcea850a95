using System.Globalization;
using CredScore.Cli.Bulk;
using CredScore.Cli.Bulk.Output;
using CredScore.Exports.Columns;
using CredScore.Exports.Reading;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Exports;

/// <summary>A bulk run over an export: each row scored again from its feature values, without the pages and the network.</summary>
internal static class ExportBulk
{
    public static async Task<int> RunAsync(BulkOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        if (options.Resume)
        {
            throw CommandFailure.BadInput("--resume is for pages: an export is scored again in seconds, from its beginning.");
        }

        var form = OutputForm.Of(options.Output);
        using var export = ExportFile.Open(options.Input);
        var part = PartFile.PathFor(options.Output);

        try
        {
            var rows = await WriteAsync(export, form, part, options.Ruleset, cancellationToken);
            File.Move(part, options.Output, overwrite: true);
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows scored again into {options.Output}."));
            return ExitCode.Done;
        }
        catch (ExportException exception)
        {
            File.Delete(part);
            throw CommandFailure.BadInput(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw CommandFailure.OutputFailed(part, exception);
        }
    }

    private static async Task<long> WriteAsync(ExportReader export, OutputForm form, string part, Ruleset? ruleset, CancellationToken cancellationToken)
    {
        var written = 0L;
        await using var sink = await form.Table.OpenAsync(new FileStream(part, FileMode.Create, FileAccess.ReadWrite), PageColumns.OfBulk(ruleset));

        await foreach (var row in export.ReadAsync().WithCancellation(cancellationToken))
        {
            await sink.AddAsync(Rescore(row, ruleset), cancellationToken);
            written++;
        }

        await sink.CompleteAsync();
        return written;
    }

    private static ExportRow Rescore(ExportRow row, Ruleset? ruleset)
    {
        if (row.Error is not null)
        {
            return row;
        }

        var error = row switch
        {
            { Kind: null } or { Features: null } or { Versions: null } => "The export holds no feature values of it: export it with all columns.",
            _ when ruleset is not null && ruleset.Site != row.Kind => $"The ruleset {ruleset.Id} judges pages of {ruleset.Site}.",
            _ => null,
        };

        return error is null
            ? Rescoring.Rescore(row, handle: null, row.Versions!.Model, [], ruleset ?? Rulesets.ForProfile(row.Kind!, row.Profile ?? Rulesets.GeneralProfile))
            : new() { Id = row.Id, Kind = row.Kind, Address = row.Address, Title = row.Title, Error = error };
    }
}
