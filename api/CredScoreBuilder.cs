using System.Net.Sockets;
using CredScore.Api.Alternatives;
using CredScore.Api.Accounts;
using CredScore.Api.Appraisals;
using CredScore.Api.Batches;
using CredScore.Api.Catalogues;
using CredScore.Api.Classes;
using CredScore.Api.Console;
using CredScore.Api.Contract;
using CredScore.Api.Contributions;
using CredScore.Api.Exports;
using CredScore.Api.Features;
using CredScore.Api.Health;
using CredScore.Api.Jobs;
using CredScore.Api.Logs;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Api.Scores;
using CredScore.Api.Security;
using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CredScore.Api;

/// <summary>The table of contents: what exists, not how it works.</summary>
public static class CredScoreBuilder
{
    private const string DefaultAddress = "http://localhost:5080";

    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>Registers everything the service is made of.</summary>
    public static WebApplicationBuilder AddCredScore(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // In front of all other settings, so that each of them may say otherwise.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = [new(WebHostDefaults.ServerUrlsKey, DefaultAddress)],
        });

        builder.AddQuietLogs();
        builder.AddLimits();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblems();
        builder.Services.AddStorage();
        builder.Services.AddSingleton<JobScheduler>();
        builder.Services.AddUpstream();
        builder.Services.AddCatalogues();
        builder.Services.AddScores();
        builder.Services.AddContributions();
        builder.Services.AddAccounts();
        builder.Services.AddAppraisals();
        builder.Services.AddBatches();
        builder.Services.AddExports();
        builder.Services.AddAlternatives();
        builder.Services.AddContract();
        builder.Services.AddConsole();
        builder.Services.AddSingleton<WarmStart>();
        return builder;
    }

    /// <summary>Puts the pieces in their order and opens the routes.</summary>
    public static WebApplication UseCredScore(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseLimits();
        app.UseUploadLimit();
        app.UseAntiforgery();
        app.UseForgedFormLog();

        var routes = app.MapGroup("/v1");
        routes.MapScores();
        routes.MapContributions();
        routes.MapAlternatives();
        routes.MapFeatures();
        routes.MapRulesets();
        routes.MapClasses();
        routes.MapAppraisals();
        routes.MapAccounts();
        routes.MapExports();
        routes.MapCatalogues();
        routes.MapBatches();

        app.MapHealth();
        app.MapContract();
        app.MapConsole();
        return app;
    }

    /// <summary>Opens the routes and runs until stopped. A start that cannot succeed ends with one sentence and exit code 1.</summary>
    public static async Task<int> RunCredScoreAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        await using var running = app;

        try
        {
            app.ThrowIfMisconfigured();
            await app.Services.GetRequiredService<StorageStart>().PrepareAsync();
            var firstOwner = await app.Services.GetRequiredService<AccountStart>().PrepareAsync();
            await app.Services.GetRequiredService<TableStart<BatchContext>>().PrepareAsync();
            await app.Services.GetRequiredService<TableStart<AlternativeContext>>().PrepareAsync();
            app.Services.GetRequiredService<UserAgent>().WarnWithoutContact();
            await app.UseCredScore().ListenAsync();
            await FirstLink.PrintAsync(app.Urls, firstOwner);
        }
        catch (Exception exception) when (exception is StartException or OptionsValidationException)
        {
            await System.Console.Error.WriteLineAsync($"CredScore cannot start. {exception.Message}");
            return 1;
        }

        await Task.WhenAll(app.Services.GetRequiredService<WarmStart>().WarmUpAsync(app.Lifetime.ApplicationStopping), app.WaitForShutdownAsync());
        return 0;
    }

    private static void ThrowIfMisconfigured(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own sentence names the setting and the value that is no number.
            throw new StartException(exception.Message, exception);
        }
    }

    private static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is AddressInUseException || exception.InnerException is AddressInUseException)
        {
            throw new StartException($"{exception.Message} Stop the program that has it, perhaps another CredScore, or choose another address with --urls=http://localhost:5081.", exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException or FormatException || exception.Source == Kestrel)
        {
            // A host name that is not ours, a port that needs rights, https without a certificate: the server's own words name it.
            throw new StartException($"It cannot listen on {app.Configuration[WebHostDefaults.ServerUrlsKey]}. {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }
}
