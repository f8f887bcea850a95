namespace CredScore.Scoring.Documents;

/// <summary>
/// Reads what YouTube sends for a video: the watch page, its <c>player</c> and <c>next</c> documents, or what a caller holds of them.
/// Whatever the input, the answer is a video or null, never an exception; a part that is missing, renamed or of the wrong type is null in it.
/// </summary>
public static class YouTubeReader
{
    /// <summary>Characters of HTML, or bytes of all JSON documents together, from which an input is refused. Pages reach 1.5 million.</summary>
    public const int LongestInput = 30_000_000;

    /// <summary>Levels of JSON from which a document is refused. Recordings reach 54.</summary>
    public const int DeepestJson = 256;

    /// <summary>The video of a watch page; null when the text is no page of a video.</summary>
    public static YouTubeVideo? ReadHtml(string html, DateTimeOffset? fetchedAt = null) => ReadHtml(html, fetchedAt, out _);

    /// <inheritdoc cref="ReadHtml(string, DateTimeOffset?)"/>
    public static YouTubeVideo? ReadHtml(string html, DateTimeOffset? fetchedAt, out YouTubeRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(html);

        if (html.Length > LongestInput)
        {
            refusal = YouTubeRefusal.TooLong;
            return null;
        }

        // Not disposed of: the tree holds nothing but memory, and taking it apart node by node costs more than leaving it to the collector.
        var page = YouTubePage.Read(HtmlReader.Parse(html));
        using var parts = new YouTubeParts(fetchedAt, page.Microdata, page.Language);

        foreach (var script in page.Scripts)
        {
            parts.AddScript(script);
        }

        return parts.Video(out refusal);
    }

    /// <summary>
    /// The video of one document: a <c>player</c>, <c>next</c> or <c>microformat</c> response, a wrapper or a list of them, or a plain object
    /// <c>{ title, description, channel: { id, handle, name }, publishedAt, … }</c>. Null when it is about no video.
    /// </summary>
    public static YouTubeVideo? ReadJson(ReadOnlyMemory<byte> utf8, DateTimeOffset? fetchedAt = null) => ReadJson([utf8], fetchedAt, out _);

    /// <inheritdoc cref="ReadJson(ReadOnlyMemory{byte}, DateTimeOffset?)"/>
    public static YouTubeVideo? ReadJson(ReadOnlyMemory<byte> utf8, DateTimeOffset? fetchedAt, out YouTubeRefusal? refusal) => ReadJson([utf8], fetchedAt, out refusal);

    /// <summary>The video that several documents are about, each field from the document that knows it best.</summary>
    public static YouTubeVideo? ReadJson(IReadOnlyList<ReadOnlyMemory<byte>> documents, DateTimeOffset? fetchedAt = null) => ReadJson(documents, fetchedAt, out _);

    /// <inheritdoc cref="ReadJson(IReadOnlyList{ReadOnlyMemory{byte}}, DateTimeOffset?)"/>
    public static YouTubeVideo? ReadJson(IReadOnlyList<ReadOnlyMemory<byte>> documents, DateTimeOffset? fetchedAt, out YouTubeRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(documents);

        if (documents.Sum(document => (long)document.Length) > LongestInput)
        {
            refusal = YouTubeRefusal.TooLong;
            return null;
        }

        using var parts = new YouTubeParts(fetchedAt);

        foreach (var document in documents)
        {
            parts.AddJson(document);
        }

        return parts.Video(out refusal);
    }

    /// <summary>What kind of page an answer is, for whoever fetched it. A watch page may still hold a video that cannot be played: see <see cref="YouTubeVideo.Availability"/>.</summary>
    public static YouTubePageKind PageKindOf(string html)
    {
        ArgumentNullException.ThrowIfNull(html);

        // A watch page mentions the consent page too, so it is looked for first.
        return html switch
        {
            _ when YouTubeScript.IsIn(html) || html.Contains("itemprop=\"videoId\"", StringComparison.Ordinal) => YouTubePageKind.Watch,
            _ when html.Contains("//consent.youtube.com/", StringComparison.Ordinal) || html.Contains("//consent.google.com/", StringComparison.Ordinal) => YouTubePageKind.Consent,
            _ when html.Contains("/sorry/", StringComparison.Ordinal) || html.Contains("g-recaptcha", StringComparison.Ordinal) => YouTubePageKind.BotCheck,
            _ => YouTubePageKind.Other,
        };
    }
}
