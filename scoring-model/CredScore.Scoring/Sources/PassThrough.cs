namespace CredScore.Scoring.Sources;

/// <summary>Why a host is never the source itself.</summary>
internal enum PassThroughKind
{
    /// <summary>Keeps copies of pages.</summary>
    Archive,

    /// <summary>Leads to, or describes, what others published: DOI, PubMed, library catalogues.</summary>
    Resolver,

    /// <summary>A library's door to what it subscribes to.</summary>
    Proxy,

    /// <summary>Shows articles of many publishers under its own address.</summary>
    Aggregator,

    /// <summary>Short or tracking addresses.</summary>
    Shortener,
}

/// <summary>A host that stands between a citation and its source.</summary>
internal sealed record PassThrough(PassThroughKind Kind, string Host);
