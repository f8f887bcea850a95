namespace CredScore.Cli.Upstream;

/// <summary>How patiently a site is asked, and as whom. An empty environment runs.</summary>
internal abstract record UpstreamOptions
{
    public const string ContactVariable = "CREDSCORE_CONTACT";

    /// <summary>Mail or web address of whoever runs this, for the site's operators; null when not given.</summary>
    public string? Contact { get; init; }

    /// <summary>Longest wait for one attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Attempts after the first.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Wait before the second attempt when the site does not say; doubles from try to try.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait that a site may ask for before we give up: a person is waiting.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest answer that is read, in bytes after decompression.</summary>
    public int LargestAnswer { get; init; } = 10 * 1024 * 1024;

    /// <summary>The server to be asked: as given, else by the environment, else the site itself.</summary>
    protected static string AddressOf(string? given, string? fromEnvironment, string usual)
    {
        var address = given ?? fromEnvironment ?? usual;

        return Uri.TryCreate(address.Replace("{language}", "en", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? address
            : throw CommandFailure.BadInput($"{address} is not the address of a server: give one such as {usual}.");
    }
}
