namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Lists the articles of categories and WikiProjects, a piece at a time. Throws <see cref="UpstreamException"/>.</summary>
internal sealed class WikipediaLists(ActionApi api)
{
    private const int Articles = 0;
    private const int Categories = 14;

    /// <summary>A piece of a category's articles, and of its subcategories when they are wanted.</summary>
    public async Task<ListPiece> ListCategoryAsync(string language, string name, bool withSubcategories, IReadOnlyDictionary<string, string>? from, CancellationToken cancellationToken)
    {
        var answer = await api.AskAsync(language, WikipediaQuery.Category(name, withSubcategories, from), cancellationToken);
        var members = answer.Query?.CategoryMembers ?? throw ActionApi.Unusable();
        return new(TitlesIn(members, Articles), [.. TitlesIn(members, Categories).Select(BareName)], ContinueOf(answer, from));
    }

    /// <summary>A piece of the articles that a WikiProject looks after; only some editions know.</summary>
    public async Task<ListPiece> ListProjectAsync(string language, string name, IReadOnlyDictionary<string, string>? from, CancellationToken cancellationToken)
    {
        var answer = await api.AskAsync(language, WikipediaQuery.Project(name, from), cancellationToken);
        return new(TitlesIn(answer.Query?.Projects?.Values.SelectMany(pages => pages) ?? throw ActionApi.Unusable(), Articles), [], ContinueOf(answer, from));
    }

    private static List<string> TitlesIn(IEnumerable<ApiMember?> members, int space) => [.. members.Where(member => member?.Ns == space).Select(member => member!.Title).OfType<string>()];

    // "Category" is another word in each language.
    private static string BareName(string title) => title[(title.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // A listing that goes on where it began would never end.
    private static Dictionary<string, string>? ContinueOf(ApiAnswer answer, IReadOnlyDictionary<string, string>? from)
    {
        var next = answer.Continue?.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        return next is not null && from is not null && next.Count == from.Count && next.All(pair => from.GetValueOrDefault(pair.Key) == pair.Value) ? throw ActionApi.Unusable() : next;
    }
}

/// <summary>A piece of a listing.</summary>
/// <param name="Titles">Articles.</param>
/// <param name="Subcategories">Names without their namespace.</param>
/// <param name="Continue">How to ask for the next piece; null when this was the last.</param>
internal sealed record ListPiece(IReadOnlyList<string> Titles, IReadOnlyList<string> Subcategories, Dictionary<string, string>? Continue);
