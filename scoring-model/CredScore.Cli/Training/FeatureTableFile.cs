using System.Globalization;
using System.IO.Compression;
using System.Text;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>
/// A table of features as a file: tab-separated under a header, UTF-8, packed as gzip. The first four columns are id, label, group and medical;
/// an empty cell is unknown. Numbers have six significant digits. The same table gives the same bytes.
/// </summary>
internal static class FeatureTableFile
{
    private static readonly string[] Keys = ["id", "label", "group", "medical"];

    public static void Write(FeatureTable table, string path)
    {
        try
        {
            using var packed = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
            using var writer = new StreamWriter(packed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            writer.WriteLine(string.Join('\t', Keys.Concat(table.Names)));

            foreach (var row in table.Rows)
            {
                writer.WriteLine(string.Join('\t', CellsOf(row)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(path, exception);
        }
    }

    public static FeatureTable Read(string path)
    {
        try
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw CommandFailure.BadInput($"{path} could not be read as a packed table: {Sentence.Of(exception)}", exception);
        }
    }

    private static FeatureTable Read(StreamReader reader, string path)
    {
        var header = reader.ReadLine()?.Split('\t') ?? [];

        if (Keys.Where(key => !header.Contains(key)).ToList() is { Count: > 0 } missing)
        {
            throw CommandFailure.BadInput($"{path} lacks the column {FeatureTable.Listed(missing)}: credscore extract writes such a table.");
        }

        var keys = Keys.Select(key => Array.IndexOf(header, key)).ToArray();
        var columns = Enumerable.Range(0, header.Length).Except(keys).ToArray();
        var rows = new List<LabelledFeatures>();

        while (reader.ReadLine() is { } line)
        {
            rows.Add(ReadRow(line.Split('\t'), keys, columns, header, $"{path}, line {rows.Count + 2}"));
        }

        return new([.. columns.Select(column => header[column])], rows);
    }

    private static LabelledFeatures ReadRow(string[] cells, int[] keys, int[] columns, string[] header, string place)
    {
        if (cells.Length != header.Length)
        {
            throw CommandFailure.BadInput($"{place} has {cells.Length} cells under {header.Length} columns.");
        }

        if (!Grades.TryParse(cells[keys[1]], out var grade))
        {
            throw CommandFailure.BadInput($"{place}: the label {Sentence.Plain(cells[keys[1]])} is unknown; labels are {string.Join(", ", Grades.All.Select(known => known.Id()))}.");
        }

        if (!int.TryParse(cells[keys[2]], NumberStyles.None, CultureInfo.InvariantCulture, out var group))
        {
            throw CommandFailure.BadInput($"{place}: the group is no number.");
        }

        return new(cells[keys[0]], grade, group, cells[keys[3]] == "1", [.. columns.Select(column => ReadNumber(cells[column], header[column], place))]);
    }

    private static float ReadNumber(string cell, string column, string place)
        => cell.Length == 0 ? float.NaN
            : float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value
            : throw CommandFailure.BadInput($"{place}: {column} is no finite number.");

    private static IEnumerable<string> CellsOf(LabelledFeatures row)
        => new[] { row.Id, row.Grade.Id(), row.Group.ToString(CultureInfo.InvariantCulture), row.IsMedical ? "1" : "0" }
            .Concat(row.Values.Select(value => float.IsNaN(value) ? "" : value.ToString("G6", CultureInfo.InvariantCulture)));
}
