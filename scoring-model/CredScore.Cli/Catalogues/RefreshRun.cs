using System.Globalization;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;

namespace CredScore.Cli.Catalogues;

/// <summary>A refresh with a line for each list, and a line that counts while a person watches.</summary>
internal sealed class RefreshRun(Terminal terminal, CatalogueRefresh refresh)
{
    private int _width;
    private long _shown;

    public async Task<int> RunAsync(IReadOnlyList<ListDeclaration> lists, IReadOnlyCollection<string> accepted, CancellationToken cancellationToken)
    {
        var outcomes = await refresh.RefreshAsync(lists, accepted, Report, terminal.IsErrorWatched ? ShowProgress : null, cancellationToken);
        var refused = outcomes.Count(outcome => outcome.Result is RefreshResult.Refused);

        if (refused > 0)
        {
            await terminal.Error.WriteLineAsync($"{refused} of {outcomes.Count} lists could not be refreshed; nothing of them was changed.");
        }

        return refused > 0 ? ExitCode.UpstreamFailed : ExitCode.Done;
    }

    internal static string Describe(ListOutcome outcome) => outcome.Result switch
    {
        RefreshResult.Refreshed => string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.List.Name}: {outcome.Entries:N0} entries, {outcome.Added:N0} new, {outcome.Removed:N0} gone; {outcome.SourceBytes / 1e6:0.0} MB in {outcome.Elapsed.TotalSeconds:0.0} s"),
        RefreshResult.Unchanged => string.Create(CultureInfo.InvariantCulture, $"{outcome.List.Name}: unchanged, {outcome.Entries:N0} entries"),
        _ => $"{outcome.List.Name}: refused. {outcome.Fault}",
    };

    private void Report(ListOutcome outcome)
    {
        Clear();
        (outcome.Result is RefreshResult.Refused ? terminal.Error : terminal.Output).WriteLine(Sentence.Plain(Describe(outcome)));
    }

    private void ShowProgress(RefreshProgress progress)
    {
        // Ten times a second is as much as anybody reads.
        if (_shown != 0 && terminal.Time.GetElapsedTime(_shown).TotalMilliseconds < 100)
        {
            return;
        }

        _shown = terminal.Time.GetTimestamp();
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.List.Name} · {progress.Bytes / 1e6:0.0} MB");
        terminal.Error.Write('\r' + text.PadRight(_width));
        _width = Math.Max(_width, text.Length);
    }

    private void Clear()
    {
        if (_width > 0)
        {
            terminal.Error.Write('\r' + new string(' ', _width) + '\r');
            _width = 0;
        }
    }
}
