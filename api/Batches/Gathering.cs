using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredScore.Api.Batches;

/// <summary>Where the pages of a batch are listed by a site, and how far the listing has come. It is stored after each piece, in the same step as the rows it gave.</summary>
/// <param name="Kind">What lists them.</param>
/// <param name="Name">The category without its namespace, the WikiProject, or the id of the playlist.</param>
/// <param name="Language">Edition of Wikipedia; null for a playlist.</param>
/// <param name="Depth">Levels of subcategories that are followed.</param>
internal sealed partial record Gathering(GatheringKind Kind, string Name, string? Language, int Depth)
{
    private static readonly SearchValues<char> NotInTitles = SearchValues.Create("#<>[]|{}\n");

    /// <summary>Categories that are still to be listed, each with its level.</summary>
    public IReadOnlyList<PendingCategory> Pending { get; init; } = [];

    /// <summary>Categories that were listed or are about to be, so that circles end.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>Where the listing at hand goes on, as the site said; null at its beginning.</summary>
    public Dictionary<string, string>? Continue { get; init; }

    /// <summary>Pieces in a row that could not be had.</summary>
    public int Attempts { get; init; }

    /// <summary>For people: where the pages are from.</summary>
    public string Words => Kind switch
    {
        GatheringKind.Category => string.Create(CultureInfo.InvariantCulture, $"category {Name} ({Language}, {Depth} levels deep)"),
        GatheringKind.WikiProject => $"WikiProject {Name} ({Language})",
        _ => $"playlist {Name}",
    };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Gathering OfJson(string json) => JsonSerializer.Deserialize<Gathering>(json)!;

    /// <summary>What a sender names; null when they name nothing. Throws <see cref="Problems.RefusedException"/> when it cannot be listed.</summary>
    public static Gathering? Read(Func<string, string?> valueOf, BatchOptions options)
    {
        string? Of(string member) => valueOf(member) is { Length: > 0 } text ? text.Trim() : null;
        var language = Of("language") ?? Of("category.language") ?? Of("wikiProject.language") ?? "en";

        return (Of("category") ?? Of("category.title"), Of("wikiProject") ?? Of("wikiProject.name"), Of("playlist")) switch
        {
            (null, null, null) => null,
            ({ } category, null, null) => OfCategory(category, language, Of("depth") ?? Of("category.depth"), options),
            (null, { } project, null) => new(GatheringKind.WikiProject, Checked(Bare(project, "WikiProject "), language), language, 0),
            (null, null, { } playlist) => new(GatheringKind.Playlist, PlaylistIn(playlist), null, 0),
            _ => throw BatchProblems.Invalid("Name a category, a wikiProject or a playlist, not several."),
        };
    }

    private static Gathering OfCategory(string category, string language, string? depth, BatchOptions options)
    {
        if (!int.TryParse(depth ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var levels) || levels > options.MostDepth)
        {
            throw BatchProblems.Invalid(string.Create(CultureInfo.InvariantCulture, $"depth is a number from 0 to {options.MostDepth}."));
        }

        var name = Checked(Bare(category, "Category:"), language);
        return new(GatheringKind.Category, name, language, levels) { Pending = [new(name, 0)], Seen = [name] };
    }

    private static string Checked(string name, string language) => Edition().IsMatch(language) && name.Length is > 0 and <= 255 && !name.AsSpan().ContainsAny(NotInTitles)
        ? name
        : throw BatchProblems.Invalid("A category or WikiProject has a title of at most 255 characters, and language is the code of an edition such as en.");

    private static string Bare(string name, string prefix)
    {
        var spaced = name.Replace('_', ' ').Trim();
        return spaced.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? spaced[prefix.Length..].Trim() : spaced;
    }

    // A channel's uploads are a playlist: UC… becomes UU….
    private static string PlaylistIn(string text)
    {
        var id = PlaylistAddress().Match(text) is { Success: true } match ? match.Groups[1].Value : text;
        id = ChannelAddress().Match(id) is { Success: true } channel ? $"UU{channel.Groups[1].Value}" : id;
        return PlaylistId().IsMatch(id) ? id : throw BatchProblems.Invalid("playlist is the address or id of a public playlist, or of a channel (UC…).");
    }

    [GeneratedRegex("^[a-z][a-z-]{1,19}$", RegexOptions.None, 100)]
    private static partial Regex Edition();

    [GeneratedRegex(@"^https?://(?:www\.|m\.|music\.)?youtube\.com/(?:playlist|watch)\?(?:[^#]*&)?list=([\w-]+)", RegexOptions.IgnoreCase, 100)]
    private static partial Regex PlaylistAddress();

    [GeneratedRegex(@"^(?:https?://(?:www\.|m\.)?youtube\.com/channel/)?UC([\w-]{22})(?:[/?#].*)?$", RegexOptions.None, 100)]
    private static partial Regex ChannelAddress();

    [GeneratedRegex("^(PL|UU|FL|OL|LL|RD)[A-Za-z0-9_-]{8,64}$", RegexOptions.None, 100)]
    private static partial Regex PlaylistId();
}

/// <summary>What lists the pages of a batch.</summary>
internal enum GatheringKind
{
    Category,
    WikiProject,
    Playlist,
}

/// <summary>A category that is to be listed.</summary>
internal sealed record PendingCategory(string Name, int Level);
