using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>The parameters of infoboxes and resource boxes that hold an identifier of the page's subject.</summary>
// https://en.wikipedia.org/wiki/Template:Infobox_medical_condition, {{Medical resources}}, {{Drugbox}} and their older forms.
internal static class IdentifierParameters
{
    private static readonly (string Scheme, string Names)[] Schemes =
    [
        ("mesh", "MeshID|MeSH|MeshName|mesh number|MeSHnumber|mesh_number|MeshNumber"),
        ("icd10", "ICD10|ICD-10|ICD10CM"),
        ("icd11", "ICD11|ICD-11"),
        ("icd9", "ICD9|ICD-9|ICD9CM"),
        ("omim", "OMIM|OMIM_mult"),
        ("medlineplus", "MedlinePlus"),
        ("emedicine", "eMedicineSubj|eMedicine"),
        ("orphanet", "Orphanet"),
        ("diseasesdb", "DiseasesDB"),
        ("umls", "UMLS"),
        ("snomed", "SNOMED CT|SNOMEDCT"),
        ("drugbank", "DrugBank"),
        ("atc", "ATC_prefix|ATCCode_prefix"),
        ("pubchem", "PubChem"),
        ("cas", "CAS_number|CASNo"),
        ("unii", "UNII"),
        ("chembl", "ChEMBL"),
        ("kegg", "KEGG"),
        ("loinc", "LOINC"),
        ("ta98", "TA98"),
        ("fma", "FMA"),
        ("genereviews", "GeneReviewsNBK|GeneReviewsID"),
        ("gray", "GraySubject"),
        ("hcpcs", "HCPCSlevel2"),
        ("dorlands", "DorlandsID"),
        ("ops301", "OPS301"),
        ("ec", "EC_number"),
        ("pfam", "Pfam"),
    ];

    private static readonly FrozenDictionary<string, string> ByName = Schemes
        .SelectMany(scheme => scheme.Names.Split('|').Select(name => KeyValuePair.Create(name, scheme.Scheme)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The scheme of a parameter, such as <c>mesh</c>; null when it holds no identifier.</summary>
    public static string? Find(ReadOnlySpan<char> parameter) => Lookup.TryGetValue(parameter, out var scheme) ? scheme : null;
}
