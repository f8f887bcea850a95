namespace CredScore.Scoring.Documents;

internal sealed partial class YouTubeParts
{
    /// <summary>The video that the documents are about; null with the reason when they are about none.</summary>
    public YouTubeVideo? Video(out YouTubeRefusal? refusal)
    {
        var ids = Ids();
        var id = ids.FirstOrDefault();
        var players = _players.Where(root => IsOf(id, YouTubePlayer.IdsOf(root).FirstOrDefault())).Select(root => new YouTubePlayer(root)).OrderBy(player => player.IsWhole ? 0 : 1).ToList();
        var nexts = _nexts.Where(root => IsOf(id, YouTubeNext.IdOf(root))).Select(root => new YouTubeNext(root)).Where(next => next.IsOfVideo).ToList();
        var plains = _plains.Where(root => IsOf(id, YouTubePlain.IdOf(root))).Select(root => new YouTubePlain(root)).ToList();
        var block = microdata is { IsOfVideo: true } && IsOf(id, microdata.Id) ? microdata : null;

        if (players.Count + nexts.Count + plains.Count == 0 && block is null)
        {
            refusal = _refusal ?? YouTubeRefusal.NotAVideo;
            return null;
        }

        refusal = null;
        return new YouTubeChoice(players, nexts, plains, block).Video(id, [.. ids.Skip(1)], language, fetchedAt);
    }

    private static bool IsOf(string? id, string? other) => other is null || other == id;

    // All ids that are named. The first is the video's: a whole player response plays it, whatever stands around; then a microformat, a next response, the rest.
    private List<string> Ids()
    {
        var named = _players.OrderBy(root => new YouTubePlayer(root).IsWhole ? 0 : 1).SelectMany(YouTubePlayer.IdsOf)
            .Concat(_nexts.Select(YouTubeNext.IdOf))
            .Concat(_plains.Select(YouTubePlain.IdOf))
            .Append(microdata is { IsOfVideo: true } ? microdata.Id : null);

        return [.. named.OfType<string>().Distinct()];
    }
}
