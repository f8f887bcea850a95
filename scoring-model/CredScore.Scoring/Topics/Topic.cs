namespace CredScore.Scoring.Topics;

/// <summary>A subject that students look up, with its names, its numbers in registers and reputable pages on it.</summary>
/// <param name="Name">Its name, in English and as an encyclopedia titles it; a word in brackets tells it from others of the name.</param>
/// <param name="Synonyms">Other names.</param>
/// <param name="Field"><c>medicine</c> for what a lesson is about, <c>health</c> for what whole courses are about, else the subject, such as <c>philosophy</c>.</param>
/// <param name="Identifiers">Numbers in registers by scheme, such as <c>mesh</c>: <c>D008457</c>.</param>
/// <param name="Links">Pages on it.</param>
public sealed record Topic(string Name, IReadOnlyList<string> Synonyms, string Field, IReadOnlyDictionary<string, string> Identifiers, IReadOnlyList<TopicLink> Links)
{
    /// <summary>Whether it belongs to medicine or health.</summary>
    public bool IsMedical => Field is "medicine" or Broad;

    /// <summary>Whether it is so wide that something more special beside it is what a page is about.</summary>
    public bool IsBroad => Field is Broad;

    private const string Broad = "health";
}

/// <summary>A page on a topic.</summary>
/// <param name="Publisher">Id of who publishes it, one of <see cref="Alternatives.Publisher"/>.</param>
/// <param name="Path">What the publisher's addresses end with; empty where the topic's name does.</param>
/// <param name="IsPart">Whether the page is about something wider and treats the topic among others, such as a chapter.</param>
public sealed record TopicLink(string Publisher, string Path, bool IsPart = false)
{
    /// <summary>What the publisher calls it; null where that is the topic's name.</summary>
    public string? Title { get; init; }
}
