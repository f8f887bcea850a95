namespace CredScore.Api.Logs;

/// <summary>Logs hold no addresses: who reads which page is nobody's business, the operator's included.</summary>
internal static class QuietLogs
{
    // These write paths with their queries, or what was asked of an upstream, at the level Information.
    private static readonly string[] Talkative =
    [
        "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.EndpointMiddleware", "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Database.Command", "System.Net.Http.HttpClient",
    ];

    public static void AddQuietLogs(this WebApplicationBuilder builder)
    {
        foreach (var category in Talkative)
        {
            builder.Logging.AddFilter(category, LogLevel.Warning);
        }

        // Failed statements are reported by the store in its own words; each retry is not worth a line.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Polly", LogLevel.Error);

        // Session keys lie beside the database, which is no more and no less open than they are: docs/operations.md says so once.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // A start that fails ends with a sentence of ours; only a host that dies later has something to add.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
