using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Accounts;

/// <summary>Sign-on by a university's own provider (OpenID Connect), beside passwords. Off unless all of authority, client id and secret are given.</summary>
internal sealed class SignOnOptions : IValidatableObject
{
    /// <summary>Issuer's address, https; http only on this machine. None by default.</summary>
    public string? Authority { get; set; }

    /// <summary>By which the provider knows this service.</summary>
    public string? ClientId { get; set; }

    /// <summary>Best given by the environment (<c>SignOn__ClientSecret</c>), so that it stands in no file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the button says: "Sign in with …". Default "your university".</summary>
    [Required]
    [StringLength(60)]
    public string Name { get; set; } = "your university";

    /// <summary>Role of whoever comes without an invitation: educator or researcher. None by default, so that owners invite everybody.</summary>
    public string? DefaultRole { get; set; }

    public bool IsOn => !string.IsNullOrEmpty(Authority);

    /// <summary>Whether the provider is a program on this machine, which needs no https.</summary>
    public bool IsLocal => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && address.IsLoopback;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (new[] { Authority, ClientId, ClientSecret }.Select(string.IsNullOrEmpty).Distinct().Count() > 1)
        {
            yield return new("SignOn needs Authority, ClientId and ClientSecret, or none of them.");
        }

        if (IsOn && (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(IsLocal && address.Scheme == Uri.UriSchemeHttp))))
        {
            yield return new("SignOn:Authority is an address that begins with https://.");
        }

        if (DefaultRole is { Length: > 0 } and not (Roles.Educator or Roles.Researcher))
        {
            yield return new($"SignOn:DefaultRole is {Roles.Educator} or {Roles.Researcher}; owners are invited.");
        }
    }
}
