using System.Collections.Frozen;
using System.Globalization;

namespace CredScore.Scoring.Topics;

/// <summary>
/// Words of medicine and health in English, German, French, Spanish, Italian and Portuguese, as the beginnings that their forms share, in small letters
/// without diacritics. A <em>plain</em> word is about health wherever it stands; a <em>vague</em> one (heart, doctor, virus) needs company.
/// </summary>
internal static class HealthWords
{
    private const int LongestWord = 40;

    private static readonly string[] PlainBeginnings =
    [
        // What people have.
        "disease", "krankheit", "maladi", "enfermedad", "malatti", "doenca", "syndrom", "sindrom", "symptom", "sintom", "infect", "infekt", "infecc", "infezion", "cancer", "cancro",
        "cancerig", "tumor", "tumour", "leukemi", "leukaemi", "leucemi", "lymphom", "linfom", "melanom", "diabet", "asthma", "asthme", "arthrit", "artrit", "epileps", "epilept", "alzheimer",
        "parkinson", "dementia", "demenz", "demencia", "schlaganfall", "infarct", "infarkt", "infart", "hypertens", "hipertens", "ipertens", "bluthochdruck", "cholest", "colester",
        "pneumon", "rotavir", "norovir", "neumon", "polmonit", "hepatit", "herpes", "papillom", "measles", "masern", "rougeole", "sarampion", "sarampo", "morbillo", "mumps", "rubella", "tubercul", "tuberk",
        "malaria", "paludism", "influenza", "ebola", "meningit", "diphther", "difter", "pertussis", "poliomy", "autism", "autist", "schizophren", "esquizofren", "schizofren", "anorexi",
        "bulimi", "suicid", "suizid", "obesity", "obesid", "obesit", "adiposit", "allerg", "alergi", "eczema", "ekzem", "neurodermit", "psoria", "migrain", "migran", "headache",
        "kopfschmerz", "osteopor", "endometrio", "sepsis", "anemia", "anaemia", "anamie", "anemie", "ulcer", "colitis", "crohn", "sclerosis", "sklerose", "esclerosis", "sclerose",
        "fibromyalg", "prostat", "menopaus", "wechseljahr", "pregnan", "schwanger", "embaraz", "grossesse", "gravidanz", "gravidez", "breastfeed", "allaitement", "lactancia", "pandemi",
        "epidemi", "coronavir", "covid", "quarantin", "quarantan", "cuarenten", "mutilation", "illness", "sickness", "morgellons",
        // What is done about it.
        "vaccin", "vaxx", "antivax", "unvax", "vacun", "vacin", "impf", "immuniz", "immunis", "inmuniz", "antibiot", "antibod", "antikorper", "anticorp", "anticuerp", "chemother", "chimiother", "quimioter",
        "chemioter", "radiother", "psychother", "psicoter", "physiother", "fisioter", "surgery", "surgeon", "surgical", "chirurg", "cirug", "cirurg", "transplant", "trasplant",
        "trapiant", "dialys", "dialis", "colonosc", "koloskop", "coloscop", "endoscop", "endoskop", "darmspiegel", "mammogr", "biops", "anesth", "anaesth", "anasth", "anestes",
        "narkose", "medicat", "medikament", "medicament", "medicin", "medizin", "medecin", "medical", "medico", "pharmac", "pharmak", "farmac", "diagnos", "prognos", "insulin",
        "vitamin", "hydroxychloroq", "ivermectin", "ibuprofen", "paracetamol", "acetaminophen", "opioid", "fentanyl", "overdos", "contracept", "anticoncept", "homeopath", "homoopath",
        "homeopat", "acupunct", "akupunkt", "acupunt", "chiropract", "naturopath", "heilprakt", "defibrillat", "resuscitat", "injection", "subcutan", "intraven", "wiederbeleb", "reanimation", "ultrasound", "ultraschall",
        // Who does it, where, and the subjects.
        "hospitaliz", "hospitalis", "hospitalier", "hospitalar", "krankenhaus", "klinik", "hopital", "hopitaux", "ospedal", "physician", "hausarzt", "nurse", "nursing", "enfermeir", "enfermeri", "infirmier", "krankenpfleg", "midwi",
        "hebamme", "paramedic", "oncolog", "onkolog", "cardiolog", "kardiolog", "cardiovasc", "neurolog", "neurosurg", "dermatolog", "gynecolog", "gynaecolog", "gynakolog", "ginecolog",
        "urolog", "psychiatr", "psiquiatr", "psichiatr", "pediatr", "paediatr", "padiatr", "geriatr", "radiolog", "immunolog", "immunsystem", "inmunolog", "virolog", "bacteriolog",
        "microbiolog", "mikrobiolog", "toxicolog", "anatom", "physiolog", "fisiolog", "patholog", "patolog", "ophthalm", "oftalm", "augenarzt", "dentist", "zahnarzt", "zahnmedizin",
        "orthopad", "orthoped", "orthopaed", "ortoped", "endocrin", "endokrin", "hormon", "gesundheit", "saude", "wellness", "ernahrungsmed", "nephrolog", "hepatolog",
        "gastroenter", "hematolog", "haematolog", "hamatolog", "rheumat", "rhumat", "pulmonolog", "pneumolog", "thyroid", "schilddruse", "tiroid", "thyroide", "histolog", "embryolog",
    ];

