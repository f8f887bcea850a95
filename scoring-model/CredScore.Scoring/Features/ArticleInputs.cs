using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Features;

/// <summary>What the features of an article are read from: the document, its classified sources, and the counts that several features share.</summary>
public sealed class ArticleInputs : PageInputs
{
    private TopicProfile? _topic;
    private List<int>? _sourceYears;

    public ArticleInputs(WikipediaArticle article, IReadOnlyList<ClassifiedSource> references)
        : base(references, article?.References is not null)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article = article;
        NewestYear = FindNewestYear(references);
        AsOf = article.Record.FetchedAt?.Year ?? article.Record.RevisionTime?.Year ?? NewestYear;
        Kind = TopicKinds.Find(article);
    }

    public WikipediaArticle Article { get; }

    /// <summary>The year to measure ages from: when the page was fetched, else saved, else the newest year its references name. Null when nothing tells.</summary>
    public int? AsOf { get; }

    /// <summary>The kind of medical subject, which says what sections to expect; null when it is none or not known.</summary>
    public TopicKind? Kind { get; }

    /// <summary>Which ruleset the page's topic asks for.</summary>
    public TopicProfile Topic => _topic ??= TopicProfiler.Find(this);

    public int Words => Article.Prose.Words;

    /// <summary>The newest year that the references name: of publication or of the last visit.</summary>
    public int? NewestYear { get; }

    /// <summary>The years of the sources that tell theirs, oldest first.</summary>
    public IReadOnlyList<int> SourceYears => _sourceYears ??= ReadYears();

    private static int? FindNewestYear(IReadOnlyList<ClassifiedSource> references)
    {
        int? newest = null;

        foreach (var source in references)
        {
            var year = Math.Max(source.Reference.Year ?? 0, source.Reference.AccessYear ?? 0);
            newest = year > (newest ?? 0) ? year : newest;
        }

        return newest;
    }

    private List<int> ReadYears()
    {
        var years = new List<int>(CountOf(SourceTrait.Dated));

        foreach (var source in Sources)
        {
            if (source.Reference.Year is { } year)
            {
                years.Add(year);
            }
        }

        years.Sort();
        return years;
    }
}
