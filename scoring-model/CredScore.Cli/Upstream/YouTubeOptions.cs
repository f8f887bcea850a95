namespace CredScore.Cli.Upstream;

/// <summary>Where and how YouTube is asked: one page for one command, and hardly a second try.</summary>
internal sealed record YouTubeOptions : UpstreamOptions
{
    public const string DefaultAddress = "https://www.youtube.com";
    public const string AddressVariable = "CREDSCORE_YOUTUBE";

    public YouTubeOptions() => Retries = 1;

    /// <summary>Address of the server that has the watch pages.</summary>
    public string Address { get; init; } = DefaultAddress;

    public static YouTubeOptions From(string? upstream, Func<string, string?> environment)
        => new() { Address = AddressOf(upstream, environment(AddressVariable), DefaultAddress), Contact = environment(ContactVariable) };
}
