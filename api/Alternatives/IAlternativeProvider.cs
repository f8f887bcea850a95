using CredScore.Scoring.Assessments;

namespace CredScore.Api.Alternatives;

/// <summary>A publisher that can be asked for pages on a topic.</summary>
internal interface IAlternativeProvider
{
    /// <summary>What sentences and answers call it.</summary>
    string Name { get; }

    /// <summary>Whether it is switched on, with a key where it needs one.</summary>
    bool IsOn { get; }

    /// <summary>How long its terms allow an answer to be kept; null where they set no limit.</summary>
    TimeSpan? LongestKept => null;

    /// <summary>Whether its terms allow an answer to be written down. What may not be is kept in memory.</summary>
    bool MayBeStored => true;

    /// <summary>
    /// Its pages on exactly this topic; empty when it has none. What it answers is taken only when its title is the topic's name or names it whole.
    /// Throws <see cref="Upstream.UpstreamException"/>.
    /// </summary>
    Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken);
}

/// <summary>A topic as publishers are asked for it.</summary>
/// <param name="Title">Its name as an encyclopedia titles it, with a word in brackets where there is one.</param>
/// <param name="Name">Its name, without a word in brackets.</param>
/// <param name="Names">The name and its synonyms.</param>
/// <param name="Field">The field that the catalogue of topics puts it in; null for a topic that only its page names.</param>
/// <param name="Mesh">Its MeSH number; null when not known.</param>
/// <param name="Icd10">Its code in ICD-10; null when not known.</param>
/// <param name="Snomed">Its number in SNOMED CT; null when not known.</param>
internal sealed record AskedTopic(string Title, string Name, IReadOnlyList<string> Names, string? Field, string? Mesh, string? Icd10, string? Snomed);
