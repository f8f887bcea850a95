using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

/// <summary>Tells what kind of body stands behind a name that no list knows, from the words of the name: a university, a ministry, a newspaper.</summary>
internal static class OrganisationForm
{
    private static readonly Verdict UniversityPress = new(SourceType.AcademicBook, "a university press by its name; not in our lists");
    private static readonly Verdict University = new(SourceType.University, "a university by its name; not in our lists");
    private static readonly Verdict Hospital = new(SourceType.Society, "a hospital by its name; not in our lists");
    private static readonly Verdict HealthAuthority = new(SourceType.Guideline, "a health authority by its name; not in our lists");
    private static readonly Verdict HealthSociety = new(SourceType.Society, "a health society or charity by its name; not in our lists");
    private static readonly Verdict Government = new(SourceType.Government, "a public body by its name; not in our lists");
    private static readonly Verdict Organisation = new(SourceType.Organisation, "an organisation by its name; not in our lists");
    private static readonly Verdict Media = new(SourceType.Media, "a newspaper, magazine or broadcaster by its name; not in our lists");
    private static readonly Verdict Company = new(SourceType.Commercial, "a company by its name; not in our lists");

    [Flags]
    private enum Sense
    {
        None = 0,
        University = 1,
        Press = 2,
        Hospital = 4,
        Health = 8,
        Authority = 16,
        Body = 32,
        Media = 64,
        Company = 128,
        School = 256,
        Ministry = 512,
        PublicHealth = 1024,
        Newspaper = 2048,
    }

    private static readonly FrozenDictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> Senses = AllSenses();

    /// <summary>What the name's words say; null when they say nothing.</summary>
    /// <param name="key">The name as a <see cref="NameKey"/>.</param>
    public static Verdict? Read(ReadOnlySpan<char> key)
    {
        var senses = Sense.None;
        var length = 0;

        foreach (var range in key.Split(' '))
        {
            var sense = Senses.TryGetValue(key[range], out var found) ? found : Sense.None;

            // "Daily Planet" and "Smallville Gazette" are newspapers; "Star Fleet Club" is none.
            var isEdge = range.Start.Value == 0 || range.End.Value == key.Length;
            senses |= isEdge ? sense : sense & ~(Sense.Media | Sense.Press);
            length++;
        }

        return length > 14 ? null : Decide(senses);
    }

    /// <summary>Whether the first or the last word is one that hardly anything but a newspaper or a magazine has.</summary>
    /// <param name="key">The name as a <see cref="NameKey"/>.</param>
    public static bool IsNewspaper(ReadOnlySpan<char> key)
    {
        var first = key.IndexOf(' ') is var space and > 0 ? key[..space] : key;
        var last = key[(key.LastIndexOf(' ') + 1)..];
        return (Senses.TryGetValue(first, out var senses) && senses.HasFlag(Sense.Newspaper)) || (Senses.TryGetValue(last, out senses) && senses.HasFlag(Sense.Newspaper));
    }

    private static Verdict? Decide(Sense senses)
    {
        bool Has(Sense sense) => (senses & sense) != 0;

        return senses switch
        {
            _ when Has(Sense.University) && Has(Sense.Press) => UniversityPress,
            _ when Has(Sense.Hospital) => Hospital,
            _ when Has(Sense.University) || (Has(Sense.School) && Has(Sense.Health)) => University,
            _ when Has(Sense.Ministry) && Has(Sense.PublicHealth) => HealthAuthority,
            _ when Has(Sense.Authority) => Government,
            _ when Has(Sense.Body) && Has(Sense.Health) => HealthSociety,
            _ when Has(Sense.Media) => Media,
            _ when Has(Sense.Body) || Has(Sense.School) => Organisation,
            _ when Has(Sense.Company) => Company,
            _ => null,
        };
    }

    private static FrozenDictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> AllSenses()
    {
        var senses = new Dictionary<string, Sense>(StringComparer.Ordinal);

        void Add(Sense sense, string words)
        {
            foreach (var word in words.Split(' '))
            {
                senses[word] = senses.GetValueOrDefault(word) | sense;
            }
        }

        Add(Sense.University, "university universities univ universite universitat universidad universidade universita universitaires universiteit universitet universitas uniwersytet polytechnic");
        Add(Sense.Press, "press presses forlag verlag editora uitgeverij pers publications");
        Add(Sense.University | Sense.Press, "universitetsforlag universitetsforlaget universitatsverlag");
        Add(Sense.Hospital, "hospital hospitals clinic clinics infirmary klinikum");
        Add(Sense.Health, "health medicine medical cancer heart diabetes psychiatric psychiatry psychology psychological physicians surgeons surgery nurses nursing pediatrics paediatrics dental " +
            "dentistry disease diseases syndrome disorders patients disability autism epilepsy sclerosis arthritis asthma allergy hiv aids stroke kidney lung gynecologists obstetricians " +
            "neurology cardiology dermatology ophthalmology urological radiology oncology gesundheit salud sante pharmaceutical drug drugs");
        Add(Sense.PublicHealth, "health sante salud gesundheit");
        Add(Sense.Ministry | Sense.Authority, "department ministry ministere ministerio ministerium");
        Add(Sense.Authority, "government parliament senate bureau census hmso municipality embassy prefecture " +
            "commission authority borough county township legislature governor federal navy army statistics stationery treasury");
        Add(Sense.Body, "museum library archives gallery trust foundation institute institution association society federation league union club committee academy council " +
            "church diocese organization organisation centre center zoo airport cathedral synod alliance coalition guild " +
            "conservancy laboratory observatory initiative registry consortium verein gesellschaft stiftung institut instituto");
        Add(Sense.School, "school college schools faculty gymnasium");
        Add(Sense.Media | Sense.Newspaper, "times post herald tribune gazette newspaper chronicle daily observer magazine weekly telegraph examiner courier sentinel dispatch enquirer inquirer zeitung");
        Add(Sense.Media, "news newspapers star sun mirror radio television tv broadcasting globe guardian standard record echo argus advertiser reporter register ledger mail express today media " +
            "channel journal monthly zeitschrift tageblatt le el il entertainment fm online bulletin review digest world");
        Add(Sense.Company, "inc ltd llc corp corporation company gmbh plc records limited ag entertainment studios games software productions pictures industries airlines airways railway railways");
        return senses.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
