using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Catalogues;

/// <summary>The lists of others that stand beside the embedded catalogues.</summary>
internal sealed class CatalogueOptions
{
    /// <summary>Whether the service refreshes the lists by itself. Default yes.</summary>
    public bool Refresh { get; set; } = true;

    /// <summary>Days between two refreshes. Default 7; publishers change most lists weekly or less.</summary>
    [Range(1, 60)]
    public int EveryDays { get; set; } = 7;

    /// <summary>Longest wait from the first start to the first refresh, in minutes; the moment is drawn, so that not all services ask at once. Default 60.</summary>
    [Range(1, 1440)]
    public int FirstWithinMinutes { get; set; } = 60;

    /// <summary>Server that holds each list under its name, instead of the publishers. Empty by default.</summary>
    [RegularExpression(@"https?://.+", ErrorMessage = "Catalogues:Mirror is a web address.")]
    public string? Mirror { get; set; }

    /// <summary>Folder of the lists. Default: <c>catalogues</c> beside the database.</summary>
    public string? Folder { get; set; }
}
