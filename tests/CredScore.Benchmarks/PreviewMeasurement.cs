using CredScore.Api.Rulesets;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Benchmarks;

/// <summary>A slider of the editor moves: a thousand stored pages by both rulesets, with movers, bands, warnings and agreement.</summary>
internal static class PreviewMeasurement
{
    private const double MillisecondsAChange = 200;
    private const int Rounds = 15;

    public static async Task RunAsync(BarSheet sheet)
    {
        var texts = RealData.HasArticles ? RealData.Articles() : Enumerable.Range(0, PreviewPanel.MostPages).Select(SampleArticles.Ordinary);
        var panel = texts.Take(PreviewPanel.MostPages).Select(PageOf).ToList();
        var before = Rulesets.Find("medical")!;
        var (processor, wall) = (new List<double>(), new List<double>());

        for (var round = 0; round < 2 * Rounds; round++)
        {
            // Each moves the slider somewhere else, so that nothing made for a ruleset is used again.
            var after = before with { Criteria = [.. before.Criteria.Select((criterion, index) => index == 0 ? criterion with { Weight = 20 + round } : criterion)] };
            var start = TimeProvider.System.GetTimestamp();
            processor.Add(Meter.Time(() => RulesetPreview.Of(before, after, panel)));
            wall.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        sheet.AtMost($"preview of a change over {panel.Count:N0} pages", Meter.Median(processor.Skip(Rounds)), MillisecondsAChange, "ms", $"processor time; {Meter.Spread(processor.Skip(Rounds))}");
        sheet.Note("the same as an educator waits for it", Meter.Median(wall.Skip(Rounds)), "ms", Meter.Spread(wall.Skip(Rounds)));
        await Task.CompletedTask;
    }

    // As the service holds it: read from what is stored, without the text.
    private static PanelPage PageOf(string wikitext, int index)
    {
        var assessment = PageScorer.Default.Assess(PageAddress.OfArticle("en", $"Article {index}"), WikitextReader.Read(wikitext, new() { Title = $"Article {index}" }));
        return new(assessment.Page.Title, assessment.Page, assessment.References, assessment.Features);
    }
}
