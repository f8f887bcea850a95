using CredScore.Exports.Columns;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Sources;

namespace CredScore.Api.Exports;

/// <summary>What kinds of sources references are, by the years in which those were published.</summary>
/// <param name="From">First year of publication; null for all up to <paramref name="To"/>.</param>
/// <param name="To">Last year.</param>
/// <param name="Types">References of each type of source, by its name.</param>
public sealed record SourcePeriod(int? From, int To, IReadOnlyDictionary<string, int> Types);

/// <summary>Counts references by five years of publication and type of source.</summary>
/// <param name="latest">Last year that a reference can be of; a later one is a mistake on the page.</param>
internal sealed class SourceYears(int latest)
{
    private const int Span = 5;
    private const int First = 1990;
    private const int Earliest = 1450;

    private readonly SortedDictionary<int, SortedDictionary<string, int>> _periods = [];

    /// <summary>The periods that have references, the earliest first.</summary>
    public IReadOnlyList<SourcePeriod> Periods => [.. _periods.Select(pair => new SourcePeriod(pair.Key < First ? null : pair.Key, pair.Key + Span - 1, pair.Value))];

    /// <summary>Counts references; those without a year are in no period.</summary>
    public void Add(IEnumerable<ReferenceSummary> references)
    {
        foreach (var reference in references)
        {
            Add(reference.Year, reference.SourceType);
        }
    }

    public void Add(int? year, SourceType type)
    {
        if (year is not { } published || published < Earliest || published > latest)
        {
            return;
        }

        var period = published < First ? First - Span : published - (published % Span);
        var types = _periods.TryGetValue(period, out var known) ? known : _periods[period] = new(StringComparer.Ordinal);
        var name = ExportRow.Word(type);
        types[name] = types.GetValueOrDefault(name) + 1;
    }
}
