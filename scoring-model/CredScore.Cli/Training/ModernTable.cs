using System.Globalization;
using CredScore.Scoring.Model;
using CsvHelper;

namespace CredScore.Cli.Training;

/// <summary>Reads others' numeric tables of newer articles (CSV with a header): the columns that count what a feature of ours counts, and the grade.</summary>
internal static class ModernTable
{
    /// <summary>Columns of others and what of ours counts the same.</summary>
    private static readonly (string Theirs, string Ours)[] Shared =
    [
        ("CW", "structure.words"), ("CSN", "text.sentences"), ("CS", "structure.sections"), ("CR", "citations.references"), ("CEL", "structure.external_links"),
        ("content_length", "markup.characters"), ("num_references", "citations.references"), ("num_sections", "structure.top_headings"),
    ];

    private static readonly Dictionary<string, Grade> GradesByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["0"] = Grade.Stub,
        ["1"] = Grade.Start,
        ["2"] = Grade.C,
        ["3"] = Grade.B,
        ["4"] = Grade.GA,
        ["6"] = Grade.FA,
        ["STUB"] = Grade.Stub,
        ["START"] = Grade.Start,
        ["C"] = Grade.C,
        ["B"] = Grade.B,
        ["GA"] = Grade.GA,
        ["FA"] = Grade.FA,
    };

    /// <summary>The rows with a grade of ours (class A is none), each a group of its own.</summary>
    public static FeatureTable Read(string path)
    {
        try
        {
            using var csv = CsvReader.FromFile(path);
            csv.ReadHeader();
            return Read(csv, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException or FormatException)
        {
            throw CommandFailure.BadInput($"{path} could not be read as a table of articles: {Sentence.Of(exception)}", exception);
        }
    }

    private static FeatureTable Read(CsvReader csv, string path)
    {
        var columns = Shared.Where(column => csv.Headers.Contains(column.Theirs)).ToArray();
        var label = csv.Headers.FirstOrDefault(name => name is "Quality" or "rating");

        if (columns.Length < 3 || label is null)
        {
            throw CommandFailure.BadInput($"{path} lacks the columns that are looked for: Quality with CW, CSN, CS, CR and CEL, or rating with content_length, num_references and num_sections.");
        }

        var rows = new List<LabelledFeatures>();

        while (csv.Read())
        {
            if (GradesByName.TryGetValue(csv.GetString(label), out var grade))
            {
                rows.Add(new($"{rows.Count}", grade, rows.Count, IsMedical: false, [.. columns.Select(column => float.Parse(csv.GetString(column.Theirs), CultureInfo.InvariantCulture))]));
            }
        }

        return rows.Count > 0 ? new([.. columns.Select(column => column.Ours)], rows) : throw CommandFailure.BadInput($"{path} holds no article with a grade.");
    }
}
