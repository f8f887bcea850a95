using System.Globalization;
using CredScore.Api.Problems;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Console.Teaching;

/// <summary>A draft with what a form says of it. What the form does not name stays as it is; what is no number is refused by name.</summary>
internal static class DraftForm
{
    public static ReadOnlyMemory<byte> Read(Ruleset draft, IFormCollection form) => RulesetWriter.Write(draft with
    {
        Name = form["name"].ToString() is { Length: > 0 } name ? name : draft.Name,
        Criteria = [.. draft.Criteria.Select(criterion => criterion with
        {
            Weight = Number(form, $"c.{criterion.Id}", criterion.Weight),
            Measures = [.. criterion.Measures.Select(measure => measure with { Weight = Number(form, $"m.{measure.Id}", measure.Weight), Curve = CurveOf(form, measure) })],
        })],
        Caps = [.. draft.Caps.Select(cap => cap with { Limit = Number(form, $"l.{cap.Id}", cap.Limit) })],
        Bands = new(Number(form, "fair", draft.Bands.Fair), Number(form, "strong", draft.Bands.Strong), Number(form, "confidence", draft.Bands.Confidence)),
        Overrides = [.. WordsIn(form)],
    });

    private static IEnumerable<Override> WordsIn(IFormCollection form)
    {
        var (kinds, values, counts, points, reasons) = (form["o.kind"], form["o.value"], form["o.counts"], form["o.points"], form["o.because"]);

        if (new[] { kinds.Count, counts.Count, points.Count, reasons.Count }.Any(count => count != values.Count))
        {
            throw AccountProblems.Invalid("The rows of trusted and distrusted sources are incomplete.");
        }

        for (var i = 0; i < values.Count; i++)
        {
            // An emptied row is taken away.
            if (!string.IsNullOrWhiteSpace(values[i]))
            {
                var isOfPages = kinds[i] is OverrideKinds.Page or OverrideKinds.Channel;
                var decides = isOfPages ? string.IsNullOrWhiteSpace(points[i]) ? Override.UsualPoints : Number(points[i]!, "points") : (double?)null;
                yield return new(kinds[i]!, values[i]!.Trim(), counts[i]!, reasons[i]!.Trim(), decides);
            }
        }
    }

    // A new point may stand in the last row, wherever it lies; a row that is emptied is taken away.
    private static Curve CurveOf(IFormCollection form, Measure measure)
    {
        if (!form.TryGetValue($"x.{measure.Id}", out var at))
        {
            return measure.Curve;
        }

        var shares = form[$"y.{measure.Id}"];
        var points = at.Zip(shares).Where(point => !string.IsNullOrWhiteSpace(point.First) || !string.IsNullOrWhiteSpace(point.Second))
            .Select(point => (X: Number(point.First!, $"A point of {measure.Label}"), Y: Number(point.Second!, $"A share of {measure.Label}")))
            .OrderBy(point => point.X).ToList();
        var fault = at.Count == shares.Count ? Curve.FaultIn(points) : "A point is incomplete.";
        return fault is null ? new(points) : throw AccountProblems.Invalid($"{measure.Label}: {fault}");
    }

    private static double Number(IFormCollection form, string name, double otherwise) => form.TryGetValue(name, out var text) ? Number(text.ToString(), name) : otherwise;

    private static double Number(string text, string name)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw AccountProblems.Invalid($"{name} is no number.");
}
