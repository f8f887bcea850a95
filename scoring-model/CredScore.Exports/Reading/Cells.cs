using System.Globalization;

namespace CredScore.Exports.Reading;

/// <summary>The cells of a row by the names of their columns; a value is text, a number or nothing.</summary>
internal sealed class Cells(IReadOnlyList<string> names, object?[] values)
{
    public string? Text(string name) => At(name) switch
    {
        null or "" => null,
        string text => text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    public long? Whole(string name) => At(name) switch
    {
        long whole => whole,
        double number => (long)number,
        string text when long.TryParse(text, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };

    public double? Number(string name) => NumberOf(At(name));

    /// <summary>Whether there is a column whose name begins so.</summary>
    public bool HasAny(string prefix) => names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The numbers of all columns whose names begin so, by the rest of their names.</summary>
    public IEnumerable<KeyValuePair<string, double?>> Numbers(string prefix)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index].StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return new(names[index][prefix.Length..], NumberOf(values[index]));
            }
        }
    }

    private static double? NumberOf(object? value) => value switch
    {
        double number => number,
        long whole => whole,
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private object? At(string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return values[index];
            }
        }

        return null;
    }
}
