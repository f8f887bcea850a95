using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CredScore.Scoring.Documents;

/// <summary>One parsed JSON document. Its strings can all be read: what is no valid text was replaced before.</summary>
internal sealed class YouTubeBlob : IDisposable
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = YouTubeReader.DeepestJson };

    private readonly JsonDocument _document;
    private readonly byte[]? _rented;

    private YouTubeBlob(JsonDocument document, byte[]? rented)
    {
        _document = document;
        _rented = rented;
    }

    public JsonElement Root => _document.RootElement;

    /// <summary>Parses text of a script; lone surrogates become U+FFFD.</summary>
    public static YouTubeBlob? Parse(ReadOnlySpan<char> json, out YouTubeRefusal refusal)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(json));
        var length = Encoding.UTF8.GetBytes(json, rented);
        return Parse(YouTubeUtf8.WithoutLoneEscapes(rented.AsMemory(0, length)), rented, out refusal);
    }

    /// <summary>Parses a file or a body; bytes that are no UTF-8 become U+FFFD.</summary>
    public static YouTubeBlob? Parse(ReadOnlyMemory<byte> utf8, out YouTubeRefusal refusal)
    {
        var valid = Utf8.IsValid(utf8.Span) ? utf8 : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8.Span));
        return Parse(YouTubeUtf8.WithoutLoneEscapes(YouTubeUtf8.WithoutGuard(valid)), null, out refusal);
    }

    public void Dispose()
    {
        _document.Dispose();
        Return(_rented);
    }

    private static YouTubeBlob? Parse(ReadOnlyMemory<byte> utf8, byte[]? rented, out YouTubeRefusal refusal)
    {
        refusal = YouTubeRefusal.NotAVideo;

        try
        {
            return new YouTubeBlob(JsonDocument.Parse(utf8, Options), rented);
        }
        catch (JsonException)
        {
            refusal = YouTubeUtf8.IsDeeperThan(utf8.Span, YouTubeReader.DeepestJson) ? YouTubeRefusal.TooDeep : YouTubeRefusal.NotJson;
            Return(rented);
            return null;
        }
    }

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
