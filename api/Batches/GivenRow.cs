namespace CredScore.Api.Batches;

/// <summary>A row as it stands in a list.</summary>
/// <param name="Address">The address as it was given.</param>
/// <param name="Revision">What its column for revisions says; null without one.</param>
/// <param name="Fault">Why nothing can be made of it, when that is known from the list alone.</param>
internal sealed record GivenRow(string Address, string? Revision = null, RowFault? Fault = null);

/// <summary>Why a row of a list cannot be read.</summary>
internal sealed record RowFault(string Reason, string Text)
{
    public static RowFault Encoding { get; } = new("bad-encoding", "This row is not in the list's encoding. Save the whole list as UTF-8.");

    public static RowFault TooLong { get; } = new("too-long", "This row is longer than any address; a quotation mark may be missing.");

    public static RowFault NotText { get; } = new("bad-row", "This row is no address: it is neither text nor an object with a url.");

    public static RowFault Revision { get; } = new("bad-revision", "This row's revision is no number of a revision.");
}
