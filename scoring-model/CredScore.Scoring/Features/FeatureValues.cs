using System.Text.Json;

namespace CredScore.Scoring.Features;

/// <summary>The values of all declared features of one page, in the order of their declaration; null where unknown.</summary>
public sealed class FeatureValues
{
    private readonly FeatureNames _names;
    private readonly double[] _values;

    internal FeatureValues(FeatureNames names, double[] values)
    {
        _names = names;
        _values = values;
    }

    /// <summary>Makes values from stored pairs; names that are no longer declared are dropped, missing ones are unknown.</summary>
    public FeatureValues(FeatureNames names, IEnumerable<KeyValuePair<string, double?>> pairs)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(pairs);
        _names = names;
        _values = new double[names.Count];
        Array.Fill(_values, double.NaN);

        foreach (var (name, value) in pairs)
        {
            if (names.IndexOf(name) is var index and >= 0)
            {
                _values[index] = value ?? double.NaN;
            }
        }
    }

    /// <summary>
    /// Reads stored values, <c>{ "name": number or null }</c>; names that are no longer declared are dropped, missing ones are unknown. Made for many pages: what was stored by this very
    /// declaration is read without a parser. Throws <see cref="JsonException"/> for anything else.
    /// </summary>
    public static FeatureValues Parse(ReadOnlySpan<byte> json, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var values = new double[names.Count];
        return StoredNumbers.TryRead(json, names, values) ? new(names, values) : ParseAny(json, names);
    }

    private static FeatureValues ParseAny(ReadOnlySpan<byte> json, FeatureNames names)
    {
        var values = new double[names.Count];
        Array.Fill(values, double.NaN);
        var reader = new Utf8JsonReader(json);
        var next = 0;

        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Features are an object of numbers.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = next < names.Count && reader.ValueTextEquals(names.Utf8At(next)) ? next : names.IndexOf(reader.GetString()!);
            reader.Read();
            next = index + 1;

            if (index >= 0 && reader.TokenType != JsonTokenType.Null)
            {
                values[index] = reader.GetDouble();
            }
        }

        return new(names, values);
    }

    public int Count => _values.Length;

    public FeatureNames Names => _names;

    /// <summary>The value of a declared feature; null when unknown. Throws <see cref="KeyNotFoundException"/> for a name that is not declared.</summary>
    public double? this[string name] => _names.IndexOf(name) is var index and >= 0
        ? At(index)
        : throw new KeyNotFoundException($"There is no feature named {name}.");

    /// <summary>The value at a position of the declaration.</summary>
    public double? At(int index) => double.IsNaN(_values[index]) ? null : _values[index];

    /// <summary>The same values with another one for a declared feature.</summary>
    internal FeatureValues With(string name, double? value)
    {
        var values = (double[])_values.Clone();
        values[_names.IndexOf(name)] = value ?? double.NaN;
        return new(_names, values);
    }

    /// <summary>The same values with others for some declared features.</summary>
    internal FeatureValues With(IEnumerable<KeyValuePair<string, double?>> changes)
    {
        var values = (double[])_values.Clone();

        foreach (var (name, value) in changes)
        {
            values[_names.IndexOf(name)] = value ?? double.NaN;
        }

        return new(_names, values);
    }

    /// <summary>Names with their values, in order of declaration.</summary>
    public IEnumerable<KeyValuePair<string, double?>> Pairs()
    {
        for (var index = 0; index < _values.Length; index++)
        {
            yield return new(_names[index], At(index));
        }
    }
}
