namespace CredScore.Cli.Upstream;

/// <summary>Where and how Wikipedia is asked. An empty environment runs.</summary>
internal sealed record WikipediaOptions
{
    public const string DefaultAddress = "https://{language}.wikipedia.org";
    public const string AddressVariable = "CREDSCORE_UPSTREAM";
    public const string ContactVariable = "CREDSCORE_CONTACT";

    /// <summary>Address of the wiki; <c>{language}</c> stands for the language edition.</summary>
    public string Address { get; init; } = DefaultAddress;

    /// <summary>Mail or web address of whoever runs this, for the site's operators; null when not given.</summary>
    public string? Contact { get; init; }

    /// <summary>Longest wait for one attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Attempts after the first.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Wait before the second attempt when the site does not say; doubles from try to try.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Shortest wait after Wikipedia said that its databases lag behind.</summary>
    /// <remarks>https://www.mediawiki.org/wiki/Manual:Maxlag_parameter asks for five seconds.</remarks>
    public TimeSpan LagDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait that a site may ask for before we give up: a person is waiting.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest answer that is read, in bytes after decompression.</summary>
    public int LargestAnswer { get; init; } = 10 * 1024 * 1024;

    public static WikipediaOptions From(string? upstream, Func<string, string?> environment)
    {
        var address = upstream ?? environment(AddressVariable) ?? DefaultAddress;

        return Uri.TryCreate(address.Replace("{language}", "en", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            ? new() { Address = address, Contact = environment(ContactVariable) }
            : throw CommandFailure.BadInput($"{address} is not the address of a server: give one such as {DefaultAddress}.");
    }
}
