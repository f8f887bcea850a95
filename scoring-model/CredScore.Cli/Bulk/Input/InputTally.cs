namespace CredScore.Cli.Bulk.Input;

/// <summary>What the reader of a dump passed over, for the summary.</summary>
internal sealed class InputTally
{
    public long Redirects { get; set; }

    /// <summary>Pages outside the article namespace.</summary>
    public long OtherPages { get; set; }
}
