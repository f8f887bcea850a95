using CredScore.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CredScore.Api.Accounts;

/// <summary>The scheme by which a university's provider says who somebody is: code flow with PKCE. There is none while it is not configured.</summary>
internal static class SignOnRegistration
{
    public const string Scheme = "sign-on";

    public static void AddSignOn(this IServiceCollection services)
    {
        services.AddOptions<SignOnOptions>().BindConfiguration("SignOn").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SignOn>();
        services.AddSingleton<SignOnAccounts>();
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, SignOnScheme>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, SignOnSettings>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
    }

    public static void MapSignOn(this IEndpointRouteBuilder routes)
        => routes.MapGet("/sign-on", (string? to, string? invitation, string? link, HttpContext http, SignOn signOn) => signOn.BeginAsync(http, to, invitation, link))
            .RequireRateLimiting(Security.Limits.Reads).ExcludeFromDescription();

    private sealed class SignOnScheme(IOptions<SignOnOptions> settings) : IConfigureOptions<AuthenticationOptions>
    {
        public void Configure(AuthenticationOptions options)
        {
            // Each request makes the handlers of all schemes that take requests of their own: there is none unless it is used.
            if (settings.Value.IsOn)
            {
                options.AddScheme<OpenIdConnectHandler>(Scheme, null);
            }
        }
    }

    private sealed class SignOnSettings(IOptions<SignOnOptions> settings, SignOn signOn, TimeProvider time) : IConfigureNamedOptions<OpenIdConnectOptions>
    {
        private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

        public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

        public void Configure(string? name, OpenIdConnectOptions options)
        {
            if (name != Scheme)
            {
                return;
            }

            (options.Authority, options.ClientId, options.ClientSecret) = (settings.Value.Authority, settings.Value.ClientId, settings.Value.ClientSecret);
            (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            (options.CallbackPath, options.SignInScheme) = ("/sign-on/answer", IdentityConstants.ApplicationScheme);
            (options.RequireHttpsMetadata, options.MapInboundClaims, options.SaveTokens) = (!settings.Value.IsLocal, false, false);
            (options.TimeProvider, options.BackchannelTimeout) = (time, TimeSpan.FromSeconds(10));
            options.ClaimActions.Remove("iss");
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.Scope.Add("email");
            options.TokenValidationParameters.LifetimeValidator = (from, to, _, _) => (from is null || from - Skew <= time.GetUtcNow().UtcDateTime) && to + Skew >= time.GetUtcNow().UtcDateTime;

            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            }

            // Not when the token is validated: its nonce is looked at only after that.
            options.Events.OnTicketReceived = signOn.EnterAsync;
            options.Events.OnRemoteFailure = context => signOn.FailAsync(context, SignOn.WhyOf(context.Failure));
            options.Events.OnAccessDenied = context => signOn.FailAsync(context, SignOnProblems.Declined);
        }
    }
}
