using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CredScore.Api.Storage;

/// <summary>SQLite by default; another database is another line in <see cref="AddStorage"/>.</summary>
internal static class StorageRegistration
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StorageLocation>();
        services.AddSingleton<StorageStart>();
        services.AddSingleton<OneWriter>();
        services.AddSingleton<ScoreDatabase>();
        services.AddSingleton<ScoreStore>();
        services.AddPooledDbContextFactory<ScoreContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StorageLocation>().ConnectionString)

            // Comparing the model with the migrations takes a third of the start; a test does it instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", tags: ["ready"]);
    }
}
