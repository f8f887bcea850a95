using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Appraisals;

/// <summary>How many appraisals a class may have: who they are from is not known, so that nothing else keeps one person from giving thousands.</summary>
internal sealed class AppraisalOptions
{
    /// <summary>Most raters of a class. Default 200.</summary>
    [Range(5, 1_000)]
    public int MostRaters { get; set; } = 200;

    /// <summary>Most pages that a rater may appraise for a class. Default 100.</summary>
    [Range(1, 1_000)]
    public int MostPages { get; set; } = 100;
}
