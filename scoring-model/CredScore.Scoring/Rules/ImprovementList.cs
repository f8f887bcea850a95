using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Rules;

/// <summary>Gathers what would raise a score, and picks what would raise it most.</summary>
internal sealed class ImprovementList
{
    /// <summary>Smaller gains, in hundredths of a point, are not worth a reader's time.</summary>
    private const int SmallestGain = 50;

    private const int MostImprovements = 5;

    private readonly List<(int Gain, int Order, string Text)> _candidates = [];

    /// <summary>Takes note of what a measure could still give.</summary>
    public void Consider(int gain, string text)
    {
        if (gain >= SmallestGain)
        {
            _candidates.Add((gain, _candidates.Count, text));
        }
    }

    /// <summary>
    /// The best improvements, best first. Caps that hold the score down come before all else, the lowest first, each with what it adds once the ones
    /// before it are lifted; and while a cap holds, nothing else gains beyond its limit.
    /// </summary>
    /// <param name="total">Sum of the criteria's points.</param>
    /// <param name="caps">The caps in force, the lowest limit first.</param>
    public Improvement[] Best(int total, List<ReadyCap> caps)
    {
        var improvements = Lift(total, caps);
        var room = caps.Count == 0 ? int.MaxValue : Math.Max(0, caps[0].Limit - total);
        _candidates.Sort(static (left, right) => left.Gain != right.Gain ? right.Gain.CompareTo(left.Gain) : left.Order.CompareTo(right.Order));

        foreach (var (gain, _, text) in _candidates)
        {
            Add(improvements, text, Math.Min(gain, room));
        }

        return [.. improvements];
    }

    private static List<Improvement> Lift(int total, List<ReadyCap> caps)
    {
        var improvements = new List<Improvement>(MostImprovements);
        var text = "";

        for (var i = 0; i < caps.Count; i++)
        {
            // Caps with one limit only help when they are lifted together.
            text = text.Length == 0 ? caps[i].Raise : $"{text} {caps[i].Raise}";
            var next = i + 1 < caps.Count ? caps[i + 1].Limit : int.MaxValue;

            if (next > caps[i].Limit)
            {
                Add(improvements, text, Math.Min(total, next) - Math.Min(total, caps[i].Limit));
                text = "";
            }
        }

        return improvements;
    }

    private static void Add(List<Improvement> improvements, string text, int gain)
    {
        if (gain >= SmallestGain && improvements.Count < MostImprovements)
        {
            improvements.Add(new(text, Hundredths.ToPoints(gain)));
        }
    }
}
