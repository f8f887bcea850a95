using CsvHelper;

namespace CredScore.Catalogues.Reading;

/// <summary>A CSV file read row by row, its columns found by name.</summary>
internal static class CsvTable
{
    // A quotation mark that is never closed would make the rest of the file one row.
    private const int LongestRow = 1024 * 1024;

    /// <summary>Reads the rows under the header. Throws <see cref="ListRefusedException"/> when a column is missing or the file is cut off.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="columns">Columns that must be there, each with the other names it has had, parted by <c>|</c>.</param>
    public static IEnumerable<string[]> Read(Stream stream, params string[] columns)
    {
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { MaxRecordSize = LongestRow }, true);
        var places = ReadHeader(csv, columns);
        var width = csv.Headers.Count;
        var isCut = false;

        while (Next(csv))
        {
            // A short row at the end is the mark of a file that was cut off; the number of entries alone would not tell.
            isCut = csv.FieldCount < width;
            yield return [.. places.Select(place => place < csv.FieldCount ? csv.GetString(place) : "")];
        }

        if (isCut)
        {
            throw new ListRefusedException("It ends in the middle of a row.");
        }
    }

    private static int[] ReadHeader(CsvReader csv, string[] columns)
    {
        var names = Guard(() =>
        {
            csv.ReadHeader();
            return csv.Headers.Select(name => name.Trim('\uFEFF', ' ')).ToList();
        });

        if (names.Count == 0)
        {
            throw new ListRefusedException("It is empty.");
        }

        if (names[0].StartsWith('<'))
        {
            throw new ListRefusedException("It is a web page and no table.");
        }

        return [.. columns.Select(column => PlaceOf(column, names))];
    }

    private static int PlaceOf(string column, List<string> names)
    {
        var known = column.Split('|');
        var place = known.Select(name => names.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(place => place >= 0, -1);
        return place >= 0 ? place : throw new ListRefusedException($"It has no column “{known[0]}”: its columns have changed.");
    }

    private static bool Next(CsvReader csv) => Guard(csv.Read);

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException exception)
        {
            throw new ListRefusedException("It holds a row that cannot be read.", exception);
        }
    }
}
