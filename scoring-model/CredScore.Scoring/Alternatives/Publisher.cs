using System.Collections.Frozen;
using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Alternatives;

/// <summary>Somebody who publishes reputable pages, with the form that their addresses have.</summary>
/// <param name="Id">What the catalogue of topics calls it.</param>
/// <param name="Name">What readers are told.</param>
/// <param name="Kind">What its pages are.</param>
/// <param name="Level">Whom they are written for.</param>
/// <param name="Why">Why a teacher would accept them, in one line.</param>
/// <param name="Address">The address of a page, with <c>{0}</c> where the topic's own part stands.</param>
/// <param name="Free">Whether its pages can be read without paying; null when not known.</param>
public sealed record Publisher(string Id, string Name, AlternativeKind Kind, AlternativeLevel Level, string Why, string Address, bool? Free = true)
{
    /// <summary>Encyclopedia's own article, offered only beside a video.</summary>
    public const string Wikipedia = "wikipedia";

    private const string Niddk = "National Institute of Diabetes and Digestive and Kidney Diseases";
    private const string Institute = "The US institute for the field.";

    // The order is the order of equals. Registers come after what one reads.
    private static readonly Publisher[] List =
    [
        new("medlineplus", "MedlinePlus", AlternativeKind.Article, AlternativeLevel.Patient, "Written for everybody by the US National Library of Medicine, with links to trusted bodies.", "https://medlineplus.gov/{0}.html"),
        new("nhs", "NHS", AlternativeKind.Article, AlternativeLevel.Patient, "Reviewed by clinicians of the British health service and dated.", "https://www.nhs.uk/{0}/"),
        new("who", "World Health Organization", AlternativeKind.Article, AlternativeLevel.Student, "Fact sheet with the key figures and the WHO's position.", "https://www.who.int/news-room/fact-sheets/detail/{0}"),
        new("cdc", "CDC", AlternativeKind.Article, AlternativeLevel.Patient, "Overview by the US public health agency.", "https://www.cdc.gov/{0}"),
        new("openstax", "OpenStax", AlternativeKind.Textbook, AlternativeLevel.Student, "Section of a free, peer-reviewed textbook.", "https://openstax.org/books/{0}"),
        new("medlineplus-drug", "MedlinePlus", AlternativeKind.Article, AlternativeLevel.Patient, "Drug information on the US National Library of Medicine's site: uses, precautions, side effects.", "https://medlineplus.gov/druginfo/meds/{0}.html"),
        new("sep", "Stanford Encyclopedia of Philosophy", AlternativeKind.Article, AlternativeLevel.Student, "Written and refereed by philosophers, and kept up to date.", "https://plato.stanford.edu/entries/{0}/"),
        new("nasa", "NASA", AlternativeKind.Article, AlternativeLevel.Student, "Facts and missions from the US space agency.", "https://science.nasa.gov/{0}/"),
        new("mpg", "MedlinePlus Genetics", AlternativeKind.Article, AlternativeLevel.Student, "On causes and inheritance, by the US National Library of Medicine.", "https://medlineplus.gov/genetics/condition/{0}/"),
        new("mpg-topic", "MedlinePlus Genetics", AlternativeKind.Textbook, AlternativeLevel.Student, "Introduction to genetics by the US National Library of Medicine.", "https://medlineplus.gov/genetics/{0}"),
        new("genome", "National Human Genome Research Institute", AlternativeKind.Article, AlternativeLevel.Student, "Glossary entry with pictures and spoken explanations by experts.", "https://www.genome.gov/genetics-glossary/{0}"),
        new("nci-type", "National Cancer Institute", AlternativeKind.Article, AlternativeLevel.Patient, "The US cancer institute, with versions for patients and for health professionals.", "https://www.cancer.gov/types/{0}"),
        new("nci-term", "National Cancer Institute", AlternativeKind.Article, AlternativeLevel.Patient, "Definition by the US cancer institute.", "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/{0}"),
        new("nimh", "National Institute of Mental Health", AlternativeKind.Article, AlternativeLevel.Patient, "The US institute for mental health, with its research behind it.", "https://www.nimh.nih.gov/health/topics/{0}"),
        new("nhlbi", "National Heart, Lung, and Blood Institute", AlternativeKind.Article, AlternativeLevel.Patient, "The US institute for the field, from symptoms to research.", "https://www.nhlbi.nih.gov/health/{0}"),
        new("ninds", "National Institute of Neurological Disorders and Stroke", AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.ninds.nih.gov/health-information/disorders/{0}"),
        new("nei", "National Eye Institute", AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.nei.nih.gov/learn-about-eye-health/eye-conditions-and-diseases/{0}"),
        new("nidcd", "National Institute on Deafness and Other Communication Disorders", AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.nidcd.nih.gov/health/{0}"),
        new("niddk-digest", Niddk, AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.niddk.nih.gov/health-information/digestive-diseases/{0}"),
        new("niddk-liver", Niddk, AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.niddk.nih.gov/health-information/liver-disease/{0}"),
        new("niddk-endo", Niddk, AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.niddk.nih.gov/health-information/endocrine-diseases/{0}"),
        new("niddk-kidney", Niddk, AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.niddk.nih.gov/health-information/kidney-disease/{0}"),
        new("niams", "National Institute of Arthritis and Musculoskeletal and Skin Diseases", AlternativeKind.Article, AlternativeLevel.Patient, Institute, "https://www.niams.nih.gov/health-topics/{0}"),
        new("nccih", "National Center for Complementary and Integrative Health", AlternativeKind.Article, AlternativeLevel.Patient, "What the evidence says, by the US centre for complementary health.", "https://www.nccih.nih.gov/health/{0}"),
        new("britannica", "Britannica", AlternativeKind.Article, AlternativeLevel.Student, "Signed or edited entry of an encyclopedia.", "https://www.britannica.com/{0}"),
        new("nobel", "Nobel Prize", AlternativeKind.Article, AlternativeLevel.Student, "The laureate's page at the Nobel Foundation, with biography and lecture.", "https://www.nobelprize.org/prizes/{0}/facts/"),
        new("nobel-laureate", "Nobel Prize", AlternativeKind.Article, AlternativeLevel.Student, "The laureate's page at the Nobel Foundation, with biography and lecture.", "https://www.nobelprize.org/laureate/{0}"),
        new("odnb", "Oxford Dictionary of National Biography", AlternativeKind.Article, AlternativeLevel.Student, "Signed life by a historian; many libraries give their readers access.", "https://doi.org/10.1093/ref:odnb/{0}", Free: false),
        new("rcp", "Royal College of Physicians", AlternativeKind.Article, AlternativeLevel.Student, "The College's own life of its fellow (Munk's Roll).", "https://history.rcp.ac.uk/inspiring-physicians/{0}"),
        new("cmhf", "Canadian Medical Hall of Fame", AlternativeKind.Article, AlternativeLevel.Student, "Life of the laureate.", "https://www.cdnmedhall.ca/laureates/{0}"),
        new("duke", "Duke University Libraries", AlternativeKind.Database, AlternativeLevel.Professional, "The person's papers, with a life, at a university's archive.", "https://archives.lib.duke.edu/catalog/{0}"),
        new("cochrane", "Cochrane", AlternativeKind.Review, AlternativeLevel.Professional, "Systematic review of all trials, with a summary in plain words.", "https://doi.org/10.1002/14651858.{0}", Free: null),
        new("radiopaedia", "Radiopaedia", AlternativeKind.Article, AlternativeLevel.Student, "Edited reference of radiologists, with images.", "https://radiopaedia.org/articles/{0}"),
        new("pmc", "PubMed Central", AlternativeKind.Review, AlternativeLevel.Professional, "Paper in a journal with peer review, free to read.", "https://pmc.ncbi.nlm.nih.gov/articles/{0}/"),
        new("owh", "Office on Women's Health", AlternativeKind.Article, AlternativeLevel.Patient, "Written for everybody by the US health department, and dated.", "https://womenshealth.gov/{0}"),
        new("hansard", "Historic Hansard", AlternativeKind.Database, AlternativeLevel.Professional, "Offices held and every speech, from the record of the UK Parliament.", "https://api.parliament.uk/historic-hansard/people/{0}"),
        new("ushmm", "Holocaust Encyclopedia", AlternativeKind.Article, AlternativeLevel.Student, "Edited by historians of the United States Holocaust Memorial Museum.", "https://encyclopedia.ushmm.org/content/en/article/{0}"),
        new("govinfo", "GovInfo", AlternativeKind.Database, AlternativeLevel.Professional, "The law's own text, at the US Government Publishing Office.", "https://www.govinfo.gov/{0}"),
        new("epa", "US Environmental Protection Agency", AlternativeKind.Article, AlternativeLevel.Student, "The agency's page on the place.", "https://www.epa.gov/{0}"),
        new("fda", "US Food and Drug Administration", AlternativeKind.Article, AlternativeLevel.Professional, "The regulator's page, with approvals and the label.", "https://www.fda.gov/{0}"),
        new("nci-drug", "National Cancer Institute", AlternativeKind.Article, AlternativeLevel.Patient, "The US cancer institute on the drug and its approved uses.", "https://www.cancer.gov/about-cancer/treatment/drugs/{0}"),
        new("nci", "National Cancer Institute", AlternativeKind.Article, AlternativeLevel.Student, "Fact sheet of the US cancer institute, with its references.", "https://www.cancer.gov/{0}"),
        new("acs", "American Cancer Society", AlternativeKind.Article, AlternativeLevel.Patient, "Written and reviewed by the society's physicians, and dated.", "https://www.cancer.org/{0}"),
        new("mayo", "Mayo Clinic", AlternativeKind.Article, AlternativeLevel.Patient, "Written by the staff of a teaching hospital, and dated.", "https://www.mayoclinic.org/{0}"),
        new("cleveland", "Cleveland Clinic", AlternativeKind.Article, AlternativeLevel.Patient, "Reviewed by physicians of a teaching hospital, and dated.", "https://my.clevelandclinic.org/{0}"),
        new("apa", "American Psychological Association", AlternativeKind.Article, AlternativeLevel.Professional, "Description by the society of the field.", "https://www.apa.org/{0}"),
        new("who-pub", "World Health Organization", AlternativeKind.Guideline, AlternativeLevel.Professional, "Guideline of the WHO, free to download.", "https://www.who.int/{0}"),
        new("site", "Its own site", AlternativeKind.Article, AlternativeLevel.Student, "First hand, and no independent account: what the body says of itself, or the state of its own law.", "https://{0}"),
        new(Wikipedia, "Wikipedia", AlternativeKind.Article, AlternativeLevel.Student, "The encyclopedia's article: its sources can be followed, and CredScore can score it.", "https://en.wikipedia.org/wiki/{0}"),
        new("ency", "MedlinePlus", AlternativeKind.Article, AlternativeLevel.Patient, "Entry of the medical encyclopedia on the US National Library of Medicine's site.", "https://medlineplus.gov/ency/article/{0}.htm"),
        new("genereviews", "GeneReviews", AlternativeKind.Review, AlternativeLevel.Professional, "Peer-reviewed chapter on a genetic condition, at the US National Library of Medicine.", "https://www.ncbi.nlm.nih.gov/books/{0}/"),
        new("orphanet", "Orphanet", AlternativeKind.Database, AlternativeLevel.Professional, "European reference portal on rare diseases, reviewed by experts.", "https://www.orpha.net/en/disease/detail/{0}"),
        new("emedicine", "Medscape Reference", AlternativeKind.Review, AlternativeLevel.Professional, "Peer-reviewed clinical overview; asks for a free account.", "https://emedicine.medscape.com/article/{0}-overview", Free: null),
        new("omim", "OMIM", AlternativeKind.Database, AlternativeLevel.Professional, "Catalogue of genes and genetic conditions, edited at Johns Hopkins University.", "https://omim.org/entry/{0}"),
        new("doid", "Disease Ontology", AlternativeKind.Database, AlternativeLevel.Professional, "Definition of the disease and its place among others, kept by experts at the University of Maryland.", "https://disease-ontology.org/term/{0}/"),
        new("mesh", "MeSH", AlternativeKind.Database, AlternativeLevel.Professional, "Definition and place among medical subjects, by the US National Library of Medicine.", "https://meshb.nlm.nih.gov/record/ui?ui={0}"),
        new("drugbank", "DrugBank", AlternativeKind.Database, AlternativeLevel.Professional, "Reference entry on the drug's chemistry, action and interactions.", "https://go.drugbank.com/drugs/{0}"),
        new("pubchem", "PubChem", AlternativeKind.Database, AlternativeLevel.Professional, "The US National Library of Medicine's entry on the substance: structure, safety, literature.", "https://pubchem.ncbi.nlm.nih.gov/compound/{0}"),
        new("pubchem-cas", "PubChem", AlternativeKind.Database, AlternativeLevel.Professional, "The US National Library of Medicine's entry on the substance, by its CAS number: structure, safety, literature.", "https://pubchem.ncbi.nlm.nih.gov/compound/{0}"),
        new("ec", "ENZYME", AlternativeKind.Database, AlternativeLevel.Professional, "The Swiss Institute of Bioinformatics' entry on the enzyme.", "https://enzyme.expasy.org/EC/{0}"),
    ];

    private static readonly FrozenDictionary<string, Publisher> ById = List.ToFrozenDictionary(publisher => publisher.Id, StringComparer.Ordinal);

    /// <summary>Every publisher whose addresses can be told from the catalogue or from a page's numbers.</summary>
    public static IReadOnlyList<Publisher> All => List;

    /// <summary>The publisher of that id; null when there is none.</summary>
    public static Publisher? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The publisher that a number of a page's infobox leads to; null when the register holds nothing to read.</summary>
    public static Publisher? OfNumber(string scheme, string number) => scheme switch
    {
        "medlineplus" => Find(number.StartsWith('a') ? "medlineplus-drug" : "ency"),
        "cas" => Find("pubchem-cas"),
        "genereviews" or "orphanet" or "emedicine" or "omim" or "drugbank" or "pubchem" or "ec" => Find(scheme),
        _ => null,
    };

    /// <summary>The address of its page.</summary>
    public string AddressOf(string path) => Address.Replace("{0}", path, StringComparison.Ordinal);
}
