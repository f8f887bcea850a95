namespace CredScore.Scoring.Documents;

/// <summary>What a caller knows about a text beside the text itself.</summary>
public sealed record ArticleContext
{
    public static ArticleContext Unknown { get; } = new();

    public string? Title { get; init; }

    public string Language { get; init; } = "en";

    public PageRecord Record { get; init; } = PageRecord.Unknown;
}
