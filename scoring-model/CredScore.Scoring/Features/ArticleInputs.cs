using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Features;

/// <summary>What the features of an article are read from: the document, its classified sources, and the counts that several features share.</summary>
public sealed class ArticleInputs
{
    private readonly int[] _types = new int[Enum.GetValues<SourceType>().Length];
    private TopicProfile? _topic;

    public ArticleInputs(WikipediaArticle article, IReadOnlyList<ClassifiedSource> references)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(references);
        Article = article;
        References = references;
        // A remark is no source, and a short footnote is a call of the entry it points at.
        Sources = [.. references.Where(source => source.Reference.Kind is not (ReferenceKind.Note or ReferenceKind.ShortFootnote))];
        AsOf = article.Record.FetchedAt?.Year ?? article.Record.RevisionTime?.Year ?? NewestYear(references);
        Kind = TopicKinds.Find(article);

        foreach (var source in Sources)
        {
            _types[(int)source.Type]++;
        }
    }

    public WikipediaArticle Article { get; }

    /// <summary>Every entry of the list and of bibliographies, classified.</summary>
    public IReadOnlyList<ClassifiedSource> References { get; }

    /// <summary>The entries that are sources: without remarks and short footnotes.</summary>
    public IReadOnlyList<ClassifiedSource> Sources { get; }

    /// <summary>Whether the reference list could be read at all.</summary>
    public bool HasReferences => Article.References is not null;

    /// <summary>Sources whose type is known.</summary>
    public int Classified => Sources.Count - _types[(int)SourceType.Unknown];

    /// <summary>The year to measure ages from: when the page was fetched, else saved, else the newest year its references name. Null when nothing tells.</summary>
    public int? AsOf { get; }

    /// <summary>The kind of medical subject, which says what sections to expect; null when it is none or not known.</summary>
    public TopicKind? Kind { get; }

    /// <summary>Which ruleset the page's topic asks for.</summary>
    public TopicProfile Topic => _topic ??= TopicProfiler.Find(this);

    public int Words => Article.Prose.Words;

    /// <summary>Number of sources of a type.</summary>
    public int CountOf(SourceType type) => _types[(int)type];

    /// <summary>Number of sources of several types.</summary>
    public int CountOf(params ReadOnlySpan<SourceType> types)
    {
        var count = 0;

        foreach (var type in types)
        {
            count += _types[(int)type];
        }

        return count;
    }

    private static int? NewestYear(IReadOnlyList<ClassifiedSource> references)
    {
        int? newest = null;

        foreach (var source in references)
        {
            var year = Math.Max(source.Reference.Year ?? 0, source.Reference.AccessYear ?? 0);
            newest = year > (newest ?? 0) ? year : newest;
        }

        return newest;
    }
}
