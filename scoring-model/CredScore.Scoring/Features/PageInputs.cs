using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Features;

/// <summary>What the features of any page are read from: its classified references, and the counts that several features share.</summary>
public abstract class PageInputs
{
    private readonly int[] _types = new int[Enum.GetValues<SourceType>().Length];

    private protected PageInputs(IReadOnlyList<ClassifiedSource> references, bool hasReferences)
    {
        ArgumentNullException.ThrowIfNull(references);
        References = references;
        HasReferences = hasReferences;
        // A remark is no source, and a short footnote is a call of the entry it points at.
        Sources = [.. references.Where(source => source.Reference.Kind is not (ReferenceKind.Note or ReferenceKind.ShortFootnote))];

        foreach (var source in Sources)
        {
            _types[(int)source.Type]++;
        }
    }

    /// <summary>Every reference of the page, classified.</summary>
    public IReadOnlyList<ClassifiedSource> References { get; }

    /// <summary>The references that are sources: without remarks and short footnotes.</summary>
    public IReadOnlyList<ClassifiedSource> Sources { get; }

    /// <summary>Whether the page tells what it refers to at all.</summary>
    public bool HasReferences { get; private protected set; }

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
}
