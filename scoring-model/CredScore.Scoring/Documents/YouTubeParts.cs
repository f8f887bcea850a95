using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Collects the documents about one video and chooses each field from the one that knows it best: the player response and its microformat first, which do not depend
/// on the language of the page, then the next response, what the caller wrote, and the microdata. Documents that name another video than the player response are left out.
/// </summary>
internal sealed partial class YouTubeParts(DateTimeOffset? fetchedAt, YouTubeMicrodata? microdata = null, string? language = null) : IDisposable
{
    // Documents that a wrapper or a list may hold; a page has three.
    private const int MostDocuments = 100;

    private static readonly string[] Wrappers = ["player", "playerResponse", "next", "response"];

    private readonly List<YouTubeBlob> _blobs = [];
    private readonly List<JsonElement> _players = [];
    private readonly List<JsonElement> _nexts = [];
    private readonly List<JsonElement> _plains = [];
    private YouTubeRefusal? _refusal;

    /// <summary>Adds the documents that a script of a page assigns, the first of each that can be read.</summary>
    public void AddScript(string script)
    {
        AddFirst(script, YouTubeScript.Player, _players, YouTubePlayer.IsOne);
        AddFirst(script, YouTubeScript.Next, _nexts, YouTubeNext.IsOne);
    }

    public void AddJson(ReadOnlyMemory<byte> utf8)
    {
        if (YouTubeBlob.Parse(utf8, out var refusal) is { } blob)
        {
            _blobs.Add(blob);
            Sort(blob.Root, levels: 3);
        }
        else
        {
            _refusal ??= refusal;
        }
    }

    public void Dispose()
    {
        foreach (var blob in _blobs)
        {
            blob.Dispose();
        }
    }

    private void AddFirst(string script, string name, List<JsonElement> documents, Func<JsonElement, bool> isOne)
    {
        if (documents.Count > 0)
        {
            return;
        }

        foreach (var value in YouTubeScript.ValuesOf(script, name))
        {
            if (YouTubeBlob.Parse(value.Span, out var refusal) is { } blob)
            {
                _blobs.Add(blob);

                if (isOne(blob.Root))
                {
                    documents.Add(blob.Root);
                    return;
                }
            }
            else
            {
                _refusal ??= refusal;
            }
        }
    }

    // Tells documents by what they hold, not by where they stand; lists and wrappers are opened.
    private void Sort(JsonElement element, int levels)
    {
        if (_players.Count + _nexts.Count + _plains.Count >= MostDocuments || levels == 0)
        {
            return;
        }

        foreach (var item in element.Items().Take(MostDocuments))
        {
            Sort(item, levels - 1);
        }

        var isWrapper = false;

        foreach (var key in Wrappers)
        {
            if (element.At(key) is { ValueKind: JsonValueKind.Object } inner)
            {
                isWrapper = true;
                Sort(inner, levels - 1);
            }
        }

        if (isWrapper)
        {
            Sort(element.At("microformat"), levels - 1);
        }
        else
        {
            SortOne(element);
        }
    }

    private void SortOne(JsonElement element)
    {
        if (YouTubePlayer.IsOne(element))
        {
            _players.Add(element);
        }
        else if (YouTubeNext.IsOne(element))
        {
            _nexts.Add(element);
        }
        else if (YouTubePlain.IsOne(element))
        {
            _plains.Add(element);
        }
    }
}
