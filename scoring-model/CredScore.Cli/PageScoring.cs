using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Cli;

/// <summary>A text with all that is known of where it came from.</summary>
internal sealed record PageText(PageAddress Address, DocumentFormat Format, string Text)
{
    /// <summary>Title for the reader when the address gives only a number.</summary>
    public string? Title { get; init; }

    public PageRecord Record { get; init; } = PageRecord.Unknown;

    public Origin Origin { get; init; } = Origin.Submitted;

    /// <summary>The video, read already; null for an article.</summary>
    public YouTubeVideo? Video { get; init; }

    public static PageText Of(PageAddress address, YouTubeVideo video, Origin origin = Origin.Submitted)
        => new(address, DocumentFormat.Html, string.Empty) { Video = video, Origin = origin };
}

/// <summary>From a text to its assessment: single scores and bulk rows take the same way.</summary>
internal static class PageScoring
{
    public static Assessment Assess(PageText page, Ruleset? ruleset) => Assess(PageScorer.Default, page, ruleset);

    /// <summary>Says what pages are about, by the embedded topics and the refreshed lists.</summary>
    public static TopicLinker TopicsOf(RefreshedLists lists) => lists.All.Count == 0 ? TopicLinker.Embedded : new(TopicCatalogue.Embedded, ListTopics.Of(lists));

    /// <summary>The way for a mix of grades and for the refreshed lists.</summary>
    public static Func<PageText, Ruleset?, Assessment> For(ClassMix mix, RefreshedLists lists)
    {
        if (mix is ClassMix.Even && lists.All.Count == 0)
        {
            return Assess;
        }

        var scorer = new PageScorer(new SourceClassifier(CatalogueSet.Embedded.With(lists))) { Model = GradeModel.Embedded, ClassMix = mix, Topics = TopicsOf(lists) };
        return (page, ruleset) => Assess(scorer, page, ruleset);
    }

    private static Assessment Assess(PageScorer scorer, PageText page, Ruleset? ruleset)
    {
        var assessment = page.Video is { } video
            ? scorer.Assess(page.Address, video, ruleset)
            : scorer.Assess(page.Address, Read(page), ruleset);
        return assessment with { Origin = page.Origin };
    }

    private static WikipediaArticle Read(PageText page)
    {
        var context = new ArticleContext
        {
            Title = page.Address.Title ?? page.Title,
            Language = page.Address.Language ?? ArticleContext.Unknown.Language,
            Record = page.Record,
        };

        return page.Format is DocumentFormat.Html ? HtmlReader.Read(page.Text, context) : WikitextReader.Read(page.Text, context);
    }
}
