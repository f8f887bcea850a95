using CredScore.Exports.Columns;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Exports;

/// <summary>Scores rows again and counts which are the same.</summary>
internal sealed class Verification(IReadOnlyDictionary<string, Ruleset> rulesets)
{
    public long Rows { get; private set; }

    public long Same { get; private set; }

    public long Different { get; private set; }

    public long NotChecked { get; private set; }

    /// <summary>Rows that say themselves why they have no assessment.</summary>
    public long Unscored { get; private set; }

    public long Faults => Different + NotChecked;

    /// <summary>Checks a row; answers with a sentence where it is not the same.</summary>
    public string? Check(ExportRow row)
    {
        Rows++;

        if (row.Error is not null)
        {
            Unscored++;
            return null;
        }

        if (Obstacle(row, out var ruleset) is { } obstacle)
        {
            NotChecked++;
            return $"{row.Key}: {obstacle}";
        }

        var again = Rescoring.Rescore(row, handle: null, row.Versions!.Model, [], ruleset!);

        if (Difference(row, again) is { } difference)
        {
            Different++;
            return $"{row.Key}: {difference}";
        }

        Same++;
        return null;
    }

    private string? Obstacle(ExportRow row, out Ruleset? ruleset)
    {
        ruleset = row.Versions is { } versions ? rulesets.GetValueOrDefault(versions.Ruleset) ?? Rulesets.Find(versions.Ruleset) : null;

        return row switch
        {
            { Features: null } => "The table holds no feature values. Export it with all columns.",
            { Versions: null } => "The table does not say which ruleset scored it. Export it with all columns.",
            _ when ruleset is null => $"There is no ruleset {row.Versions.Ruleset} here. Give the whole package, which holds it.",
            _ when ruleset.Overrides.Count > 0 => $"The ruleset {ruleset.Key} has words of its own on sources, which feature values alone do not hold.",
            _ when ruleset.Site != row.Kind => $"The ruleset {ruleset.Key} judges pages of {ruleset.Site}.",
            _ => null,
        };
    }

    private static string? Difference(ExportRow row, ExportRow again)
    {
        if (row.Score != again.Score || row.Band != again.Band || row.Confidence != again.Confidence)
        {
            return FormattableString.Invariant($"score {row.Score} ({row.Band}, confidence {row.Confidence}) stands there, and scoring again gives {again.Score} ({again.Band}, confidence {again.Confidence}).");
        }

        return row.Criteria.Where(criterion => criterion.Value != again.PointsOf(criterion.Key)).Select(criterion => criterion.Key).FirstOrDefault() is { } differs
            ? FormattableString.Invariant($"{row.PointsOf(differs)} points of {differs} stand there, and scoring again gives {again.PointsOf(differs)}.")
            : null;
    }
}
