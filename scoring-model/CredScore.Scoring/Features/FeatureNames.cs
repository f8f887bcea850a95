using System.Collections.Frozen;
using System.Text;

namespace CredScore.Scoring.Features;

/// <summary>The names of a list of features and their positions.</summary>
public sealed class FeatureNames
{
    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly FrozenDictionary<string, int> _positions;

    public FeatureNames(IEnumerable<string> names)
    {
        _names = [.. names];
        _utf8 = [.. _names.Select(Encoding.UTF8.GetBytes)];
        _positions = _names.Select((name, index) => KeyValuePair.Create(name, index)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public int Count => _names.Length;

    public string this[int index] => _names[index];

    /// <summary>The name at a position as UTF-8.</summary>
    internal ReadOnlySpan<byte> Utf8At(int index) => _utf8[index];

    /// <summary>Position of a name, or −1.</summary>
    public int IndexOf(string name) => _positions.GetValueOrDefault(name, -1);
}
