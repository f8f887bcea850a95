using CredScore.Api.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Keeps the keys that seal sessions beside the database, so that a restart signs nobody out. Whoever may read that folder may read the database too.</summary>
internal sealed class KeysBesideDatabase(StorageLocation location, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(location.File)) is not { Length: > 0 } folder)
        {
            return;
        }

        var keys = new DirectoryInfo(Path.Combine(folder, "session-keys"));

        if (!OperatingSystem.IsWindows() && !keys.Exists && Directory.Exists(folder))
        {
            Directory.CreateDirectory(keys.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        options.XmlRepository = new FileSystemXmlRepository(keys, loggers);
    }
}
