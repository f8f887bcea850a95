namespace CredScore.Scoring.Documents;

/// <summary>Recognises the identifiers of the page's subject by the registers that infoboxes and resource boxes link to.</summary>
internal static class HtmlSubjectLinks
{
    private const int LongestValue = 60;

    // Part of the address → register. Longer parts stand before shorter ones of the same host.
    private static readonly (string Part, string Scheme)[] Registers =
    [
        ("icd.who.int/browse10", "icd10"),
        ("apps.who.int/classifications/icd10", "icd10"),
        ("icd10data.com", "icd10"),
        ("icd.who.int/browse11", "icd11"),
        ("icd.who.int/browse/", "icd11"),
        ("icd.who.int/dev11", "icd11"),
        ("id.who.int/icd/", "icd11"),
        ("icd9data.com", "icd9"),
        ("icd9cm.chrisendres.com", "icd9"),
        ("meshb.nlm.nih.gov", "mesh"),
        ("meshb-prev.nlm.nih.gov", "mesh"),
        ("nlm.nih.gov/cgi/mesh", "mesh"),
        ("omim.org/entry", "omim"),
        ("ncbi.nlm.nih.gov/omim/", "omim"),
        ("/ency/article/", "medlineplus"),
        ("nlm.nih.gov/medlineplus/druginfo", "medlineplus"),
        ("medlineplus.gov/druginfo", "medlineplus"),
        ("emedicine.medscape.com", "emedicine"),
        ("emedicine.com", "emedicine"),
        ("orpha.net", "orphanet"),
        ("diseasesdatabase.com", "diseasesdb"),
        ("ncbi.nlm.nih.gov/books/", "genereviews"),
        ("umls.nlm.nih.gov", "umls"),
        ("uts.nlm.nih.gov", "umls"),
        ("snomedbrowser.com", "snomed"),
        ("browser.ihtsdotools.org", "snomed"),
        ("snomed.terminology.tools", "snomed"),
        ("drugbank.ca/drugs", "drugbank"),
        ("drugbank.com/drugs", "drugbank"),
        ("whocc.no/atc", "atc"),
        ("atcddd.fhi.no/atc", "atc"),
        ("pubchem.ncbi.nlm.nih.gov", "pubchem"),
        ("commonchemistry.cas.org", "cas"),
        ("commonchemistry.org", "cas"),
        ("fdasis.nlm.nih.gov", "unii"),
        ("fda.gov/uniisearch", "unii"),
        ("precision.fda.gov", "unii"),
        ("ebi.ac.uk/chembl", "chembl"),
        ("kegg.jp/entry", "kegg"),
        ("genome.jp/dbget-bin", "kegg"),
        ("loinc.org", "loinc"),
        ("unifr.ch/ifaa", "ta98"),
        ("ta2viewer.openanatomy.org", "ta98"),
        ("bioontology.org/ontologies/FMA", "fma"),
        ("xiphoid.biostr.washington.edu/fma", "fma"),
    ];

    /// <summary>The identifier that a link in a box stands for; null when it leads to no register we know.</summary>
    public static PageIdentifier? Read(string address, string text)
    {
        if (text.Length is 0 or > LongestValue)
        {
            return null;
        }

        foreach (var (part, scheme) in Registers)
        {
            if (address.AsSpan().ContainsAnyCase(part))
            {
                return new PageIdentifier(scheme, ValueOf(scheme, text));
            }
        }

        return null;
    }

    // "Orphanet: 206" and "ORPHA:206" are the number 206 as wikitext gives it.
    private static string ValueOf(string scheme, string text)
        => scheme is "orphanet" or "snomed" or "genereviews" ? text[(text.LastIndexOf(':') + 1)..].Trim() : text;
}
