using System.Globalization;
using CredScore.Api.Problems;

namespace CredScore.Api.Batches;

/// <summary>What can go wrong with batches.</summary>
internal static class BatchProblems
{
    public static RefusedException Missing => new(Problem.Of(404, "batch-missing", "There is no such batch.", "It may have been deleted, or it is somebody else's."));

    public static RefusedException Invalid(string detail) => new(Problem.Of(400, "bad-batch", "This batch cannot be made.", detail));

    public static RefusedException NotAList => new(Problem.Of(415, "not-a-list", "The body is no list of addresses.", "Send application/json, text/csv or text/plain with one address a line; any of them may be packed with gzip."));

    public static RefusedException Packed => new(Problem.Of(415, "not-a-list", "The list is packed in a way that is not read.", "Only gzip is. Unpack it, or pack it with gzip; save a table of a spreadsheet as CSV."));

    public static RefusedException TooLarge(int megabytes)
        => new(Problem.Of(413, "too-large", "The list is too large.", string.Create(CultureInfo.InvariantCulture, $"A list has at most {megabytes} MB, unpacked. Nothing was kept; send it in parts.")));

    public static RefusedException TooManyRows(int most)
        => new(Problem.Of(413, "too-many-rows", "The list is too long.", string.Create(CultureInfo.InvariantCulture, $"A batch has at most {most:N0} rows. Nothing was kept; send the list in parts.")));

    public static RefusedException Broken => new(Problem.Of(400, "broken-list", "The list is damaged.", "It ends too early, as a packed file does that was not copied whole, or its connection broke. Nothing was kept; send it again."));

    public static RefusedException TooManyOpen(int most)
        => new(Problem.Of(409, "too-many-batches", "You have too many batches open.", $"At most {most} may be open at a time. Wait until one is done, or cancel one."));

    public static RefusedException Busy => new(Problem.Of(503, "busy", "Too many lists are being received.", "Try again in a minute."));

    public static RefusedException WrongState(string detail) => new(Problem.Of(409, "batch-state", "The batch is past that.", detail));
}
