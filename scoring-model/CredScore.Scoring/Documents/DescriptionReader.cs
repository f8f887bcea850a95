namespace CredScore.Scoring.Documents;

/// <summary>
/// Reads what a video's description refers to and what it discloses: once over its lines, in time that grows with their length. A link counts as a source where the
/// description calls it one, where it carries an identifier, or where our catalogue of hosts knows a source behind it; never where it is the owner's, a shop or a sponsor.
/// </summary>
public static class DescriptionReader
{
    // YouTube allows 5,000 characters; more than this is no description.
    private const int LongestDescription = 100_000;
    private const int MostLinks = 400;

    /// <summary>Reads the description of a video; what is not there gives empty lists.</summary>
    public static VideoDescription Read(YouTubeVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var text = video.Description.AsSpan();
        text = text[..Math.Min(text.Length, LongestDescription)];
        var walk = new DescriptionWalk(video);

        foreach (var range in text.Split('\n'))
        {
            walk.ReadLine(text[range].Trim());
        }

        for (var i = 0; i < video.DescriptionLinks?.Count && i < MostLinks; i++)
        {
            walk.ReadLink(video.DescriptionLinks[i]);
        }

        return walk.Finish();
    }
}
