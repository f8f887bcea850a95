using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CredScore.Api.Batches;

/// <summary>Reads a batch as JSON as it arrives: settings in any order, and <c>addresses</c> as texts or objects with <c>url</c> and <c>revision</c>. Never holds more than a piece of it.</summary>
internal sealed class JsonListReader
{
    private const int FirstPiece = 65_536;

    // No text in it is longer; a longer one is no list of addresses.
    private const int MostPiece = 1024 * 1024;

    private const int Rows = 2;
    private const int RowMembers = 3;

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private string? _member;
    private string? _part;
    private string? _url;
    private string? _revision;

    /// <summary>What stands beside the addresses, by name; of an object by <c>name.part</c>. Whole when every row was read.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    public async IAsyncEnumerable<GivenRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (buffer, state) = (new byte[FirstPiece], new JsonReaderState(new JsonReaderOptions { MaxDepth = 8 }));
        var held = await stream.ReadAtLeastAsync(buffer, 3, throwOnEndOfStream: false, cancellationToken);

        // A byte order mark is no JSON, and many programs write one.
        var used = held >= 3 && buffer is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

        for (var isEnd = false; !isEnd;)
        {
            buffer.AsSpan(used, held - used).CopyTo(buffer);
            held -= used;

            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length < MostPiece ? buffer.Length * 2 : throw BatchProblems.Invalid("A text in it is longer than a megabyte."));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(held), cancellationToken);
            (held, isEnd) = (held + read, read == 0);
            (var rows, used) = Read(buffer.AsSpan(0, held), isEnd, ref state);

            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private (List<GivenRow> Rows, int Used) Read(ReadOnlySpan<byte> piece, bool isEnd, ref JsonReaderState state)
    {
        var rows = new List<GivenRow>();
        var json = new Utf8JsonReader(piece, isEnd, state);

        try
        {
            while (json.Read())
            {
                Take(ref json, rows);
            }
        }
        catch (JsonException)
        {
            throw BatchProblems.Invalid("Its JSON is broken, cut off or nested too deeply.");
        }

        state = json.CurrentState;
        return (rows, (int)json.BytesConsumed);
    }

    private void Take(ref Utf8JsonReader json, List<GivenRow> rows)
    {
        switch (json.TokenType, json.CurrentDepth)
        {
            case (JsonTokenType.PropertyName, 1):
                (_member, _part) = (json.GetString(), null);
                break;
            case (JsonTokenType.PropertyName, _):
                _part = json.GetString();
                break;
            case (JsonTokenType.StartArray, 1) when _member != "addresses":
                throw BatchProblems.Invalid("Only addresses is a list.");
            case (JsonTokenType.StartObject or JsonTokenType.StartArray, 2) when _member == "addresses":
                (_url, _revision, _part) = (null, null, null);
                break;
            case (JsonTokenType.EndObject or JsonTokenType.EndArray, 2) when _member == "addresses":
                rows.Add(_url is null ? new(string.Empty, null, RowFault.NotText) : new(_url, _revision));
                break;
            case (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null, var depth):
                TakeValue(ref json, depth, rows);
                break;
        }
    }

    private void TakeValue(ref Utf8JsonReader json, int depth, List<GivenRow> rows)
    {
        var text = TextOf(ref json);

        switch (_member, depth)
        {
            case ("addresses", Rows):
                rows.Add(json.TokenType == JsonTokenType.String ? new(text!) : new(text ?? "null", null, RowFault.NotText));
                break;
            case ("addresses", RowMembers) when _part is "url" or "address":
                _url = text;
                break;
            case ("addresses", RowMembers) when _part is "revision":
                _revision = text;
                break;
            case ({ } member, 1 or 2) when member != "addresses" && text is not null:
                _settings[_part is null ? member : $"{member}.{_part}"] = text;
                break;
        }
    }

    private static string? TextOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.TokenType switch
            {
                JsonTokenType.String => json.GetString(),
                JsonTokenType.Number when json.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
                JsonTokenType.Null => null,
                _ => System.Text.Encoding.UTF8.GetString(json.ValueSpan),
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text.
            return "\uFFFD";
        }
    }
}
