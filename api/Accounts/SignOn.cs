using System.Security.Claims;
using CredScore.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CredScore.Api.Accounts;

/// <summary>Signs people in whom a provider knows: by issuer and subject that were connected before, by an invitation, or with the default role. Never by a mail address.</summary>
internal sealed partial class SignOn(IOptions<SignOnOptions> settings, SignOnAccounts accounts, IDataProtectionProvider protection, ILogger<SignOn> logger)
{
    private const string Invitation = "invitation";
    private const string Link = "link";

    // Long enough to read the page that offers it.
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _links = protection.CreateProtector("sign-on link").ToTimeLimitedDataProtector();

    public SignOnOptions Settings => settings.Value;

    /// <summary>A text with which a signed-in person, and nobody in their stead, may connect their account.</summary>
    public string LinkFor(Actor actor) => _links.Protect(actor.Id, LinkLife);

    /// <summary>Leads somebody to the provider.</summary>
    public async Task BeginAsync(HttpContext http, string? to, string? invitation, string? link)
    {
        if (!Settings.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Only to a path of our own.
        var properties = new AuthenticationProperties { RedirectUri = OwnPath.Or(to, "/rulesets") };

        if (invitation is { Length: > 0 })
        {
            properties.Items[Invitation] = invitation;
        }

        if (link is not null && PersonOf(link, http.User) is { } person)
        {
            properties.Items[Link] = person;
        }

        try
        {
            await http.ChallengeAsync(SignOnRegistration.Scheme, properties);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or HttpRequestException)
        {
            Log.Unreachable(logger, exception);
            http.Response.Redirect($"/sign-in?why={SignOnProblems.Unreachable}");
        }
    }

    /// <summary>Makes the session of the person whom the provider's answer names, once all of it is checked.</summary>
    public async Task EnterAsync(TicketReceivedContext context)
    {
        try
        {
            var services = context.HttpContext.RequestServices;
            var person = await accounts.FindAsync(
                services.GetRequiredService<UserManager<Person>>(), WhoIn(context.Principal!), ItemOf(context, Link), ItemOf(context, Invitation), context.HttpContext.RequestAborted);
            context.Principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
            context.Properties = new();
        }
        catch (RefusedException refused)
        {
            await FailAsync(context, WhyOf(refused));
        }
    }

    /// <summary>Says on the sign-in page why nobody was signed in.</summary>
    public Task FailAsync<TOptions>(HandleRequestContext<TOptions> context, string why)
        where TOptions : AuthenticationSchemeOptions
    {
        RefusalLog.Refused(logger, $"urn:credscore:problem:sign-on-{why}");
        context.Response.Redirect($"/sign-in?why={why}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The word for a failure.</summary>
    public static string WhyOf(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (WordOf(cause) is { } word)
            {
                return word;
            }
        }

        return "answer";
    }

    private static string? WordOf(Exception cause) => cause switch
    {
        RefusedException refused => refused.Problem.Type!.Split("sign-on-")[^1],
        AuthenticationFailureException { Message: "Correlation failed." } => SignOnProblems.Unfinished,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "expired",
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        OpenIdConnectProtocolInvalidNonceException => "nonce",
        SecurityTokenInvalidSignatureException => "signature",
        HttpRequestException or TaskCanceledException => SignOnProblems.Unreachable,
        _ => null,
    };

    private static Identified WhoIn(ClaimsPrincipal claims)
        => claims.FindFirstValue("iss") is { Length: > 0 } issuer && claims.FindFirstValue("sub") is { Length: > 0 } subject
            ? new(issuer, subject, claims.FindFirstValue("name") ?? claims.FindFirstValue("preferred_username"), VerifiedAddressIn(claims))
            : throw SignOnProblems.Of("answer");

    private static string? VerifiedAddressIn(ClaimsPrincipal claims) => string.Equals(claims.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? claims.FindFirstValue("email") : null;

    private static string? ItemOf(TicketReceivedContext context, string name) => context.Properties?.Items.TryGetValue(name, out var value) == true ? value : null;

    // Another site could lead a signed-in browser here; only a page of ours could give it this text.
    private string? PersonOf(string link, ClaimsPrincipal user)
    {
        try
        {
            return _links.Unprotect(link) is var id && id == People.ActorOf(user)?.Id ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The provider of the sign-on cannot be asked.")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
