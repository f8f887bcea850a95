using CredScore.Exports.Columns;

namespace CredScore.Cli.Bulk.Output;

/// <summary>A row of the output as tables show it.</summary>
internal static class FlatRow
{
    public static ExportRow Of(RowResult row) => row.Assessment is { } assessment
        ? ExportRow.Of(assessment) with { Id = row.Id.Text, Address = row.Address, Title = assessment.Page.Title ?? row.Title, Error = row.Error }
        : new() { Id = row.Id.Text, Address = row.Address, Title = row.Title, Error = row.Error };
}
