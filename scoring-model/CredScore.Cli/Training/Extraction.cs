using CredScore.Cli.Bulk.Input;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Sources;

namespace CredScore.Cli.Training;

/// <summary>From labelled pages to their features, many at a time and in order.</summary>
internal static class Extraction
{
    // Without a model: features must be readable before one was trained on them.
    private static readonly PageScorer Reader = new(new SourceClassifier());

    /// <summary>The features of every page of an input; the first row that cannot be used ends the command, since a table with holes misleads.</summary>
    public static FeatureTable Run(string path, CancellationToken cancellationToken)
    {
        using var input = InputFile.Open(path, new());
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<LabelledFeatures>();

        try
        {
            var pages = input.Rows().AsParallel().AsOrdered().WithCancellation(cancellationToken).Select((row, index) => ReadRow(row, index + 1));

            foreach (var (id, grade, group, isMedical, values) in pages)
            {
                groups.TryAdd(group, groups.Count);
                rows.Add(new(id, grade, groups[group], isMedical, values));
            }
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<CommandFailure>().FirstOrDefault() is { } failure)
        {
            throw CommandFailure.BadInput(failure.Message, several);
        }
        catch (Exception cut) when (FindCut(cut) is { } place)
        {
            throw CommandFailure.BadInput($"{path} breaks off: {Sentence.Plain(place.Message)}.", cut);
        }

        return rows.Count > 0 ? new([.. ArticleFeatures.All.Select(feature => feature.Name)], rows) : throw CommandFailure.BadInput($"{path} holds no rows.");
    }

    /// <summary>The features of a page as a model is trained on them: without the marks that are its grade.</summary>
    public static FeatureValues ReadFeatures(DocumentFormat format, string text, ArticleContext context)
    {
        var article = format is DocumentFormat.Html ? HtmlReader.Read(text, context) : WikitextReader.Read(GradeMarks.Remove(text), context);
        return Reader.ReadFeatures(article);
    }

    private static CutInputException? FindCut(Exception exception)
        => exception as CutInputException ?? (exception as AggregateException)?.InnerExceptions.OfType<CutInputException>().FirstOrDefault();

    private static (string Id, Grade Grade, string Group, bool IsMedical, float[] Values) ReadRow(InputRow row, int number)
    {
        var page = row.Read();

        if (page.Error is { } error)
        {
            throw CommandFailure.BadInput(error);
        }

        if (!Grades.TryParse(page.Label.Grade, out var grade))
        {
            var label = page.Label.Grade is { } given ? $"Row {number} has the unknown label {Sentence.Plain(given)}" : $"Row {number} has no label";
            throw CommandFailure.BadInput($"{label}; labels are {string.Join(", ", Grades.All.Select(known => known.Id()))}.");
        }

        var context = new ArticleContext { Title = page.Title, Language = page.Language ?? ArticleContext.Unknown.Language };
        var values = ReadFeatures(page.Format, page.Text!, context);
        return (page.Id.Text ?? $"{number}", grade, page.Label.Group ?? page.Title ?? $"row {number}", page.Label.IsMedical ?? false, ToFloats(values));
    }

    private static float[] ToFloats(FeatureValues values)
    {
        var floats = new float[values.Count];

        for (var i = 0; i < floats.Length; i++)
        {
            floats[i] = (float)(values.At(i) ?? double.NaN);
        }

        return floats;
    }
}
