using System.Globalization;
using System.Text;

namespace CredScore.Exports.Packages;

/// <summary>How many readers found a link not helpful who had agreed to say so. Counts of fewer than <see cref="Fewest"/> are not shown, nor can they be worked out.</summary>
/// <param name="Topic">The topic that the link was offered for.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Marks">How many readers.</param>
/// <param name="Reasons">Counts by reason, and of those without one, in the order of <see cref="ReasonNames"/>; null where one of them is small.</param>
public sealed record NotHelpful(string Topic, string Url, int Marks, IReadOnlyList<int>? Reasons)
{
    /// <summary>Smallest count that is shown.</summary>
    public const int Fewest = 5;

    /// <summary>The file's name in a package.</summary>
    public const string FileName = "not-helpful.csv";

    /// <summary>Columns of the counts by reason.</summary>
    public static IReadOnlyList<string> ReasonNames { get; } = ["other_topic", "does_not_open", "too_hard", "too_simple", "no_reason"];

    /// <summary>A link's counts: with a small one among its reasons, none of these is told, since the sum would give it away.</summary>
    public static NotHelpful Of(string topic, string url, int marks, params ReadOnlySpan<int> reasons)
    {
        var none = marks;

        foreach (var count in reasons)
        {
            none -= count;
        }

        int[] all = [.. reasons, none];
        return new(topic, url, marks, Array.Exists(all, count => count is > 0 and < Fewest) ? null : all);
    }

    /// <summary>The table, with its header.</summary>
    public static byte[] Write(IReadOnlyList<NotHelpful> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        var text = new StringBuilder("topic,url,marks,").AppendJoin(',', ReasonNames).Append('\n');

        foreach (var link in links)
        {
            var reasons = ReasonNames.Select((_, index) => link.Reasons?[index].ToString(CultureInfo.InvariantCulture) ?? "");
            text.Append(Cell(link.Topic)).Append(',').Append(Cell(link.Url)).Append(',').Append(link.Marks.ToString(CultureInfo.InvariantCulture)).Append(',').AppendJoin(',', reasons).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // What a spreadsheet would run as a formula has an apostrophe in front.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
