using System.Security.Claims;
using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Api.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Who people are, by cookie in the console and by key elsewhere: the programs' interface takes no cookie, so that no other site can act through a signed-in browser.</summary>
internal static class AccountRegistration
{
    /// <summary>The console's requirement: an educator or owner who is signed in.</summary>
    public const string Teachers = "teachers";

    /// <summary>The console's requirement for datasets: a researcher or owner who is signed in.</summary>
    public const string Researchers = "researchers";

    /// <summary>The console's requirement for people and the log.</summary>
    public const string Owners = "owners";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDbContextFactory<AccountContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StorageLocation>().ConnectionString, sqlite => sqlite.MigrationsHistoryTable(AccountContext.MigrationsTable))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddSingleton<AccountStart>();
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<People>();
        services.AddSingleton<SignInGuesses>();
        services.AddSingleton<RulesetShelf>();
        services.AddSingleton<PreviewPanel>();
        services.AddSingleton<PageAtHand>();
        services.AddSingleton<ClassShelf>();
        services.AddSingleton<CodeGuesses>();
        services.AddIdentityCore<Person>(SetRules)
            .AddEntityFrameworkStores<AccountContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = "credscore";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/not-yours";
                cookie.ReturnUrlParameter = "to";
                cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
                cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
            })
            // Nobody gets this one; but ending a session takes it back, which fails where it does not exist.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Scheme, null);

        services.AddSignOn();

        // Whoever is taken off, gets another role or signs out elsewhere loses an open session within a minute.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorizationBuilder()
            .AddPolicy(Teachers, policy => policy.RequireRole(Roles.Educator, Roles.Owner))
            .AddPolicy(Owners, policy => policy.RequireRole(Roles.Owner))
            .AddPolicy(Researchers, policy => policy.RequireRole(Roles.Researcher, Roles.Owner))
            .AddPolicy(Scopes.Any, policy => policy.AddAuthenticationSchemes(KeyHandler.Scheme).RequireClaim(KeyHandler.ScopeClaim))
            .AddScopes();
        services.AddDataProtection().SetApplicationName("CredScore");
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, KeysBesideDatabase>();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        RefusalLog.Refused(context.HttpContext.RequestServices.GetRequiredService<ILogger<People>>(), AccountProblems.NotAllowed("").Problem.Type!);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static void AddScopes(this AuthorizationBuilder authorization)
    {
        foreach (var scope in Scopes.All)
        {
            authorization.AddPolicy(scope, policy => policy.AddAuthenticationSchemes(KeyHandler.Scheme).RequireClaim(KeyHandler.ScopeClaim).RequireAssertion(context => Scopes.Opens(context.User, scope)));
        }
    }

    // NIST SP 800-63B: length instead of kinds of characters; five mistakes close the account for a quarter of an hour.
    private static void SetRules(IdentityOptions identity)
    {
        identity.Password.RequiredLength = 12;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.User.RequireUniqueEmail = true;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}

/// <summary>Puts name and role into the session.</summary>
internal sealed class PersonClaims(UserManager<Person> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(ClaimTypes.Role, user.Role));
        identity.AddClaim(new(ClaimTypes.GivenName, user.DisplayName));
        return identity;
    }
}
