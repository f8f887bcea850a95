using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>SQLite by default; another database is another line in <see cref="AddStorage"/>.</summary>
internal static class StorageRegistration
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StorageLocation>();
        services.AddSingleton<StorageStart>();
        services.AddSingleton<ScoreStore>();
        services.AddPooledDbContextFactory<ScoreContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StorageLocation>().ConnectionString));
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", tags: ["ready"]);
    }
}
