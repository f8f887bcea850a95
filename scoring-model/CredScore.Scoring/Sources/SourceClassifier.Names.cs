using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

// Names of newspapers, publishers and bodies, and what is left when no list knows them.
public sealed partial class SourceClassifier
{
    private static readonly Verdict CitedNewspaper = new(SourceType.Media, "cited as a newspaper; not in our lists");
    private static readonly Verdict CitedMagazine = new(SourceType.Media, "cited as a magazine; not in our lists");
    private static readonly Verdict CitedRecording = new(SourceType.Media, "cited as a broadcast or recording");
    private static readonly Verdict CitedEncyclopedia = new(SourceType.Tertiary, "cited as an encyclopedia");

    /// <summary>For what is cited as part of a newspaper, a magazine or a programme, its name decides before the host that shows it.</summary>
    private Verdict? ByPeriodical(Reference reference)
        => reference is { Kind: ReferenceKind.News or ReferenceKind.Magazine or ReferenceKind.Journal or ReferenceKind.Encyclopedia or ReferenceKind.AudioVisual, Work: { } work }
            ? _catalogues.Works.Find(work) ?? AsHost(work)
            : null;

    private Verdict? ByNames(Reference reference)
    {
        if (!reference.IsStructured)
        {
            return CitationText.FindName(TextOf(reference), _catalogues.Publishers, _catalogues.Works);
        }

        return (reference.Kind is ReferenceKind.Book ? null : ByName(reference.Work)) ?? ByName(reference.Publisher) ?? ByName(reference.Author);
    }

    private Verdict? ByName(string? name)
        => name is null ? null : _catalogues.Works.Find(name) ?? PublisherNames.Find(_catalogues.Publishers, name) ?? AsHost(name);

    // "IGN.com", "BBC.co.uk": a site named by its address.
    private Verdict? AsHost(string name)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];
        var isHost = name.IndexOf('.', StringComparison.Ordinal) is var dot && dot > 0 && dot < name.Length - 2 && !name.Contains(' ', StringComparison.Ordinal);
        return isHost && WebAddress.TryParse(name, buffer, out var address) ? _catalogues.Hosts.Find(address) : null;
    }

    private static Verdict? ByShapeOfNames(Reference reference)
        => reference.IsStructured && reference.Kind is not (ReferenceKind.News or ReferenceKind.Magazine or ReferenceKind.Encyclopedia)
            ? ByShape(reference.Publisher) ?? ByShape(reference.Work) ?? (reference.Kind is ReferenceKind.Report ? ByShape(reference.Author) : null)
            : null;

    private static Verdict? ByShape(string? name)
    {
        // "gillingham-mad.co.uk" is an address and no company.
        if (name is null || (name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        var key = buffer[..NameKey.Write(name, buffer)];
        return JournalForm.IsPlain(key) ? JournalForm.Named : OrganisationForm.Read(key);
    }

    private static Verdict? ByKind(Reference reference, in SourceClues clues) => reference.Kind switch
    {
        ReferenceKind.News => CitedNewspaper,
        ReferenceKind.Magazine => CitedMagazine,
        ReferenceKind.AudioVisual => CitedRecording,
        ReferenceKind.Encyclopedia => CitedEncyclopedia,
        _ => clues.HasIsbn ? UnlistedBook : null,
    };
}
