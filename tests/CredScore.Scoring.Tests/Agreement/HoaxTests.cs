using System.Text;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Tests.Agreement;

[Category("RealData")]
public sealed class HoaxTests
{
    [Test]
    public void Never_calls_a_proven_hoax_strong()
    {
        var hoaxes = ReadCsv(File.ReadAllText(SharedData.Find("wikipedia/hoaxes.csv"))).Skip(1).Select(row => row.MaxBy(cell => cell.Length)!).ToList();
        Assert.That(hoaxes, Has.Count.GreaterThan(100));

        var bands = hoaxes.Select(text => PageScorer.Default.Assess(PageAddress.OfArticle("en", "Hoax"), WikitextReader.Read(text, ArticleContext.Unknown)).Band);
        Assert.That(bands, Has.None.EqualTo(Band.Strong));
    }

    private static IEnumerable<List<string>> ReadCsv(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var inQuotes = false;

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            if (c == '"' && inQuotes && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (!inQuotes && c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();

                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }
    }
}
