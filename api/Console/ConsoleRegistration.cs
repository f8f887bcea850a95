using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Console;

/// <summary>The pages for people, rendered on the server: they need neither scripts nor anything from elsewhere.</summary>
internal static class ConsoleRegistration
{
    private const string StyleResource = "console.css";

    private static readonly byte[] Style = ReadStyle();

    public static void AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<SamplePages>();
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapGet("/console.css", SendStyle).ExcludeFromDescription();

        // Every form of the console asks and none changes anything, so there is nothing to forge.
        app.MapRazorComponents<App>().DisableAntiforgery().RequireRateLimiting(Limits.Reads);
    }

    private static FileContentHttpResult SendStyle(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(Style, "text/css; charset=utf-8");
    }

    private static byte[] ReadStyle()
    {
        using var resource = typeof(ConsoleRegistration).Assembly.GetManifestResourceStream(StyleResource)!;
        using var style = new MemoryStream();
        resource.CopyTo(style);
        return style.ToArray();
    }
}
