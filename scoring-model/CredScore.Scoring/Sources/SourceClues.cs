namespace CredScore.Scoring.Sources;

/// <summary>What a reference's parameters, text and addresses give away about its source, before anything is decided.</summary>
internal struct SourceClues
{
    /// <summary>Normalised DOI.</summary>
    public string? Doi;

    /// <summary>Digits, when parameters or an address give them.</summary>
    public string? Pmid;

    public bool HasPmid;

    public bool HasPmc;

    public bool HasIsbn;

    /// <summary>Host of the source itself, after archives, proxies and resolvers.</summary>
    public string? Host;

    /// <summary>What the catalogue of hosts says.</summary>
    public Verdict? Listed;

    /// <summary>What the host's suffix says.</summary>
    public Verdict? Suffix;

    /// <summary>What the refreshed lists of hosts say.</summary>
    public Verdict? Refreshed;

    /// <summary>What the library or index says through which the source is linked: a book on Google Books, an article in JSTOR.</summary>
    public Verdict? Holding;

    /// <summary>The service that stands between citation and source, when nothing behind it could be made out.</summary>
    public string? PassedBy;
}
