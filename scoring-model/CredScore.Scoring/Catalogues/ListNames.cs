namespace CredScore.Scoring.Catalogues;

/// <summary>The lists of others that the classifier understands, by the names that answers, files and settings use.</summary>
public static class ListNames
{
    public const string Retractions = "retractions";
    public const string Universities = "universities";
    public const string AcademicDomains = "academic-domains";
    public const string GovernmentDomains = "us-gov-domains";
    public const string PublicSuffixes = "public-suffixes";
    public const string PerennialSources = "perennial-sources";
    public const string CitationCategories = "citation-source-categories";
    public const string Doaj = "doaj";
    public const string MedlineTitles = "medline-titles";
    public const string NcbiTitles = "ncbi-titles";
    public const string MedlinePlusTopics = "medlineplus-topics";
    public const string Mesh = "mesh";
    public const string DiseaseOntology = "disease-ontology";
    public const string PredatoryPublishers = "predatory-publishers";
    public const string PredatoryJournals = "predatory-journals";
}

/// <summary>What the keys and values of compiled lists look like, for those who write them and those who read them.</summary>
public static class ListKeys
{
    /// <summary>Parts the fields of a value.</summary>
    public const char Separator = '\t';

    /// <summary>Before a PMID among DOIs.</summary>
    public const string Pmid = "pmid:";

    /// <summary>Before an ISSN among titles.</summary>
    public const string Issn = "issn:";

    /// <summary>Before a name among identifiers.</summary>
    public const string Name = "name:";

    /// <summary>The form in which names are compared; empty for what is no name.</summary>
    public static string OfName(string name) => Sources.NameKey.Of(name);

    /// <summary>A DOI in the form in which DOIs are compared; null for what is none.</summary>
    public static string? OfDoi(string text) => Sources.Doi.Normalise(text);
}
