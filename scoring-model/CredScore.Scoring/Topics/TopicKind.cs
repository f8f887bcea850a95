using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Topics;

/// <summary>A kind of medical subject with the sections that Wikipedia's manual of style for medicine asks for.</summary>
// https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Medicine-related_articles#Content_sections
public sealed class TopicKind
{
    private readonly (string Name, string[] Headings)[] _sections;

    internal TopicKind(string id, string name, params (string Name, string Headings)[] sections)
    {
        Id = id;
        Name = name;
        _sections = [.. sections.Select(section => (section.Name, section.Headings.Split('|')))];
    }

    /// <summary>Such as <c>disease</c>.</summary>
    public string Id { get; }

    /// <summary>For people: "disease or disorder".</summary>
    public string Name { get; }

    /// <summary>The sections asked for, as the manual names them.</summary>
    public IEnumerable<string> Sections => _sections.Select(section => section.Name);

    /// <summary>Share of the sections asked for that the article has, under this or a related heading of any level.</summary>
    public double ShareOfSections(WikipediaArticle article)
        => _sections.Count(section => Has(article, section.Headings)) / (double)_sections.Length;

    /// <summary>The sections asked for that the article does not have.</summary>
    public IEnumerable<string> MissingSections(WikipediaArticle article)
        => _sections.Where(section => !Has(article, section.Headings)).Select(section => section.Name);

