using System.Globalization;

namespace CredScore.Cli.Bulk.Input;

/// <summary>One of several equal parts of an input, so that many machines share it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many there are.</param>
internal sealed record InputPart(int Number, int Of)
{
    private const int MostParts = 10_000;

    /// <summary>Reads <c>3/16</c>; null for nothing.</summary>
    public static InputPart? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Split('/') is [var number, var of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            && one >= 1 && one <= all && all <= MostParts
            ? new(one, all)
            : throw CommandFailure.BadInput($"--part is a part and how many there are, such as 3/16, of at most {MostParts}.");
    }

    /// <summary>The pieces of this part: the beginning of the dump, which every part needs, and its share of the streams by their packed size.</summary>
    public IReadOnlyList<PackedPiece> PiecesOf(IReadOnlyList<PackedPiece> pieces)
    {
        var (first, last) = (pieces[0].End, pieces[^1].End);
        var (start, end) = (first + ((last - first) * (Number - 1) / Of), first + ((last - first) * Number / Of));

        // A stream belongs to the part in which it begins.
        return [pieces[0], .. pieces.Skip(1).Where(piece => piece.Start >= start && piece.Start < end)];
    }
}
