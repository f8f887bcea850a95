using System.Text;
using System.Text.Json;
using CredScore.Scoring.Documents;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Reads a page from one line of JSON; members that it does not know are passed over.</summary>
internal static class JsonPage
{
    private const int DeepestLine = 1_000_000;

    // A video's JSON is only passed over here, which no depth can hurt; its own reader says when it is too deep.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestLine };

    public static PageRow Read(ReadOnlySpan<byte> line, long number)
    {
        var id = default(RowId);

        try
        {
            return ReadObject(line, ref id, number);
        }
        catch (JsonException exception)
        {
            return Refuse(id, $"Line {number} is not JSON: something is wrong at byte {exception.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or half a surrogate pair.
            return Refuse(id, $"Line {number} holds text that is not valid Unicode.");
        }
    }

    /// <summary>Whether the text breaks off within a value that was right so far.</summary>
    public static bool IsCut(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(Options));

        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PageRow ReadObject(ReadOnlySpan<byte> line, ref RowId id, long number)
    {
        var reader = new Utf8JsonReader(line, Options);

        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return Refuse(id, $"Line {number} is not a JSON object.");
        }

        var members = new Members();

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            members.Take(ref reader, line);
            id = members.Id;
        }

        // Anything after the object is an error that only reading on will find.
        while (reader.Read())
        {
        }

        return members.ToRow(number);
    }

    private static PageRow Refuse(RowId id, string error) => new() { Id = id, Error = error };

    private ref struct Members
    {
        private string? _title;
        private string? _url;
        private long? _revision;
        private string? _wikitext;
        private string? _html;
        private byte[]? _video;
        private string? _misread;

        public RowId Id { get; private set; }

        public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
        {
            if (reader.ValueTextEquals("wikitext"u8))
            {
                _wikitext = Text(ref reader, "wikitext");
            }
            else if (reader.ValueTextEquals("html"u8))
            {
                _html = Text(ref reader, "html");
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                _title = Text(ref reader, "title");
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                _url = Text(ref reader, "url");
            }
            else if (reader.ValueTextEquals("revision"u8))
            {
                _revision = Number(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                Id = ReadId(ref reader);
            }
            else if (reader.ValueTextEquals("youtube"u8))
            {
                _video = Object(ref reader, line);
            }
            else
            {
                reader.Skip();
            }
        }

        public readonly PageRow ToRow(long number) => new()
        {
            Id = Id,
            Title = _title,
            Url = _url,
            Revision = _revision,
            Format = _wikitext is null ? DocumentFormat.Html : DocumentFormat.Wikitext,
            Text = _wikitext ?? _html,
            Video = _video,
            Error = Fault(number),
        };

        private readonly string? Fault(long number) => this switch
        {
            { _misread: { } member } => $"Line {number}: its {member} is of the wrong kind.",
            { _wikitext: not null, _video: not null } => $"Line {number} holds both wikitext and youtube: is it an article or a video?",
            { _wikitext: null, _html: null, _video: null } => $"Line {number} holds no wikitext, no html and no youtube.",
            _ => null,
        };

        private string? Text(ref Utf8JsonReader reader, string member)
        {
            reader.Read();

            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            {
                return reader.GetString();
            }

            Misread(ref reader, member);
            return null;
        }

        private byte[]? Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
        {
            reader.Read();

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    return line[start..(int)reader.BytesConsumed].ToArray();
                case JsonTokenType.Null:
                    return null;
                default:
                    Misread(ref reader, "youtube");
                    return null;
            }
        }

        private long? Number(ref Utf8JsonReader reader)
        {
            reader.Read();

            if (reader.TokenType is JsonTokenType.Null)
            {
                return null;
            }

            if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number))
            {
                return number;
            }

            Misread(ref reader, "revision");
            return null;
        }

        private RowId ReadId(ref Utf8JsonReader reader)
        {
            reader.Read();

            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return new(reader.GetString(), IsNumber: false);
                case JsonTokenType.Number:
                    return new(Encoding.UTF8.GetString(reader.ValueSpan), IsNumber: true);
                case JsonTokenType.Null:
                    return default;
                default:
                    Misread(ref reader, "id");
                    return default;
            }
        }

        private void Misread(ref Utf8JsonReader reader, string member)
        {
            _misread ??= member;
            reader.Skip();
        }
    }
}
