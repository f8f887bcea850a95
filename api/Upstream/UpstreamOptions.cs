using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Upstream;

/// <summary>How the service introduces itself to the sites it asks.</summary>
internal sealed class UpstreamOptions
{
    /// <summary>Mail address or web page by which a site's operators reach ours. Empty by default, which the start warns about.</summary>
    [StringLength(200)]
    [RegularExpression(@"[\x21-\x7E]*", ErrorMessage = "Upstream:Contact is a mail or web address without spaces.")]
    public string Contact { get; set; } = string.Empty;

    /// <summary>Public address of this deployment. Empty by default.</summary>
    [StringLength(200)]
    [RegularExpression(@"[\x21-\x7E]*", ErrorMessage = "Upstream:Deployment is a web address without spaces.")]
    public string Deployment { get; set; } = string.Empty;
}
