using System.Security.Claims;
using System.Text.Encodings.Web;
using CredScore.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Reads <c>Authorization: Bearer cs_…</c> and says for whom the key acts.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, People people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "key";

    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";
    private const int LongestKey = 100;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestKey)
        {
            return AuthenticateResult.NoResult();
        }

        if (await people.FindByKeyAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not (var actor, var scope))
        {
            return AuthenticateResult.NoResult();
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, actor.Id), new(ClaimTypes.GivenName, actor.Name), new(ClaimTypes.Role, actor.Role), new(ScopeClaim, scope)],
            Scheme);
        return AuthenticateResult.Success(new(new(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(AccountProblems.KeyNeeded.Problem).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        => TypedResults.Problem(AccountProblems.NotAllowed("This key only reads. Make one that writes, in the console.").Problem).ExecuteAsync(Context);
}
