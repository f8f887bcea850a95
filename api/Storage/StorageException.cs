using Microsoft.Data.Sqlite;

namespace CredScore.Api.Storage;

/// <summary>The database cannot be read or written; the message says why and what to do, and holds nothing of what was stored.</summary>
public sealed class StorageException(string message, Exception cause) : Exception(message, cause)
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    internal static StorageException Of(Exception cause) => new(Describe(cause.GetBaseException()), cause);

    private static string Describe(Exception cause) => (cause as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => "The database is held by another program. Try again shortly; if it stays so, stop that program.",
        ReadOnly => "The database may not be written to. Give the service write access to its data folder.",
        InputOutput => "The database's disk reports an error. Check the disk, and restore a backup if it was damaged.",
        Corrupt or NotADatabase => "The database file is damaged. Move it away, so that the service starts with an empty one, or restore a backup.",
        Full => "The disk of the database is full. Free some space; what was stored is kept.",
        CannotOpen => "The database cannot be opened. Check that its folder exists and that the service may write there.",
        _ => "The database does not answer as it should. Check its connection string and its disk.",
    };
}
