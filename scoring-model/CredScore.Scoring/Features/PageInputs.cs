using System.Numerics;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Features;

/// <summary>What the features of any page are read from: its classified references, and the counts that several features share.</summary>
public abstract class PageInputs
{
    private readonly int[] _types = new int[Enum.GetValues<SourceType>().Length];
    private readonly int[] _traits = new int[SourceTraits.Count];
    private KeyValuePair<string, int>[]? _origins;

    private protected PageInputs(IReadOnlyList<ClassifiedSource> references, bool hasReferences)
    {
        ArgumentNullException.ThrowIfNull(references);
        References = references;
        HasReferences = hasReferences;
        var sources = new List<ClassifiedSource>(references.Count);

        foreach (var reference in references)
        {
            Listed += reference.Reference is { Place: ReferencePlace.List, Kind: not ReferenceKind.Note } ? 1 : 0;

            if (reference.Reference.Kind == ReferenceKind.ShortFootnote)
            {
                // A call of the entry that it points at.
                ShortFootnotes++;
            }
            else if (reference.Reference.Kind != ReferenceKind.Note)
            {
                sources.Add(reference);
                Count(reference);
            }
        }

        Sources = sources;
    }

    /// <summary>Every reference of the page, classified.</summary>
    public IReadOnlyList<ClassifiedSource> References { get; }

    /// <summary>The references that are sources: without remarks and short footnotes.</summary>
    public IReadOnlyList<ClassifiedSource> Sources { get; }

    /// <summary>Entries of the reference list, without remarks.</summary>
    public int Listed { get; }

    /// <summary>The references that are short footnotes.</summary>
    public int ShortFootnotes { get; }

    /// <summary>Whether the page tells what it refers to at all.</summary>
    public bool HasReferences { get; private protected set; }

    /// <summary>The journals, bodies and sites behind the sources, and how many sources each has.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Origins => _origins ??= [.. Sources.Where(source => source.Origin is not null).CountBy(source => source.Origin!)];

    /// <summary>Sources whose type is known.</summary>
    public int Classified => Sources.Count - _types[(int)SourceType.Unknown];

    /// <summary>Number of sources of a type.</summary>
    public int CountOf(SourceType type) => _types[(int)type];

    /// <summary>Number of sources of several types.</summary>
    public int CountOf(params ReadOnlySpan<SourceType> types)
    {
        var count = 0;

        foreach (var type in types)
        {
            count += _types[(int)type];
        }

        return count;
    }

    /// <summary>Number of sources with a trait.</summary>
    internal int CountOf(SourceTrait trait) => _traits[BitOperations.TrailingZeroCount((uint)trait)];

    private void Count(ClassifiedSource source)
    {
        _types[(int)source.Type]++;

        for (var traits = (uint)SourceTraits.Of(source.Reference); traits != 0; traits &= traits - 1)
        {
            _traits[BitOperations.TrailingZeroCount(traits)]++;
        }
    }
}
