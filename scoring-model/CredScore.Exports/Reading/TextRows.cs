using System.Text;
using System.Text.Json;
using CredScore.Exports.Writing;

namespace CredScore.Exports.Reading;

/// <summary>The rows of a table in a text form.</summary>
internal static class TextRows
{
    private const int Buffer = 1024 * 1024;

    public static async IAsyncEnumerable<Cells> ReadAsync(string path, TableForm form)
    {
        using var text = new StreamReader(form.Unpack(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer)), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, Buffer);
        await using var rows = (form.Kind is TableKind.Csv ? CsvAsync(text) : JsonAsync(text)).GetAsyncEnumerator();
        var row = 0L;

        while (await MoveNextAsync(rows, path, row++))
        {
            yield return rows.Current;
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<Cells> rows, string path, long row)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException or ZstdSharp.ZstdException)
        {
            throw new ExportException($"{path} breaks off or is damaged after {row} rows. Fetch it again.", exception);
        }
    }

    private static async IAsyncEnumerable<Cells> JsonAsync(StreamReader text)
    {
        string[] names = [];

        while (await text.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            using var json = JsonDocument.Parse(line);
            var members = json.RootElement.EnumerateObject().ToList();

            if (members.Count != names.Length || !members.Select(member => member.Name).SequenceEqual(names))
            {
                names = [.. members.Select(member => member.Name)];
            }

            yield return new(names, [.. members.Select(member => ValueOf(member.Value))]);
        }
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        _ => null,
    };

    private static async IAsyncEnumerable<Cells> CsvAsync(StreamReader text)
    {
        var names = await RecordAsync(text) ?? [];

        while (await RecordAsync(text) is { } record)
        {
            yield return record.Count == names.Count
                ? new(names, [.. record])
                : throw new InvalidDataException($"A row has {record.Count} cells where the header has {names.Count}.");
        }
    }

    // RFC 4180: a quoted cell may hold line feeds, and a doubled quote stands for one.
    private static async Task<List<string>?> RecordAsync(StreamReader text)
    {
        if (await text.ReadLineAsync() is not { } line)
        {
            return null;
        }

        while (line.AsSpan().Count('"') % 2 == 1)
        {
            line = $"{line}\n{await text.ReadLineAsync() ?? throw new InvalidDataException("A quoted cell does not end.")}";
        }

        return Split(line);
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var at = 0;

        while (true)
        {
            var (cell, end) = at < line.Length && line[at] == '"' ? Quoted(line, at) : Plain(line, at);
            cells.Add(cell);

            if (end >= line.Length)
            {
                return cells;
            }

            at = end + 1;
        }
    }

    private static (string Cell, int End) Plain(string line, int at)
    {
        var end = line.IndexOf(',', at);
        end = end < 0 ? line.Length : end;
        return (line[at..end], end);
    }

    private static (string Cell, int End) Quoted(string line, int at)
    {
        var end = at + 1;

        while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"')))
        {
            end += line[end] == '"' ? 2 : 1;
        }

        return (line[(at + 1)..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal), Math.Min(end + 1, line.Length));
    }
}
