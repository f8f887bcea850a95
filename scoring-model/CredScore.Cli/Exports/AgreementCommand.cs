using System.CommandLine;
using System.Globalization;
using CredScore.Exports.Appraisals;
using CredScore.Exports.Columns;
using CredScore.Exports.Statistics;
using CsvHelper;

namespace CredScore.Cli.Exports;

/// <summary><c>credscore agreement</c>: how far people agree who appraised the same pages.</summary>
internal static class AgreementCommand
{
    private const int Least = AppraisalForm.Least;
    private const int Most = AppraisalForm.Most;
    private const long LongestInput = 100_000_000;

    private const string Purpose =
        """
        Tells how far raters agree who appraised the same pages by a form of items from 1 to 5 (DISCERN's scale): Fleiss' kappa, the mean of Cohen's kappas of all pairs
        with squared weights, and the intraclass correlations. RATINGS is CSV with the columns page, rater, optionally group, and one for each item; an empty cell is
        an item left out. Where columns begin with "answers.", as in an export of appraisals, they alone are items. Groups of fewer than five raters are not shown.

        Exit codes: 0 done, 2 the table cannot be read.
        """;

    private static readonly string[] Names = ["page", "rater", "group"];

    private static readonly Argument<string> Ratings = new("RATINGS") { Description = "Table of ratings, a row for each page and rater." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("agreement", Purpose) { Ratings };

        command.SetAction((parsed, _) =>
        {
            foreach (var group in Read(parsed.GetRequiredValue(Ratings)).GroupBy(rating => rating.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                Write(terminal.Output, group.Key, [.. group]);
            }

            return Task.FromResult(ExitCode.Done);
        });

        return command;
    }

    private static void Write(TextWriter output, string group, IReadOnlyList<(string Group, string Item, ItemRating Rating)> ratings)
    {
        if (ratings.Select(rating => rating.Rating.Rater).Distinct().Count() < ItemAgreement.FewestRaters)
        {
            output.WriteLine($"{(group.Length > 0 ? $"{Sentence.Plain(group)}: fewer" : "Fewer")} than {ItemAgreement.FewestRaters} raters: not shown.");
            return;
        }

        output.WriteLine(FormattableString.Invariant($"{Sentence.Plain(group.Length > 0 ? group : "All"),-24}{"raters",8}{"pages",8}{"Fleiss",9}{"Cohen",9}{"ICC(1,1)",10}{"ICC(2,1)",10}{"ICC(3,1)",10}"));

        foreach (var item in ratings.GroupBy(rating => rating.Item))
        {
            var found = ItemAgreement.Of(item.Select(rating => rating.Rating), Least, Most);
            output.WriteLine(found is null
                ? FormattableString.Invariant($"{Sentence.Plain(item.Key),-24}  fewer than {ItemAgreement.FewestRaters} raters: not shown")
                : FormattableString.Invariant($"{Sentence.Plain(item.Key),-24}{found.Raters,8}{found.Pages,8}{Number(found.FleissKappa),9}{Number(found.MeanCohenKappa),9}{Number(found.Correlation?.OneWay),10}{Number(found.Correlation?.TwoWay),10}{Number(found.Correlation?.Consistency),10}"));
        }
    }

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static List<(string Group, string Item, ItemRating Rating)> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Length: > LongestInput })
            {
                throw CommandFailure.BadInput($"{path} is larger than {LongestInput / 1_000_000} MB: no table of ratings is.");
            }

            using var csv = CsvReader.FromFile(path);
            csv.ReadHeader();
            return Read(csv, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw CommandFailure.BadInput($"{path} could not be read as a table of ratings: {Sentence.Of(exception)}", exception);
        }
    }

    private static List<(string Group, string Item, ItemRating Rating)> Read(CsvReader csv, string path)
    {
        // An export of appraisals has more columns than a plain table; its answers are marked.
        string[] marked = [.. csv.Headers.Where(name => name.StartsWith(AppraisalColumns.AnswerPrefix, StringComparison.Ordinal))];
        string[] items = marked.Length > 0 ? marked : [.. csv.Headers.Where(name => !Names.Contains(name))];

        if (!csv.Headers.Contains("page") || !csv.Headers.Contains("rater") || items.Length == 0)
        {
            throw CommandFailure.BadInput($"{path} lacks what is looked for: the columns page and rater, and one for each item.");
        }

        var ratings = new List<(string, string, ItemRating)>();
        var row = 1;

        while (csv.Read())
        {
            row++;

            foreach (var item in items)
            {
                if (csv.GetString(item) is { Length: > 0 } text)
                {
                    ratings.Add((csv.Headers.Contains("group") ? csv.GetString("group") : "", item, new(csv.GetString("page"), csv.GetString("rater"), ValueOf(text, item, row))));
                }
            }
        }

        return ratings;
    }

    private static int ValueOf(string text, string item, int row)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= Least and <= Most
            ? value
            : throw CommandFailure.BadInput($"Row {row}: {item} is a whole number from {Least} to {Most}.");
}
