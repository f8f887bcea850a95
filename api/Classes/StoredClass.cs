namespace CredScore.Api.Classes;

/// <summary>An educator's group: whose rules its students' scores follow and what they are told to read. It knows how many joined, not who.</summary>
internal sealed class StoredClass
{
    public int Id { get; set; }

    /// <summary>What students type, without hyphen: see <see cref="ClassCode"/>.</summary>
    public required string Code { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>The educator, as students see it.</summary>
    public required string Author { get; set; }

    public required string Name { get; set; }

    public string Subject { get; set; } = "";

    public string Level { get; set; } = "";

    /// <summary>Key of the published ruleset for articles; null for the one that a page's topic asks for.</summary>
    public string? ArticleRuleset { get; set; }

    /// <summary>The same for videos.</summary>
    public string? VideoRuleset { get; set; }

    /// <summary>How many joined less how many left: a number and no list.</summary>
    public int Members { get; set; }

    /// <summary>Whether its students and educators may leave appraisals of pages, which researchers then see without names. Off until its educator switches it on.</summary>
    public bool CollectsAppraisals { get; set; }

    /// <summary>Changes with every saving.</summary>
    public required string Stamp { get; set; }

    public required DateTime ChangedAt { get; set; }

    public List<StoredRecommendation> Recommendations { get; init; } = [];
}

/// <summary>A page or book that an educator recommends on a topic.</summary>
internal sealed class StoredRecommendation
{
    public int Id { get; set; }

    public int ClassId { get; set; }

    /// <summary>Words of the topic, as a page's title may hold them; empty for every page.</summary>
    public required string Topic { get; set; }

    public required string Title { get; set; }

    public required string Url { get; set; }

    public required string Why { get; set; }
}
