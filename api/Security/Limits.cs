using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CredScore.Api.Problems;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Security;

/// <summary>Limits on the size and number of requests. Behind a proxy, set ASPNETCORE_FORWARDEDHEADERS_ENABLED, or all callers count as one.</summary>
internal static class Limits
{
    public const string Reads = "reads";
    public const string Codes = "codes";
    public const string Submissions = "submissions";
    public const string Contributions = "contributions";

    /// <summary>Largest body that is read, in bytes: a page of 10 MB and a little for the JSON around it.</summary>
    public const int MostBodyBytes = (10 * 1024 * 1024) + (64 * 1024);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (context, _) => await RejectAsync(context.HttpContext, context.Lease);
            limiter.AddPolicy(Reads, context => PartitionOf(context, options => options.ReadsPerMinute));
            limiter.AddPolicy(Codes, context => PartitionOf(context, options => options.CodesPerMinute));
            limiter.AddPolicy(Submissions, context => PartitionOf(context, options => options.SubmissionsPerMinute));
            limiter.AddPolicy(Contributions, context => PartitionOf(context, options => options.ContributionsPerMinute));
        });
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods("GET", "POST", "PUT", "DELETE")
            .WithHeaders("Content-Type", "If-None-Match", "If-Match", "Authorization")
            .WithExposedHeaders("ETag", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));
    }

    /// <summary>Counts requests, unless it is switched off: then there is nothing to pass through at all.</summary>
    public static void UseLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<LimitOptions>>().Value.Enabled)
        {
            app.UseRateLimiter();
        }
    }

    /// <summary>Who counts as one caller: one line of IPv6 has 2^64 addresses to ask from, so there it is the network.</summary>
    public static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address ?? IPAddress.None;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }

    private static RateLimitPartition<IPAddress> PartitionOf(HttpContext context, Func<LimitOptions, int> permits)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;

        return RateLimitPartition.GetSlidingWindowLimiter(NetworkOf(context.Connection.RemoteIpAddress), _ => new()
        {
            PermitLimit = permits(options),
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
    }

    private static async Task RejectAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? asked : TimeSpan.FromSeconds(10);
        RefusalLog.Refused(context.RequestServices.GetRequiredService<ILogger<LimitOptions>>(), Problem.TooManyRequests.Type!);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
        await TypedResults.Problem(Problem.TooManyRequests).ExecuteAsync(context);
    }
}
