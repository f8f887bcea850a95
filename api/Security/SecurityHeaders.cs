namespace CredScore.Api.Security;

/// <summary>What browsers are told about every answer: nothing from elsewhere, no guessing, no trace of where the reader came from.</summary>
internal static class SecurityHeaders
{
    private const string Strict = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The editor of rulesets has a script of ours, which saves and previews; a batch has one that shows its progress.
    private const string Editor = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger's page brings its own scripts and writes style attributes.
    private const string Swagger = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path switch
        {
            var path when path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) => Swagger,
            var path when path.StartsWithSegments("/rulesets", StringComparison.OrdinalIgnoreCase) => Editor,
            var path when path.StartsWithSegments("/batches", StringComparison.OrdinalIgnoreCase) => Editor,
            _ => Strict,
        };
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    });
}
