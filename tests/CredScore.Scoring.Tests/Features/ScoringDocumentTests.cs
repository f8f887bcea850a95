using System.Text;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Tests.Features;

public sealed class ScoringDocumentTests
{
    [TestCase("wikipedia", "--filter ScoringDocument` -->", "<!-- end of features -->")]
    [TestCase("youtube", "<!-- features of videos: written in the same way -->", "<!-- end of features of videos -->")]
    public void Lists_every_feature_as_it_is_declared(string site, string first, string last)
    {
        var path = Path.Combine(SharedData.Root, "docs", "scoring.md");
        var document = File.ReadAllText(path);
        var start = document.IndexOf(first, StringComparison.Ordinal) + first.Length;
        var end = document.IndexOf(last, start, StringComparison.Ordinal);
        var expected = Table(AllFeatures.Of(site));

        if (Environment.GetEnvironmentVariable("CREDSCORE_APPROVE") == "1")
        {
            File.WriteAllText(path, document[..start] + expected + document[end..]);
            return;
        }

        Assert.That(document[start..end], Is.EqualTo(expected), "docs/scoring.md lags behind the declarations: run the tests with CREDSCORE_APPROVE=1 and look at the difference.");
    }

    private static string Table(IReadOnlyList<Feature> features)
    {
        var table = new StringBuilder("\n| feature | unit | what it is |\n| --- | --- | --- |\n");

        foreach (var feature in features)
        {
            table.Append("| `").Append(feature.Name).Append("` | ").Append(UnitOf(feature.Unit)).Append(" | ").Append(feature.Description).Append(" |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string UnitOf(FeatureUnit unit) => unit switch
    {
        FeatureUnit.PerThousandWords => "per 1,000 words",
        _ => unit.ToString().ToLowerInvariant(),
    };
}
