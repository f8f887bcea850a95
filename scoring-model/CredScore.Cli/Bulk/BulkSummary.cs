using System.Globalization;
using System.Text;

namespace CredScore.Cli.Bulk;

/// <summary>The last line of a run that ended well.</summary>
internal static class BulkSummary
{
    public static string Of(BulkTally tally, long earlierRows, TimeSpan elapsed, string path)
    {
        var rate = elapsed.TotalSeconds > 0 ? tally.Rows / elapsed.TotalSeconds : 0;
        var summary = new StringBuilder();

        summary.Append(CultureInfo.InvariantCulture, $"{tally.Rows:N0} rows in {elapsed.TotalSeconds:0.0} s ({rate:N0} a second): ")
            .Append(CultureInfo.InvariantCulture, $"{tally.Of(RowOutcome.Scored):N0} scored, ")
            .Append(CultureInfo.InvariantCulture, $"{tally.Of(RowOutcome.Insufficient):N0} with too little evidence, ")
            .Append(CultureInfo.InvariantCulture, $"{tally.Of(RowOutcome.Failed):N0} with an error.");

        if (earlierRows > 0)
        {
            summary.Append(CultureInfo.InvariantCulture, $" {earlierRows:N0} rows stood there before.");
        }

        if (tally.Input.Redirects + tally.Input.OtherPages > 0)
        {
            summary.Append(CultureInfo.InvariantCulture, $" Passed over: {tally.Input.Redirects:N0} redirects, {tally.Input.OtherPages:N0} pages that are no articles.");
        }

        return summary.Append(CultureInfo.InvariantCulture, $" {path}").ToString();
    }
}
