using System.Text;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>What names alone tell of labelled channels, without the registry, which knows some of them.</summary>
public sealed class ChannelAgreementTests
{
    [Test]
    public void Claims_an_institution_for_hardly_any_channel_that_is_none()
    {
        var rows = ReadCsv(SharedData.Find("youtube/labelled/french-science-channels.csv"));
        var (category, name) = (Array.IndexOf(rows[0], "category"), Array.IndexOf(rows[0], "channel_name"));
        var claimed = rows.Skip(1).Where(row => ChannelClassifier.Default.Classify(new() { Channel = new() { Name = row[name] } }).ClaimsInstitution).ToList();
        var right = claimed.Count(row => row[category] is "Institution");
        TestContext.Out.WriteLine($"{claimed.Count} of {rows.Count - 1} names claim an institution, {right} rightly.");

        Assert.That(claimed, Has.Count.GreaterThanOrEqualTo(50));
        Assert.That((double)right / claimed.Count, Is.GreaterThanOrEqualTo(0.95));
    }

    [Test]
    public void Claims_hardly_an_institution_that_supports_misinformation()
    {
        var rows = ReadCsv(SharedData.Find("youtube/labelled/covid-audit-geo.csv"));
        var (label, name) = (Array.IndexOf(rows[0], "annotation"), Array.IndexOf(rows[0], "channel"));
        var claimed = rows.Skip(1).Where(row => ChannelClassifier.Default.Classify(new() { Channel = new() { Name = row[name] } }).ClaimsInstitution).ToList();
        var supporting = claimed.Count(row => row[label] is "1");
        TestContext.Out.WriteLine($"{claimed.Count} videos of {rows.Count - 1} are of channels whose name claims an institution; {supporting} support misinformation.");

        Assert.That(claimed, Has.Count.GreaterThanOrEqualTo(80));
        Assert.That((double)supporting / claimed.Count, Is.LessThanOrEqualTo(0.05));
    }

    private static List<string[]> ReadCsv(string file)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;

        foreach (var c in File.ReadAllText(file).TrimStart('\uFEFF').ReplaceLineEndings("\n"))
        {
            if (c is '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();

                if (c is '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        }

        return rows;
    }
}
