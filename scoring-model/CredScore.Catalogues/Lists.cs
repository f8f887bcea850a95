using System.Globalization;
using CredScore.Catalogues.Reading;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues;

/// <summary>Every list that is refreshed, declared once.</summary>
public static class Lists
{
    private const long Megabyte = 1024 * 1024;

    // Wikipedia's table has been cut into subpages; which of them exist is its editors' matter, so all are asked for in one question.
    private const string PerennialTitles = "Wikipedia:Reliable_sources/Perennial_sources|Wikipedia:Reliable_sources/Perennial_sources/1|Wikipedia:Reliable_sources/Perennial_sources/2|Wikipedia:Reliable_sources/Perennial_sources/3|Wikipedia:Reliable_sources/Perennial_sources/4|Wikipedia:Reliable_sources/Perennial_sources/5|Wikipedia:Reliable_sources/Perennial_sources/6|Wikipedia:Reliable_sources/Perennial_sources/7|Wikipedia:Reliable_sources/Perennial_sources/8";

    /// <summary>In order of name.</summary>
    public static IReadOnlyList<ListDeclaration> All { get; } =
    [
        new()
        {
            Name = ListNames.AcademicDomains,
            Title = "Domains of schools and universities",
            Publisher = "JetBrains (swot)",
            Licence = "MIT",
            Attribution = "swot by JetBrains, MIT licence.",
            Format = "tar.gz of a folder for each domain",
            Addresses = Always("https://codeload.github.com/JetBrains/swot/tar.gz/refs/heads/master"),
            Read = AcademicDomainReader.Read,
            Fewest = 20_000,
            Most = 45_000,
            MostBytes = 60 * Megabyte,
            MostGrowth = 0.05,
            HasHosts = true,
            Named = [("ox.ac.uk", "university"), ("stanford.edu", "university")],
            Never = ["gmail.com", "qq.com"],
        },
        new()
        {
            Name = ListNames.CitationCategories,
            Title = "Cite Unseen's categories of sources",
            Publisher = "Wikimedia contributors (Cite Unseen)",
            Licence = "CC BY-SA 4.0",
            Attribution = "Cite Unseen, by Wikimedia contributors, CC BY-SA 4.0; what is derived from it is share-alike.",
            Format = "wikitext of one page for each category",
            Addresses = Always($"https://meta.wikimedia.org/w/api.php?action=query&format=json&formatversion=2&redirects=1&prop=revisions&rvprop=content&rvslots=main&titles={Uri.EscapeDataString(string.Join('|', CiteUnseenReader.Titles))}"),
            Read = CiteUnseenReader.Read,
            Fewest = 2_000,
            Most = 8_000,
            MostBytes = 8 * Megabyte,
            MostGrowth = 0.1,
            MostUnread = 0.05,
            HasHosts = true,
            Named = [("facebook.com", "userGenerated")],
            Never = ["nih.gov", "who.int"],
        },
        new()
        {
            Name = ListNames.DiseaseOntology,
            Title = "Diseases with their numbers in other registers",
            Publisher = "Disease Ontology, University of Maryland",
            Licence = "CC0",
            Attribution = "Human Disease Ontology (disease-ontology.org), CC0.",
            Format = "OBO",
            Addresses = Always("https://raw.githubusercontent.com/DiseaseOntology/HumanDiseaseOntology/main/src/ontology/doid.obo"),
            Read = DiseaseOntologyReader.Read,
            Fewest = 20_000,
            Most = 150_000,
            MostBytes = 40 * Megabyte,
            Named = [("DOID:8778", "Crohn's disease"), ("name:measles", "DOID:8622")],
        },
        new()
        {
            Name = ListNames.Doaj,
            Title = "Directory of Open Access Journals",
            Publisher = "DOAJ",
            Licence = "CC BY-SA 4.0",
            Attribution = "Directory of Open Access Journals (doaj.org), CC BY-SA 4.0; what is derived from it is share-alike.",
            Format = "CSV",
            Addresses = Always("https://doaj.org/csv"),
            Read = DoajReader.Read,
            Fewest = 35_000,
            Most = 110_000,
            MostBytes = 60 * Megabyte,
            Named = [("issn:1932-6203", ""), ("plos one", "")],
        },
        new()
        {
            Name = ListNames.MedlineTitles,
            Title = "Journals of MEDLINE",
            Publisher = "US National Library of Medicine",
            Licence = "public domain",
            Attribution = "Journal list of the US National Library of Medicine; being on it does not mean being indexed today.",
            Format = "blocks of text, J_Medline.txt",
            Addresses = Always("https://ftp.ncbi.nlm.nih.gov/pubmed/J_Medline.txt"),
            Read = JournalTitleReader.Read,
            Fewest = 7_500,
            Most = 80_000,
            MostBytes = 30 * Megabyte,
            Named = [("new england journal of medicine", ""), ("lancet", ""), ("bmj", "")],
        },
        new()
        {
            Name = ListNames.MedlinePlusTopics,
            Title = "Health topics of MedlinePlus",
            Publisher = "US National Library of Medicine",
            Licence = "public, with credit",
            Attribution = "Health topics from MedlinePlus.gov, US National Library of Medicine; no endorsement is meant.",
            Format = "XML",
            Addresses = day => [.. Enumerable.Range(0, 7).Select(back => new Uri($"https://medlineplus.gov/xml/mplus_topics_{Text(day.AddDays(-back), "yyyy-MM-dd")}.xml"))],
            Read = MedlinePlusReader.Read,
            Fewest = 900,
            Most = 6_000,
            MostBytes = 60 * Megabyte,
            Named = [("name:crohns disease", "https://medlineplus.gov/"), ("name:asthma", "https://medlineplus.gov/asthma.html")],
        },
        new()
        {
            Name = ListNames.Mesh,
            Title = "Medical Subject Headings",
            Publisher = "US National Library of Medicine",
            Licence = "free, naming NLM and the year",
            Attribution = "Medical Subject Headings (MeSH), courtesy of the US National Library of Medicine; no endorsement is meant.",
            Format = "ASCII records, d<year>.bin, a tenth of the XML's size",
            Addresses = day => [.. Enumerable.Range(0, 2).Select(back => new Uri($"https://nlmpubs.nlm.nih.gov/projects/mesh/MESH_FILES/asciimesh/d{Text(day.AddYears(-back), "yyyy")}.bin"))],
            Read = MeshReader.Read,
            Fewest = 100_000,
            Most = 400_000,
            MostBytes = 80 * Megabyte,
            Named = [("D003424", "Crohn Disease")],
        },
        new()
        {
            Name = ListNames.NcbiTitles,
            Title = "Journals that NCBI's databases cite",
            Publisher = "US National Library of Medicine",
            Licence = "public domain",
            Attribution = "Journal list of the US National Library of Medicine.",
            Format = "blocks of text, J_Entrez.txt",
            Addresses = Always("https://ftp.ncbi.nlm.nih.gov/pubmed/J_Entrez.txt"),
            Read = JournalTitleReader.Read,
            Fewest = 25_000,
            Most = 250_000,
            MostBytes = 60 * Megabyte,
            Named = [("new england journal of medicine", "")],
        },
        new()
        {
            Name = ListNames.PerennialSources,
            Title = "Perennial sources: what Wikipedia's editors decided",
            Publisher = "English Wikipedia",
            Licence = "CC BY-SA 4.0",
            Attribution = "Wikipedia:Reliable sources/Perennial sources, by its editors, CC BY-SA 4.0; what is derived from it is share-alike.",
            Format = "wikitext of a table in several pages",
            Addresses = Always($"https://en.wikipedia.org/w/api.php?action=query&format=json&formatversion=2&redirects=1&prop=revisions&rvprop=content&rvslots=main&titles={Uri.EscapeDataString(PerennialTitles)}"),
            Read = PerennialSourceReader.Read,
            Fewest = 600,
            Most = 2_000,
            MostBytes = 8 * Megabyte,
            MostGrowth = 0.1,
            MostUnread = 0.2,
            HasHosts = true,
            Named = [("healthline.com", "deprecated"), ("naturalnews.com", "unreliable"), ("jamanetwork.com", "reliable"), ("youtube.com", "unreliable"), ("quackwatch.org", "contested")],
        },
        Predatory(ListNames.PredatoryJournals, "Journals held for predatory", "journals", "ijser.org"),
        Predatory(ListNames.PredatoryPublishers, "Publishers held for predatory", "publishers", "waset.org"),
        new()
        {
            Name = ListNames.PublicSuffixes,
            Title = "Suffixes kept for universities and public bodies",
            Publisher = "Mozilla (Public Suffix List)",
            Licence = "MPL-2.0",
            Attribution = "Public Suffix List, publicsuffix.org, MPL-2.0.",
            Format = "text",
            Addresses = Always("https://publicsuffix.org/list/public_suffix_list.dat"),
            Read = PublicSuffixReader.Read,
            Fewest = 150,
            Most = 1_500,
            MostBytes = 4 * Megabyte,
            Named = [("ac.uk", "university"), ("edu.au", "university"), ("gov.uk", "government")],
            Never = ["com", "org", "co.uk", "net"],
        },
        new()
        {
            Name = ListNames.Retractions,
            Title = "Retractions and expressions of concern",
            Publisher = "Crossref (Retraction Watch)",
            Licence = "open",
            Attribution = "Retraction Watch data, published by Crossref.",
            Format = "CSV",
            Addresses = Always("https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv"),
            Read = RetractionReader.Read,
            Fewest = 50_000,
            Most = 300_000,
            MostBytes = 250 * Megabyte,
            MostUnread = 0.1,
            Named = [("10.1016/s0140-6736(97)11096-0", "retracted")],
        },
        new()
        {
            Name = ListNames.Universities,
            Title = "Universities of the world and their domains",
            Publisher = "Hipo",
            Licence = "MIT",
            Attribution = "university-domains-list by Hipo, MIT licence.",
            Format = "JSON",
            Addresses = Always("https://raw.githubusercontent.com/Hipo/university-domains-list/master/world_universities_and_domains.json"),
            Read = UniversityReader.Read,
            Fewest = 9_500,
            Most = 16_000,
            MostBytes = 12 * Megabyte,
            MostGrowth = 0.05,
            HasHosts = true,
            Named = [("harvard.edu", "university"), ("ox.ac.uk", "university")],
            Never = ["gmail.com"],
        },
        new()
        {
            Name = ListNames.GovernmentDomains,
            Title = "US government domains",
            Publisher = "CISA (dotgov-data)",
            Licence = "CC0",
            Attribution = "Registry of .gov domains by CISA, CC0.",
            Format = "CSV",
            Addresses = Always("https://raw.githubusercontent.com/cisagov/dotgov-data/main/current-full.csv"),
            Read = GovernmentDomainReader.Read,
            Fewest = 12_000,
            Most = 30_000,
            MostBytes = 12 * Megabyte,
            MostGrowth = 0.05,
            HasHosts = true,
            Named = [("nih.gov", "federal"), ("cdc.gov", "federal"), ("fda.gov", "federal")],
        },
    ];

    /// <summary>A list by name; null for a name that is none.</summary>
    public static ListDeclaration? Find(string name) => All.FirstOrDefault(list => list.Name == name);

    // Anonymous and disputed in single cases: what our own catalogue or any other list says of a site goes before it.
    private static ListDeclaration Predatory(string name, string title, string file, string named) => new()
    {
        Name = name,
        Title = title,
        Publisher = "Stop Predatory Journals",
        Licence = "MIT",
        Attribution = "Stop Predatory Journals, MIT licence; kept by volunteers after Beall's list.",
        Format = "CSV",
        Addresses = Always($"https://raw.githubusercontent.com/stop-predatory-journals/stop-predatory-journals.github.io/master/_data/{file}.csv"),
        Read = PredatoryReader.Read,
        Fewest = 800,
        Most = 4_000,
        MostBytes = 4 * Megabyte,
        MostGrowth = 0.1,
        MostUnread = 0.1,
        HasHosts = true,
        Named = [(named, "predatory")],
        Never = ["nih.gov", "plos.org", "biomedcentral.com", "nature.com", "bmj.com"],
    };

    private static Func<DateOnly, IReadOnlyList<Uri>> Always(string address)
    {
        Uri[] one = [new(address)];
        return _ => one;
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
