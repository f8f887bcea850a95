namespace CredScore.Api.Upstream.Publishers;

/// <summary>Stands inside the retries and reads each answer whole within its limits.</summary>
internal sealed class PublisherHandler(string site, int mostMegabytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            await LimitedBody.LoadAsync(response, mostMegabytes, site, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