    private static readonly string[] PlainWords =
        ["hospital", "hospitals", "hospitales", "hospitais", "flu", "grippe", "gripe", "hiv", "vih", "sida", "hpv", "adhd", "tdah", "ptsd", "cpr", "ecg", "ekg", "mri", "avc", "ictus", "salud", "sante", "salute", "arzt", "arzte", "arztin", "tbc", "copd", "cdc", "polio", "zika", "sars", "mers", "mmr", "hcq", "ivf", "nhs", "medic", "medics", "rash", "asma", "tetanus", "smallpox", "chickenpox", "gout", "acne", "vax", "jab", "krebs", "rki", "oms"];

    private static readonly string[] VagueBeginnings =
    [
        "health", "healing", "doctor", "doktor", "docteur", "patient", "pacient", "pazient", "clinic", "cliniqu", "therap", "terap", "treatment", "behandlung", "traitement", "tratamiento", "trattament",
        "blood", "heart", "brain", "lung", "kidney", "liver", "immun", "inmun", "virus", "viral", "viren", "bacteri", "bakteri", "batteri", "microb", "germs", "disorder", "depress", "anxiety",
        "ansiedad", "ansiedade", "angoiss", "schmerz", "douleur", "fever", "fieber", "fievre", "fiebre", "febbre", "cough", "husten", "fracture", "fraktur", "tendon", "ligament",
        "muscle", "skeleton", "nutrit", "nutric", "nutriz", "ernahrung", "toxin", "detox", "cholera", "plague", "outbreak", "injur", "verletzung", "wound", "stroke", "colon", "bowel", "stomach",
        "polyp", "sleep", "insomni", "stress", "addict", "overweight", "weight", "mental", "biomed", "genetic", "dosage", "remed", "cure", "heilung", "heilen", "stillen", "birth",
        "embryo", "dental", "bone", "skin", "diet", "cannabis", "alcohol", "tobacco", "smoking", "vaping", "screening", "wuhan", "lockdown", "chronic", "chronisch", "cholin", "neuro", "cardi",
    ];

    private static readonly string[] VagueWords =
        ["drug", "drugs", "dose", "pain", "dolor", "dolore", "dor", "nih", "fda", "aids", "herz", "blut", "niere", "leber", "lunge", "coeur", "sang", "sangre", "sangue", "corazon", "cuore", "coracao", "krank", "malade", "enfermo", "malato", "doente", "cells", "autoimmune", "dr", "md", "mask", "masks", "fauci", "dna", "mrna", "nerve", "nerves", "organ", "organs", "virus", "shots"];

