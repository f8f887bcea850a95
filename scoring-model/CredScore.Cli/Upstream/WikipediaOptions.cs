namespace CredScore.Cli.Upstream;

/// <summary>Where and how Wikipedia is asked.</summary>
internal sealed record WikipediaOptions : UpstreamOptions
{
    public const string DefaultAddress = "https://{language}.wikipedia.org";
    public const string AddressVariable = "CREDSCORE_UPSTREAM";

    /// <summary>Address of the wiki; <c>{language}</c> stands for the language edition.</summary>
    public string Address { get; init; } = DefaultAddress;

    /// <summary>Shortest wait after Wikipedia said that its databases lag behind.</summary>
    /// <remarks>https://www.mediawiki.org/wiki/Manual:Maxlag_parameter asks for five seconds.</remarks>
    public TimeSpan LagDelay { get; init; } = TimeSpan.FromSeconds(5);

    public static WikipediaOptions From(string? upstream, Func<string, string?> environment)
        => new() { Address = AddressOf(upstream, environment(AddressVariable), DefaultAddress), Contact = environment(ContactVariable) };
}
