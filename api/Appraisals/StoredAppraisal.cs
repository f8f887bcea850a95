namespace CredScore.Api.Appraisals;

/// <summary>What somebody of a class thinks of a page. Nothing here says who or when.</summary>
internal sealed class StoredAppraisal
{
    public int Id { get; set; }

    public int ClassId { get; set; }

    /// <summary>SHA-256, in hexadecimal, of the class and a random token that only the rater's browser has: two classes of one person have nothing in common.</summary>
    public required string Rater { get; set; }

    /// <summary>Whether they were signed in as an educator when they gave it.</summary>
    public bool IsEducator { get; set; }

    /// <summary>Canonical key of the page.</summary>
    public required string PageKey { get; set; }

    /// <summary>Title of the page, where it was known.</summary>
    public string? Title { get; set; }

    /// <summary>The article's revision that the service knew then; null for a video.</summary>
    public long? Revision { get; set; }

    /// <summary>As <see cref="CredScore.Exports.Appraisals.AppraisalForm.Write"/> writes them.</summary>
    public required string Answers { get; set; }
}
