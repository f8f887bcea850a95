using System.Globalization;

namespace CredScore.Api.Upstream;

/// <summary>Reads an answer whole, within a limit: whatever a site sends, it costs no more memory than that.</summary>
internal static class LimitedBody
{
    /// <summary>Puts the whole body in the place of the stream. Throws <see cref="UpstreamException"/> when it is larger.</summary>
    public static async Task<byte[]> LoadAsync(HttpResponseMessage response, int mostMegabytes, string site, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(response.Content, mostMegabytes, site, cancellationToken);
        var type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(body) { Headers = { ContentType = type } };
        return body;
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int mostMegabytes, string site, CancellationToken cancellationToken)
    {
        var most = mostMegabytes * 1024 * 1024;
        using var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, most));
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];

        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > most)
            {
                throw new UpstreamException(site, UpstreamFault.BadAnswer, string.Create(CultureInfo.InvariantCulture, $"{site} sent more than {mostMegabytes} MB for one page."));
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
