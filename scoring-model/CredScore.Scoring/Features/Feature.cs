using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Features;

/// <summary>What a feature's number counts.</summary>
public enum FeatureUnit
{
    Count,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>Per 1,000 words of prose.</summary>
    PerThousandWords,

    Words,
    Characters,
    Years,
    Days,

    /// <summary>1 for yes, 0 for no.</summary>
    Flag,

    /// <summary>A scale explained in the description.</summary>
    Index,
}

/// <summary>A feature as rules, answers, exports and documents name it. The name is a stable id: a changed meaning takes a new name.</summary>
/// <param name="Name">Lower case with dots, such as <c>sources.scholarly_share</c>.</param>
/// <param name="Description">What it counts, in one sentence, with its denominator.</param>
/// <param name="Unit">Unit of the value.</param>
public abstract record Feature(string Name, string Description, FeatureUnit Unit);

/// <summary>A name, a sentence and a function of the page.</summary>
/// <param name="Name">Lower case with dots, such as <c>sources.scholarly_share</c>.</param>
/// <param name="Description">What it counts, in one sentence, with its denominator.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Read">Reads the value; null when the page does not tell.</param>
/// <param name="Evidence">Where on the page it can be checked; null when it is a property of the whole page.</param>
public sealed record Feature<TPage>(
    string Name,
    string Description,
    FeatureUnit Unit,
    Func<TPage, double?> Read,
    Func<TPage, IEnumerable<Evidence>>? Evidence = null)
    : Feature(Name, Description, Unit);
