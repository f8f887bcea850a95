using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Storage;

/// <summary>Which database the service uses.</summary>
internal sealed class StorageLocation(IConfiguration configuration, IHostEnvironment environment, IOptions<StorageOptions> options)
{
    private const string FileName = "credscore.db";

    /// <summary>The connection string; made from the data folder unless <c>ConnectionStrings:CredScore</c> is set.</summary>
    public string ConnectionString => WithDefaults(configuration.GetConnectionString("CredScore") is { Length: > 0 } set ? set : $"Data Source={Path.Combine(Folder, FileName)}");

    /// <summary>The database's file, for people.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    private string Folder => options.Value.Directory is { Length: > 0 } directory ? Path.GetFullPath(directory) : DefaultFolder;

    // A service account may have no folder of its own: then the data stands beside the program's configuration.
    private string DefaultFolder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own
        ? Path.Combine(own, "CredScore")
        : Path.Combine(environment.ContentRootPath, "data");

    public void CreateFolder()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(File)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private string WithDefaults(string connectionString)
        => new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = options.Value.BusySeconds, ForeignKeys = true }.ToString();
}
