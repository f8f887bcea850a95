using System.Buffers;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Topics;

/// <summary>Decides whether a page is about medicine and health, and says why: of an article by infobox and registers first, then categories. Whoever scores can override it by naming a ruleset.</summary>
internal static class TopicProfiler
{
    public const string Medical = "medical";
    public const string General = "general";

    // Registers of diseases, drugs and anatomy. Numbers of chemicals (CAS, PubChem …) are not among them: most chemicals are no drugs.
    private static readonly string[] MedicalRegisters =
        ["mesh", "icd10", "icd11", "icd9", "omim", "medlineplus", "emedicine", "orphanet", "diseasesdb", "umls", "snomed", "drugbank", "atc", "genereviews", "loinc", "ta98", "ops301", "hcpcs"];

    private static readonly SearchValues<string> MedicalWords = SearchValues.Create(
    [
        "disease", "disorder", "syndrome", "medicine", "medical", "health", "drug", "surgery", "surgical", "anatomy", "psychiatr", "cancer", "oncolog", "infectio", "virus", "viral", "vaccin",
        "epidemi", "pathology", "physiology", "pharma", "diagnos", "symptom", "patholog", "nursing", "hospital", "physician", "nutrition", "vitamin", "hormone", "pregnan", "obstetric", "midwif",
        "dentist", "cardi", "neurolog", "dermatolog", "pediatric", "paediatric", "geriatric", "ophthalm", "toxicolog", "addiction", "antibiotic", "therap", "immunolog", "mental", "psychotherapy",
        "bacteria", "parasit", "hygiene", "disabilit", "autism", "alternative medicine", "first aid", "emergency medic", "medicinal", "analgesic", "opioid", "antidepressant", "tumor", "tumour", "injur",
        "diabet", "anesthe", "anaesthe", "gynecolog", "gynaecolog", "urolog", "contracept", "breastfeeding", "psoriasis", "blindness", "deafness", "pandemic", "optometr", "dietary", "hiv/aids", "transplant", "orthop", "endocrin", "gastro", "hepat", "nephrolog", "pulmonolog", "rheumatolog", "hematolog", "haematolog", "radiolog", "fertility", "antipyretic", "over-the-counter", "menstrua", "suicide", "neuroendocrin", "biomedic", "paramedic", "immunohemat",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> NotMedical = SearchValues.Create(
        ["deaths from", "deaths by", "mental health law", "disease-related deaths", "football", "film", "album", "people from", "births", "cardinal", "orthopter", "gastropod", "viral video", "fictional", "characters", "episodes", "disability sport", "fish ", "plant ", "civil disorder", "drug lord", "drug raid", "drug traffick", "drug cartel", "drug dealer"], StringComparison.OrdinalIgnoreCase);

    public static TopicProfile Find(ArticleInputs page)
    {
        if (page.Kind is { } kind)
        {
            return new(Medical, page.Article.Infoboxes.Count > 0 ? $"Its infobox and categories say that it is about a {kind.Name}." : $"Its categories say that it is about a {kind.Name}.");
        }

        foreach (var identifier in page.Article.Identifiers ?? [])
        {
            if (MedicalRegisters.Contains(identifier.Scheme))
            {
                return new(Medical, $"It carries an identifier of a medical register ({identifier.Scheme}).");
            }
        }

        return ByCategories(page.Article.Categories ?? []);
    }

    /// <summary>What a video is about; see <see cref="VideoTopic"/>.</summary>
    public static TopicProfile Find(VideoInputs page) => VideoTopic.Find(page);

    private static TopicProfile ByCategories(IReadOnlyList<string> categories)
    {
        var medical = 0;
        string? first = null;

        foreach (var category in categories)
        {
            if (IsMedical(category))
            {
                medical++;
                first ??= category;
            }
        }

        return medical > 0 && 4 * medical >= categories.Count
            ? new(Medical, $"{medical} of its {categories.Count} categories are about medicine or health, such as “{first}”.")
            : new(General, medical == 0 ? "Nothing on the page says that it is about medicine or health." : $"Only {medical} of its {categories.Count} categories are about medicine or health.");
    }

    private static bool IsMedical(string category) => HasMedicalWord(category) && !category.AsSpan().ContainsAny(NotMedical);

    // A word begins with it: "Environmental law" is not about what is mental. Only viruses have their names in front: "Picornaviruses".
    private static bool HasMedicalWord(ReadOnlySpan<char> category)
    {
        var start = 0;

        while (start < category.Length && category[start..].IndexOfAny(MedicalWords) is var found and >= 0)
        {
            start += found;

            if (start == 0 || !char.IsLetter(category[start - 1]) || category[start..].StartsWith("virus", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            start++;
        }

        return false;
    }
}
