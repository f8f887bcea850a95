using CredScore.Scoring.Model;
using Microsoft.ML.Data;

namespace CredScore.Cli.Training;

/// <summary>A row as it is learnt from.</summary>
/// <param name="Weight">What it counts against others.</param>
/// <param name="IsJudged">Whether it is of the topic that the model is for.</param>
internal sealed record TextTrainingRow(TextRow Row, IReadOnlyList<TextTerm> Terms, float Weight, bool IsJudged = true);

/// <summary>The places that are learnt: each with a column for Microsoft.ML and what its terms count before a weight is learnt.</summary>
internal sealed class TextColumns
{
    /// <summary>A term that fewer channels use is a name or a habit of theirs, and is not learnt.</summary>
    public const int FewestGroups = 3;

    private readonly Dictionary<int, (int Column, float Scale)> _places;

    private TextColumns(Dictionary<int, (int Column, float Scale)> places) => _places = places;

    // Microsoft.ML takes no empty vector.
    public int Count => Math.Max(1, _places.Count);

    public static TextColumns Of(TextScaling scaling, TextShape shape, IReadOnlyList<TextTrainingRow> rows)
    {
        var uses = new Dictionary<int, Use>();

        foreach (var row in rows)
        {
            var weight = CountOf(row, scaling);

            foreach (var place in row.Terms.Select(term => term.Place).Distinct())
            {
                if (!uses.TryGetValue(place, out var use))
                {
                    uses.Add(place, use = new());
                }

                use.Add(row, weight);
            }
        }

        var all = new Totals(rows.Count, rows.Sum(row => row.Row.Label > 0 ? CountOf(row, scaling) : 0), rows.Sum(row => row.Row.Label < 0 ? CountOf(row, scaling) : 0));
        var kept = uses.Where(use => use.Key >= shape.HashedPlaces || use.Value.Groups.Count >= FewestGroups).OrderBy(use => use.Key);
        return new(kept.Select((use, column) => (use.Key, (column, use.Key >= shape.HashedPlaces ? 1 : use.Value.Scale(scaling, all)))).ToDictionary(place => place.Key, place => place.Item2));
    }

    public VBuffer<float> Pack(IReadOnlyList<TextTerm> terms)
    {
        var values = new SortedDictionary<int, float>();

        foreach (var term in terms)
        {
            if (_places.TryGetValue(term.Place, out var place))
            {
                values[place.Column] = values.GetValueOrDefault(place.Column) + (term.Value * place.Scale);
            }
        }

        return new(Count, values.Count, [.. values.Values], [.. values.Keys]);
    }

    /// <summary>Weights by place for unscaled terms, from weights by column.</summary>
    public Dictionary<int, float> Weights(IReadOnlyList<float> columns)
        => _places.Where(place => columns[place.Value.Column] != 0).ToDictionary(place => place.Key, place => columns[place.Value.Column] * place.Value.Scale);

    private static float CountOf(TextTrainingRow row, TextScaling scaling) => scaling is TextScaling.JudgedRatio && !row.IsJudged ? 0 : row.Weight;

    private readonly record struct Totals(int Rows, float Promoting, float Debunking);

    private sealed class Use
    {
        private int _rows;
        private float _promoting;
        private float _debunking;

        public HashSet<int> Groups { get; } = [];

        public void Add(TextTrainingRow row, float weight)
        {
            _rows++;
            _promoting += row.Row.Label > 0 ? weight : 0;
            _debunking += row.Row.Label < 0 ? weight : 0;

            if (Groups.Count < FewestGroups)
            {
                Groups.Add(row.Row.Group);
            }
        }

        public float Scale(TextScaling scaling, Totals all) => scaling switch
        {
            TextScaling.Rarity => MathF.Log(1 + ((float)all.Rows / _rows)) / MathF.Log(1 + all.Rows),
            TextScaling.Ratio or TextScaling.JudgedRatio => MathF.Abs(MathF.Log((1 + _promoting) / (2 + all.Promoting) / ((1 + _debunking) / (2 + all.Debunking)))),
            _ => 1,
        };
    }
}
