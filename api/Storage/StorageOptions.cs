using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Storage;

/// <summary>Where scores are kept. <c>ConnectionStrings:CredScore</c>, when set, decides instead of the directory.</summary>
internal sealed class StorageOptions
{
    /// <summary>Folder of the database file. Default: <c>CredScore</c> in the user's own folder for program data, so that neither source tree nor installation is written to.</summary>
    public string? Directory { get; set; }

    /// <summary>Longest wait for a database that another program holds, in seconds. Default 3.</summary>
    [Range(1, 30)]
    public int BusySeconds { get; set; } = 3;
}
