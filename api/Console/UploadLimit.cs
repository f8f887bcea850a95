using Microsoft.AspNetCore.Http.Metadata;

namespace CredScore.Api.Console;

/// <summary>Tells a person whose upload is too large so before it is read; without it the form would seem not to be theirs, since nothing of it can be read.</summary>
internal static class UploadLimit
{
    /// <summary>Stands before whatever reads a form.</summary>
    public static void UseUploadLimit(this IApplicationBuilder app) => app.Use((http, next) => IsTooLarge(http, out var most) ? RefuseAsync(http.Response, most) : next(http));

    private static bool IsTooLarge(HttpContext http, out long most)
    {
        most = http.Request.HasFormContentType ? http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? long.MaxValue : long.MaxValue;
        return http.Request.ContentLength > most;
    }

    private static async Task RefuseAsync(HttpResponse response, long most)
    {
        response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Too large - CredScore</title><link rel="stylesheet" href="/console.css"></head>
            <body><main><h1>The file is too large</h1>
            <p>At most {most / 1024 / 1024} MB can be uploaded here, and nothing was kept. Pack the list with gzip, or send it in parts.</p><p><a href="/batches">Back to the batches</a></p></main></body></html>
            """);
    }
}
