using CredScore.Catalogues.Refreshing;
using CredScore.Scoring;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Model;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Api.Catalogues;

/// <summary>The scorer with the lists in use. A refresh puts another in its place, whole; who holds the old one finishes with it.</summary>
internal sealed partial class CurrentScorer(CatalogueFolder folder, ILogger<CurrentScorer> logger)
{
    private readonly Lock _loading = new();
    private volatile PageScorer? _scorer;
    private volatile TopicLinker _topics = TopicLinker.Embedded;
    private volatile SourceClassifier _classifier = new();

    /// <summary>The lists in use.</summary>
    public RefreshedLists Lists { get; private set; } = RefreshedLists.None;

    /// <summary>Says what pages are about, by the embedded topics and the lists in use.</summary>
    public TopicLinker Topics
    {
        get
        {
            _ = Scorer;
            return _topics;
        }
    }

    /// <summary>Says what kind of source something is, by the lists in use.</summary>
    public SourceClassifier Classifier
    {
        get
        {
            _ = Scorer;
            return _classifier;
        }
    }

    /// <summary>The lists in use and the version that they make with the core; null while nothing was scored yet.</summary>
    public ListsInUse? InUse => _scorer is { } scorer ? new(Lists, scorer.CatalogueVersion) : null;

    /// <summary>Today's scorer; the lists are read when it is first asked for.</summary>
    public PageScorer Scorer
    {
        get
        {
            if (_scorer is { } scorer)
            {
                return scorer;
            }

            lock (_loading)
            {
                return _scorer ?? Load();
            }
        }
    }

    /// <summary>Reads the lists again. True when they are others than before.</summary>
    public bool Reload()
    {
        lock (_loading)
        {
            var before = _scorer?.CatalogueVersion;
            return Load().CatalogueVersion != before;
        }
    }

    private PageScorer Load()
    {
        Lists = Open();
        _topics = Lists.All.Count == 0 ? TopicLinker.Embedded : new(TopicCatalogue.Embedded, ListTopics.Of(Lists));
        _classifier = new(CatalogueSet.Embedded.With(Lists));
        return _scorer = Lists.All.Count == 0
            ? PageScorer.Default
            : new PageScorer(_classifier) { Model = GradeModel.Embedded, Topics = _topics };
    }

    private RefreshedLists Open()
    {
        var faults = new List<string>();

        try
        {
            return folder.Open(faults);
        }
        catch (CatalogueFaultException exception)
        {
            faults.Add(exception.Message);
            return RefreshedLists.None;
        }
        finally
        {
            foreach (var fault in faults)
            {
                Log.ListNotUsed(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A refreshed list is not used. {Fault}")]
        public static partial void ListNotUsed(ILogger logger, string fault);
    }
}

/// <summary>Lists, and what answers by them call their catalogue.</summary>
internal sealed record ListsInUse(RefreshedLists Lists, string Version);
