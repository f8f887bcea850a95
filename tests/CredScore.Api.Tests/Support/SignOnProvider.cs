using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredScore.Api.Tests.Support;

/// <summary>A small OpenID Connect provider on loopback: discovery, keys, code flow with PKCE, signed identity tokens; what it answers can be spoilt.</summary>
internal sealed class SignOnProvider : IAsyncDisposable
{
    public const string ClientId = "credscore";
    public const string ClientSecret = "a secret of theirs";

    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce)> _codes = new();
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly WebApplication _app;
    private readonly TimeProvider _time;

    private SignOnProvider(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Text(_key.Rsa.ExportParameters(false).Modulus!), e = Text(_key.Rsa.ExportParameters(false).Exponent!) } } }));
        _app.MapGet("/authorize", (Delegate)Authorize);
        _app.MapPost("/token", (Delegate)TokenAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>Claims of whoever signs in next, beside those of every token.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["sub"] = "4711", ["name"] = "Dr Rivera", ["email"] = "rivera@university.example", ["email_verified"] = true };

    /// <summary>Claims that are put in place of the right ones.</summary>
    public Dictionary<string, object> Spoilt { get; } = [];

    public bool Declines { get; set; }

    public bool SignsWithAnotherKey { get; set; }

    /// <summary>How old a token is when it is given.</summary>
    public TimeSpan Age { get; set; }

    public static async Task<SignOnProvider> StartAsync(TimeProvider time)
    {
        var provider = new SignOnProvider(time);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        var back = $"{asked["redirect_uri"]}?state={Uri.EscapeDataString(asked["state"].ToString())}";

        if (Declines)
        {
            return Results.Redirect($"{back}&error=access_denied");
        }

        if (asked["response_type"] != "code" || asked["client_id"] != ClientId || asked["code_challenge_method"] != "S256" || !asked["scope"].ToString().Split(' ').Contains("openid"))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["code_challenge"].ToString(), asked["nonce"].ToString());
        return Results.Redirect($"{back}&code={code}");
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();

        if (!_codes.TryRemove(form["code"].ToString(), out var asked)
            || form["client_secret"] != ClientSecret
            || Text(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var now = _time.GetUtcNow() - Age;
        var claims = new Dictionary<string, object>(Claims) { ["iss"] = Address, ["aud"] = ClientId, ["nonce"] = asked.Nonce };

        foreach (var (name, value) in Spoilt)
        {
            claims[name] = value;
        }

        var key = SignsWithAnotherKey ? new RsaSecurityKey(RSA.Create(2048)) { KeyId = _key.KeyId } : _key;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddMinutes(5).UtcDateTime,
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
