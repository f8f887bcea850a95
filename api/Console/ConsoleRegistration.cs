using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Batches;
using CredScore.Api.Console.Teaching;
using CredScore.Api.Exports;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Console;

/// <summary>The pages for people, rendered on the server: they load nothing from elsewhere, and need no script: the one of the editor only saves a press of its button.</summary>
internal static class ConsoleRegistration
{
    private static readonly byte[] Style = Read("console.css");
    private static readonly byte[] Script = Read("console.js");
    private static readonly byte[] BatchScript = Read("batches.js");

    public static void AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<SamplePages>();
        services.AddSingleton<LiveDraft>();
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapGet("/console.css", (HttpResponse response) => Send(response, Style, "text/css; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/console.js", (HttpResponse response) => Send(response, Script, "text/javascript; charset=utf-8")).ExcludeFromDescription();
        var live = app.MapGroup("/rulesets/{id}/live").RequireAuthorization(AccountRegistration.Teachers).RequireRateLimiting(Limits.Reads).ExcludeFromDescription();
        live.MapPost("/", (string id, HttpContext http, LiveDraft draft, CancellationToken cancellationToken) => draft.SaveAsync(id, http, cancellationToken));
        live.MapGet("/", (string id, string stamp, HttpContext http, LiveDraft draft, CancellationToken cancellationToken) => draft.CheckAsync(id, stamp, http, cancellationToken));
        app.MapGet("/exports/{id:guid}/file", ExportEndpoints.GetFile).RequireAuthorization(AccountRegistration.Researchers).RequireRateLimiting(Limits.Reads).ExcludeFromDescription();
        app.MapGet("/exports/{id:guid}/package", ExportEndpoints.GetPackage).RequireAuthorization(AccountRegistration.Researchers).RequireRateLimiting(Limits.Reads).ExcludeFromDescription();
        app.MapGet("/batches.js", (HttpResponse response) => Send(response, BatchScript, "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/batches/{id:int}/events", FollowAsync).RequireAuthorization().RequireRateLimiting(Limits.Reads).ExcludeFromDescription();
        app.MapSignOn();
        app.MapRazorComponents<App>().RequireRateLimiting(Limits.Reads);
    }

    private static async Task<ServerSentEventsResult<BatchStatus>> FollowAsync(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
    {
        var actor = People.ActorOf(user)!;
        await desk.GetAsync(actor, id, cancellationToken);
        return TypedResults.ServerSentEvents(desk.FollowAsync(actor, id, cancellationToken));
    }

    private static FileContentHttpResult Send(HttpResponse response, byte[] file, string type)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(file, type);
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(ConsoleRegistration).Assembly.GetManifestResourceStream(name)!;
        using var file = new MemoryStream();
        resource.CopyTo(file);
        return file.ToArray();
    }
}