    private static bool Has(WikipediaArticle article, string[] headings)
    {
        foreach (var section in article.Sections)
        {
            foreach (var heading in headings)
            {
                if (HasWord(section.Heading, heading))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the heading has a word that begins with the given one: the infobox of a place in England is none of a gland.</summary>
    internal static bool HasWord(ReadOnlySpan<char> heading, ReadOnlySpan<char> word)
    {
        var start = 0;

        while (heading[start..].IndexOfAnyCase(word) is var found and >= 0)
        {
            start += found;

            if (start == 0 || !char.IsLetter(heading[start - 1]))
            {
                return true;
            }

            start += word.Length;
        }

        return false;
    }
}

/// <summary>The kinds of medical subjects, told by the infobox.</summary>
public static class TopicKinds
{
    /// <summary>
    /// The sections are those of the manual that more than half of the disease articles with an infobox have (docs/scoring.md), and for the other kinds
    /// those that every subject of the kind can fill.
    /// </summary>
    private static readonly TopicKind Disease = new(
        "disease",
        "disease or disorder",
        ("Signs and symptoms", "sign|symptom|characteristic|presentation|clinical feature|feature|complication|manifestation"),
        ("Causes", "cause|etiology|aetiology|risk factor|transmission|genetic|pathogen|virology|microbiology|origin"),
        ("Mechanism", "mechanism|pathophysiology|pathogenesis|pathology|physiology|biology|biochemistry|neurobiology"),
        ("Diagnosis", "diagnos|screening|classification|detection|test"),
        ("Treatment", "treatment|management|therap|medication|prevention and treatment|surgery|care"),
        ("Outcomes", "prognosis|outcome|outlook|complication|mortality|survival|course"),
        ("Epidemiology", "epidemiology|prevalence|incidence|frequency|demographic|distribution|occurrence"),
        ("History", "history|etymology|discovery|historical"));

    private static readonly TopicKind Drug = new(
        "drug",
        "drug or treatment",
        ("Medical uses", "medical use|use|indication|therapeutic|clinical use"),
        ("Adverse effects", "adverse|side effect|side-effect|safety|toxicity|overdose|contraindication|risk"),
        ("Interactions", "interaction|contraindication|precaution|warning"),
        ("Pharmacology", "pharmac|mechanism|mode of action|biochem|metabolism"),
        ("Chemistry", "chemi|synthesis|structure|formulation|physical|preparation|manufactur|production"),
        ("History", "history|discovery|development|etymology"),
        ("Society and culture", "society|culture|legal|brand|availability|economics|controvers|names|regulation|recreational"));

    private static readonly TopicKind Procedure = new(
        "procedure",
        "surgery or procedure",
        ("Indications", "indication|use|reason|purpose"),
        ("Risks", "risk|complication|adverse|side effect|contraindication|safety|disadvantage"),
        ("Technique", "technique|procedure|method|type|process|operation|preparation|equipment"),
        ("Recovery", "recovery|outcome|prognosis|result|follow|effectiveness|efficacy"),
        ("History", "history|development|etymology"));

    private static readonly TopicKind Test = new(
        "test",
        "medical test",
        ("Medical uses", "use|indication|purpose|application"),
        ("Interpretation", "interpretation|result|reference|normal|finding|accuracy|limitation|value"),
        ("Procedure", "procedure|technique|method|process|preparation|measurement|scoring"),
        ("Mechanism", "mechanism|physics|principle|theory|physiology|how it works"),
        ("History", "history|development|etymology"));

    private static readonly TopicKind Anatomy = new(
        "anatomy",
        "part of the body",
        ("Structure", "structure|anatomy|variation|histology|microanatomy|location|relation|gross|part|layer|surface|supply|description"),
        ("Development", "development|embryology|growth|formation"),
        ("Function", "function|physiology|action|role"),
        ("Clinical significance", "clinical|disease|disorder|pathology|injur|medical|health|condition"),
        ("History", "history|etymology|name|society|culture"));

    private static readonly (string Word, TopicKind Kind)[] ByInfobox =
    [
        ("medical condition", Disease), ("disease", Disease), ("symptom", Disease), ("disorder", Disease), ("syndrome", Disease),
        ("drug", Drug), ("medication", Drug), ("vaccine", Drug),
        ("intervention", Procedure), ("procedure", Procedure), ("surgery", Procedure),
        ("diagnostic", Test), ("medical test", Test), ("blood test", Test), ("reference range", Test),
        ("anatomy", Anatomy), ("bone", Anatomy), ("muscle", Anatomy), ("artery", Anatomy), ("vein", Anatomy), ("nerve", Anatomy), ("brain", Anatomy),
        ("ligament", Anatomy), ("lymph", Anatomy), ("embryology", Anatomy), ("neuron", Anatomy), ("organ ", Anatomy), ("gland", Anatomy),
    ];

    private static readonly (TopicKind Kind, string[] Words)[] CategoryKinds =
    [
        (Disease,
        [
            "diseases", "disorders", "syndromes", "infections", "symptoms", "diseases and disorders", "conditions", "cancer", "neoplasia", "injuries", "emergencies",
        ]),
        (Drug,
        [
            "drugs", "analgesics", "antidepressants", "antipsychotics", "antibiotics", "opioids", "stimulants", "agonists", "antagonists", "inhibitors", "vitamins",
            "vaccines", "anesthetics", "amines", "pharmaceuticals",
        ]),
        (Procedure, ["surgery", "surgical procedures", "medical treatments", "therapy", "procedures"]),
        (Test, ["medical tests", "blood tests", "diagnostics", "tests"]),
        (Anatomy, ["anatomy", "organs", "bones", "muscles", "glands", "nerves"]),
    ];

    /// <summary>The kind of the article's subject, by its infobox, else by its categories; null when neither tells it.</summary>
    public static TopicKind? Find(WikipediaArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);

        foreach (var infobox in article.Infoboxes)
        {
            foreach (var (word, kind) in ByInfobox)
            {
                if (TopicKind.HasWord(infobox.Name, word))
                {
                    return kind;
                }
            }
        }

        return FindByCategories(article.Categories ?? []);
    }

    /// <summary>Without an infobox: the kind that most of the categories name, when at least two do.</summary>
    private static TopicKind? FindByCategories(IReadOnlyList<string> categories)
    {
        Span<int> counts = stackalloc int[CategoryKinds.Length];

        foreach (var category in categories)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += NamesKind(category, CategoryKinds[i].Words) ? 1 : 0;
            }
        }

        TopicKind? best = null;
        var most = 1;

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > most)
            {
                best = CategoryKinds[i].Kind;
                most = counts[i];
            }
        }

        return best;
    }

    /// <summary>
    /// Whether a category ends with one of the words: "Infectious diseases", not "Disease outbreaks" or "Deaths from disease". Only names of substances are
    /// written in one word with what stands before them ("Phenethylamines"): "Male protagonists" are no agonists.
    /// </summary>
    private static bool NamesKind(ReadOnlySpan<char> category, string[] words)
    {
        foreach (var word in words)
        {
            if (category.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (category.Length == word.Length || !char.IsLetter(category[^(word.Length + 1)]) || word is "amines"))
            {
                return !category.ContainsAnyCase("from ") && !category.ContainsAnyCase("people") && !category.ContainsAnyCase("fictional") && !category.ContainsAnyCase("film ");
            }
        }

        return false;
    }
}
