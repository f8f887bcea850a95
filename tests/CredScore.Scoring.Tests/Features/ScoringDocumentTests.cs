using System.Text;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Tests.Features;

public sealed class ScoringDocumentTests
{
    private const string Start = "--filter ScoringDocument` -->";
    private const string End = "<!-- end of features -->";

    [Test]
    public void Lists_every_feature_as_it_is_declared()
    {
        var path = Path.Combine(SharedData.Root, "docs", "scoring.md");
        var document = File.ReadAllText(path);
        var start = document.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = document.IndexOf(End, StringComparison.Ordinal);
        var expected = Table();

        if (Environment.GetEnvironmentVariable("CREDSCORE_APPROVE") == "1")
        {
            File.WriteAllText(path, document[..start] + expected + document[end..]);
            return;
        }

        Assert.That(document[start..end], Is.EqualTo(expected), "docs/scoring.md lags behind the declarations: run the tests with CREDSCORE_APPROVE=1 and look at the difference.");
    }

    private static string Table()
    {
        var table = new StringBuilder("\n| feature | unit | what it is |\n| --- | --- | --- |\n");

        foreach (var feature in ArticleFeatures.All)
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