    // German writes compounds in one word: Lungenkrebs, Herzkrankheiten, Coronaimpfung, Kinderarzt.
    private static readonly string[] PlainParts = ["krebs", "krankheit", "impfung", "arzt", "medizin", "klinik", "gesundheit", "syndrom", "entzundung", "vaccin"];

    // Small letters for U+00E0 to U+00FF.
    private const string BaseLetters = "aaaaaaaceeeeiiiidnooooo ouuuuyty";

    private static readonly FrozenDictionary<string, bool> Beginnings = Table(PlainBeginnings, VagueBeginnings);
    private static readonly FrozenDictionary<string, bool> Words = Table(PlainWords, VagueWords);
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> BeginningsBySpan = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Shortest = Beginnings.Keys.Min(key => key.Length);
    private static readonly int Longest = Beginnings.Keys.Max(key => key.Length);

    /// <summary>Notes every word of health in a text.</summary>
    /// <param name="text">Any text; looked at as far as it goes.</param>
    /// <param name="found">Gets each different word once, with whether it is plain.</param>
    public static void Find(ReadOnlySpan<char> text, HealthWordsFound found)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var start = 0;

        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? Fold(text[i]) : ' ';

            if (c is '\0')
            {
                continue;
            }

            if (char.IsLetter(c))
            {
                start = length == 0 ? i : start;

                if (length < LongestWord)
                {
                    word[length] = c;
                }

                length++;
                continue;
            }

            if (length is >= 2 and <= LongestWord && MeaningOf(word[..length]) is { } isPlain)
            {
                found.Add(word[..length], text[start..i], isPlain);
            }

            length = 0;
        }
    }

    /// <summary>Whether a folded word is a plain word of health; null when it is none.</summary>
    private static bool? MeaningOf(ReadOnlySpan<char> word)
    {
        if (WordsBySpan.TryGetValue(word, out var isPlain))
        {
            return isPlain;
        }

        // Before the beginnings: "Lungenkrebs" begins like a vague word and is a plain one.
        foreach (var part in PlainParts)
        {
            if (word.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        for (var length = Math.Min(word.Length, Longest); length >= Shortest; length--)
        {
            if (BeginningsBySpan.TryGetValue(word[..length], out isPlain))
            {
                return isPlain;
            }
        }

        return null;
    }

    // Combining marks are passed over, so that "é" in two characters is an e.
    private static char Fold(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        >= '\u00C0' and <= '\u00FF' => BaseLetters[(c - '\u00C0') % 32] is var letter and not ' ' ? letter : ' ',
        _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => '\0',
        _ => char.ToLowerInvariant(c),
    };

    private static FrozenDictionary<string, bool> Table(string[] plain, string[] vague)
        => plain.Distinct().Select(word => KeyValuePair.Create(word, true))
            .Concat(vague.Except(plain).Distinct().Select(word => KeyValuePair.Create(word, false)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}

/// <summary>Different words of health that were found in one place, each counted once.</summary>
internal sealed class HealthWordsFound
{
    private const int Most = 12;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _seenBySpan;

    public HealthWordsFound() => _seenBySpan = _seen.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Plain { get; private set; }

    public int Vague { get; private set; }

    /// <summary>The first plain word as written, else the first vague one; null when there is none.</summary>
    public string? First { get; private set; }

    public void Add(ReadOnlySpan<char> folded, ReadOnlySpan<char> written, bool isPlain)
    {
        if (_seen.Count >= Most || !_seenBySpan.Add(folded))
        {
            return;
        }

        First = First is null || (isPlain && Plain == 0) ? new string(written) : First;
        Plain += isPlain ? 1 : 0;
        Vague += isPlain ? 0 : 1;
    }
}
