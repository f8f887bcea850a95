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
    private readonly byte[] _rented;

    private YouTubeBlob(JsonDocument document, byte[] rented)
    {
        _document = document;
        _rented = rented;
    }

    public JsonElement Root => _document.RootElement;

    /// <summary>Parses text of a script; lone surrogates become U+FFFD.</summary>
    public static YouTubeBlob? Parse(ReadOnlySpan<char> json, out YouTubeRefusal refusal)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(json));
        var utf8 = rented.AsSpan(0, Encoding.UTF8.GetBytes(json, rented));
        return Parse(rented.AsMemory(0, YouTubeUnread.LeaveOut(utf8, utf8)), rented, out refusal);
    }

    /// <summary>Parses a file or a body; bytes that are no UTF-8 become U+FFFD.</summary>
    public static YouTubeBlob? Parse(ReadOnlyMemory<byte> utf8, out YouTubeRefusal refusal)
    {
        utf8 = YouTubeUtf8.WithoutGuard(utf8);
        var rented = ArrayPool<byte>.Shared.Rent(utf8.Length);
        ReadOnlyMemory<byte> read = rented.AsMemory(0, YouTubeUnread.LeaveOut(utf8.Span, rented));
        return Parse(Utf8.IsValid(read.Span) ? read : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(read.Span)), rented, out refusal);
    }

    public void Dispose()
    {
        _document.Dispose();
        ArrayPool<byte>.Shared.Return(_rented);
    }

    private static YouTubeBlob? Parse(ReadOnlyMemory<byte> utf8, byte[] rented, out YouTubeRefusal refusal)
    {
        refusal = YouTubeRefusal.NotAVideo;
        utf8 = YouTubeUtf8.WithoutLoneEscapes(utf8);

        try
        {
            return new YouTubeBlob(JsonDocument.Parse(utf8, Options), rented);
        }
        catch (JsonException)
        {
            refusal = YouTubeUtf8.IsDeeperThan(utf8.Span, YouTubeReader.DeepestJson) ? YouTubeRefusal.TooDeep : YouTubeRefusal.NotJson;
            ArrayPool<byte>.Shared.Return(rented);
            return null;
        }
    }
}
