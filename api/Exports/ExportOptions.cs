using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Exports;

/// <summary>Where exports are kept, and how long.</summary>
internal sealed class ExportOptions
{
    /// <summary>Folder of the exports. Default: <c>exports</c> beside the database.</summary>
    public string? Directory { get; set; }

    /// <summary>Days that an export is kept. Default 30.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>Exports of one person that may wait or run at the same time. Default 5.</summary>
    [Range(1, 1000)]
    public int MostUnfinished { get; set; } = 5;
}
