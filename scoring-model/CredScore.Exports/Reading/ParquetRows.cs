using Parquet;
using Parquet.Schema;

namespace CredScore.Exports.Reading;

/// <summary>The rows of a Parquet file, a group at a time.</summary>
internal static class ParquetRows
{
    public static async IAsyncEnumerable<Cells> ReadAsync(string path)
    {
        await using var reader = await OpenAsync(path);
        var fields = reader.Schema.DataFields;
        string[] names = [.. fields.Select(field => field.Name)];

        for (var number = 0; number < reader.RowGroupCount; number++)
        {
            using var group = reader.OpenRowGroupReader(number);
            var columns = new Func<int, object?>[fields.Length];

            for (var index = 0; index < fields.Length; index++)
            {
                columns[index] = await ColumnAsync(group, fields[index], path);
            }

            for (var row = 0; row < group.RowCount; row++)
            {
                var values = new object?[columns.Length];

                for (var index = 0; index < values.Length; index++)
                {
                    values[index] = columns[index](row);
                }

                yield return new(names, values);
            }
        }
    }

    private static async Task<Func<int, object?>> ColumnAsync(ParquetRowGroupReader group, DataField field, string path)
    {
        try
        {
            return await ReadAsync(group, field);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidCastException or IOException or InvalidDataException or ParquetException)
        {
            throw new ExportException($"{path}: the column {field.Name} cannot be read. Either the file is damaged, or it is no export.", exception);
        }
    }

    private static async Task<Func<int, object?>> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long))
        {
            var wholes = new long?[group.RowCount];
            await group.ReadAsync<long>(field, wholes);
            return row => wholes[row];
        }

        if (field.ClrType == typeof(double))
        {
            var numbers = new double?[group.RowCount];
            await group.ReadAsync<double>(field, numbers);
            return row => numbers[row];
        }

        var texts = new string[group.RowCount];
        await group.ReadAsync(field, texts);
        return row => texts[row];
    }

    private static async Task<ParquetReader> OpenAsync(string path)
    {
        try
        {
            return await ParquetReader.CreateAsync(path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ParquetException)
        {
            throw new ExportException($"{path} is no whole Parquet file; it may have been cut. Fetch it again.", exception);
        }
    }
}
