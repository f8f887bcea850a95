using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CredScore.Api.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: stored scores can be read.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
