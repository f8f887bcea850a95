using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CredScore.Api.Storage;

/// <summary>Whether stored scores can be read.</summary>
internal sealed class StorageHealthCheck(IDbContextFactory<ScoreContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var scores = await contexts.CreateDbContextAsync(cancellationToken);
            await scores.Database.ExecuteSqlRawAsync("SELECT 1 FROM pages WHERE 1 = 0", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException exception)
        {
            return HealthCheckResult.Unhealthy(StorageException.Of(exception).Message);
        }
    }
}
