using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Alternatives;

/// <summary>Publishers' own searches for a topic. They are called searches, stand last and count as nothing found.</summary>
internal static class SearchLinks
{
    private const string Mark = "A search: look at what it finds before you rely on it. ";

    private static readonly (string Provider, AlternativeLevel Level, bool? Free, string Why, string Address)[] Medicine =
    [
        ("StatPearls", AlternativeLevel.Student, true, "Peer-reviewed clinical chapters at the US National Library of Medicine.", "https://www.ncbi.nlm.nih.gov/books/?term={0}%5Btitle%5D+AND+statpearls%5Bbook%5D"),
        ("PubMed: systematic reviews", AlternativeLevel.Professional, null, "Reviews of all the evidence, by the US National Library of Medicine.", "https://pubmed.ncbi.nlm.nih.gov/?term={0}&filter=pubt.systematicreview"),
        ("Cochrane reviews in PubMed", AlternativeLevel.Professional, null, "The most careful reviews of treatments, with summaries in plain words.", "https://pubmed.ncbi.nlm.nih.gov/?term={0}+AND+%22Cochrane+Database+Syst+Rev%22%5Bjournal%5D"),
        ("MSD Manual", AlternativeLevel.Professional, true, "A reference book of medicine, edited by independent physicians.", "https://www.msdmanuals.com/professional/SearchResults?query={0}"),
        ("NHS", AlternativeLevel.Patient, true, "Pages reviewed by clinicians of the British health service.", "https://www.nhs.uk/search/results?q={0}"),
        ("Mayo Clinic on YouTube", AlternativeLevel.Patient, true, "Videos of a teaching hospital that YouTube lists as a health source.", "https://www.youtube.com/@mayoclinic/search?query={0}"),
    ];

    private static readonly (string Provider, AlternativeLevel Level, bool? Free, string Why, string Address)[] Others =
    [
        ("Britannica", AlternativeLevel.Student, null, "An edited encyclopedia.", "https://www.britannica.com/search?query={0}"),
        ("MIT OpenCourseWare", AlternativeLevel.Student, true, "Free university courses.", "https://ocw.mit.edu/search/?q={0}"),
        ("LibreTexts", AlternativeLevel.Student, true, "Free textbooks by teachers of universities.", "https://{1}.libretexts.org/Special:Search?query={0}"),
    ];

    /// <summary>The searches for a topic of a field; a video's viewer is shown videos too.</summary>
    public static IEnumerable<Alternative> Of(string topic, string field, bool isVideo)
    {
        var isMedical = field is "medicine" or "health";
        var query = Uri.EscapeDataString(topic).Replace("%20", "+", StringComparison.Ordinal);

        foreach (var (provider, level, free, why, address) in isMedical ? Medicine : Others)
        {
            // Who watches a video looks for videos; who reads looks for texts.
            if (isVideo || !address.StartsWith("https://www.youtube.com/", StringComparison.Ordinal))
            {
                yield return new($"Search {provider} for “{topic}”", AddressOf(address, query, field), provider, AlternativeKind.Search, level, free, Mark + why, topic, "en", IsExact: false);
            }
        }
    }

    // LibreTexts has a library for each group of subjects.
    private static string AddressOf(string address, string query, string field) => address
        .Replace("{0}", query, StringComparison.Ordinal)
        .Replace("{1}", field switch { "biology" => "bio", "chemistry" => "chem", "physics" => "phys", "philosophy" => "human", _ => "socialsci" }, StringComparison.Ordinal);
}
