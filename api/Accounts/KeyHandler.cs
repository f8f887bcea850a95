using System.Globalization;
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

    private bool _isSpent;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestKey)
        {
            return AuthenticateResult.NoResult();
        }

        if (await people.FindByKeyAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (!key.IsWithinQuota)
        {
            _isSpent = true;
            return AuthenticateResult.Fail("The key has made all requests of its day.");
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, key.Actor.Id), new(ClaimTypes.GivenName, key.Actor.Name), new(ClaimTypes.Role, key.Actor.Role)], Scheme);
        identity.AddClaims(key.Scope.Split(' ').Select(scope => new Claim(ScopeClaim, scope)));
        return AuthenticateResult.Success(new(new(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        RefusalLog.Refused(Logger, (_isSpent ? AccountProblems.QuotaSpent : AccountProblems.KeyNeeded).Problem.Type!);

        if (_isSpent)
        {
            var now = TimeProvider.GetUtcNow();
            Response.Headers.RetryAfter = Math.Ceiling((now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime).TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            return TypedResults.Problem(AccountProblems.QuotaSpent.Problem).ExecuteAsync(Context);
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(AccountProblems.KeyNeeded.Problem).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var refused = AccountProblems.NotAllowed("The key's scopes do not open this, or it is not for its person's role. Keys are made in the console.").Problem;
        RefusalLog.Refused(Logger, refused.Type!);
        return TypedResults.Problem(refused).ExecuteAsync(Context);
    }
}
