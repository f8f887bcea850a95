using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

/// <summary>Tells a journal from its name alone: "Acta …", "Zeitschrift für …", "J Appl …".</summary>
internal static class JournalForm
{
    /// <summary>What is said of a journal that no list knows.</summary>
    public static readonly Verdict Named = new(SourceType.JournalArticle, "named as a journal; not in our lists");

    /// <summary>What is said of plain text that gives year, volume and pages as medicine cites journals.</summary>
    public static readonly Verdict CitedByVolume = new(SourceType.JournalArticle, "cited by year, volume and pages like a journal; its name is not in our lists");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "journal", "j", "jnl", "annals", "ann", "annales", "annali", "archives", "archive", "arch", "archiv", "acta", "proceedings", "proc", "zeitschrift", "z", "revista",
        "revue", "rev", "rivista", "transactions", "trans", "bulletin", "bull", "letters", "lett", "quarterly", "reviews", "review", "research", "res", "giornale", "tidsskrift",
        "tidskrift", "lakartidningen", "abhandlungen", "sitzungsberichte", "jahrbuch", "beitrage", "memoirs", "studies", "communications", "commun", "monatsschrift",
        "wochenschrift", "wochenschr", "anales", "boletin", "cahiers", "comptes", "jpn", "int", "eur", "am", "clin", "biol", "med", "sci", "surg", "chem", "phys",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the name cannot be but a journal's, whatever it is cited as: "Journal of …", "Annals of …".</summary>
    /// <param name="key">The name as a <see cref="NameKey"/>.</param>
    public static bool IsPlain(ReadOnlySpan<char> key)
        => key.Contains("journal of ", StringComparison.Ordinal)
        || key.StartsWith("annals of ", StringComparison.Ordinal)
        || key.StartsWith("archives of ", StringComparison.Ordinal)
        || key.StartsWith("proceedings of ", StringComparison.Ordinal)
        || key.StartsWith("acta ", StringComparison.Ordinal)
        || key.StartsWith("zeitschrift fur ", StringComparison.Ordinal);

    /// <summary>Whether the name has a word that journals' names have; only asked of what is cited as a journal.</summary>
    /// <param name="key">The name as a <see cref="NameKey"/>.</param>
    public static bool Fits(ReadOnlySpan<char> key)
    {
        foreach (var word in key.Split(' '))
        {
            if (Words.Contains(key[word]) || key[word].EndsWith("ology", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
