using System.IO.Compression;
using System.Security.Cryptography;
using CredScore.Exports.Columns;
using CredScore.Exports.Writing;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Exports.Reading;

/// <summary>An export cannot be read; the message says why and what to do.</summary>
public sealed class ExportException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Reads an export again: a package (zip, or the folder that it was unpacked to) or a table alone, in any of the forms that exports are written in. Throws <see cref="ExportException"/>.
/// </summary>
public sealed class ExportReader : IDisposable
{
    private const int LongestRuleset = RulesetReader.LongestInput;

    private static readonly string[] Tables = ["pages"];

    private readonly Dictionary<string, Ruleset> _rulesets = new(StringComparer.Ordinal);
    private readonly string _table;
    private readonly string? _temporary;

    private ExportReader(string table, string? temporary)
    {
        _table = table;
        _temporary = temporary;
        Form = TableForm.OfFile(table) ?? throw new ExportException($"{table} is no export: its name ends in none of {string.Join(", ", TableForm.Endings)}, and it is no package.");
    }

    public TableForm Form { get; }

    /// <summary>The rulesets that came with the table, by their keys.</summary>
    public IReadOnlyDictionary<string, Ruleset> Rulesets => _rulesets;

    /// <summary>Whether a path may be an export; what it holds shows when it is opened.</summary>
    public static bool IsExport(string path) => Directory.Exists(path) || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    public static ExportReader Open(string path)
    {
        try
        {
            return Directory.Exists(path) ? OpenFolder(path, null)
                : !File.Exists(path) ? throw new ExportException($"There is no file {path}.")
                : path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? OpenZip(path)
                : new(path, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ExportException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The rows in their order, without references.</summary>
    public async IAsyncEnumerable<ExportRow> ReadAsync()
    {
        var rows = Form.Kind is TableKind.Parquet ? ParquetRows.ReadAsync(_table) : TextRows.ReadAsync(_table, Form);

        await foreach (var cells in rows)
        {
            yield return RowOf(cells);
        }
    }

    /// <summary>Compares the table with the checksum that its package gives; true where there is none, as for a table alone.</summary>
    public async Task<bool> IsWholeAsync(CancellationToken cancellationToken)
    {
        var sums = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_table))!, "SHA256SUMS");

        if (!File.Exists(sums) || File.ReadLines(sums).FirstOrDefault(line => line.EndsWith($"  {Path.GetFileName(_table)}", StringComparison.Ordinal)) is not { } sum)
        {
            return true;
        }

        await using var table = File.OpenRead(_table);
        return sum.StartsWith(Convert.ToHexStringLower(await SHA256.HashDataAsync(table, cancellationToken)), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static ExportReader OpenFolder(string folder, string? temporary)
    {
        var table = Tables.SelectMany(name => TableForm.Endings.Select(ending => Path.Combine(folder, $"{name}.{ending}"))).FirstOrDefault(File.Exists)
            ?? throw new ExportException($"{folder} holds no table of pages: an export of references cannot be scored.");
        var reader = new ExportReader(table, temporary);
        reader.ReadRulesets(Path.Combine(folder, "rulesets"));
        return reader;
    }

    // Only names that a package has are taken out, so that no entry can be written elsewhere.
    private static ExportReader OpenZip(string path)
    {
        var folder = Directory.CreateTempSubdirectory("credscore-export-").FullName;

        try
        {
            using var zip = ZipFile.OpenRead(path);
            Directory.CreateDirectory(Path.Combine(folder, "rulesets"));

            foreach (var entry in zip.Entries)
            {
                if (Tables.Any(name => TableForm.Endings.Any(ending => entry.FullName == $"{name}.{ending}")))
                {
                    entry.ExtractToFile(Path.Combine(folder, entry.FullName));
                }
                else if (entry.FullName == "SHA256SUMS" && entry.Length <= LongestRuleset)
                {
                    entry.ExtractToFile(Path.Combine(folder, "SHA256SUMS"));
                }
                else if (entry.FullName == $"rulesets/{entry.Name}" && entry.Name.EndsWith(".json", StringComparison.Ordinal) && entry.Length <= LongestRuleset)
                {
                    entry.ExtractToFile(Path.Combine(folder, "rulesets", Path.GetFileName(entry.Name)));
                }
            }

            return OpenFolder(folder, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private void ReadRulesets(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
        {
            if (RulesetReader.Read(File.ReadAllBytes(file)).Ruleset is { } ruleset)
            {
                _rulesets[ruleset.Key] = ruleset;
            }
        }
    }

    private static ExportRow RowOf(Cells cells)
    {
        var kind = cells.Text("kind");
        var features = kind is null || !cells.HasAny(PageColumns.FeaturePrefix) ? null : new FeatureValues(AllFeatures.NamesOf(kind), cells.Numbers(PageColumns.FeaturePrefix));

        return new()
        {
            Id = cells.Text("id") ?? cells.Text("key"),
            Kind = kind,
            Key = cells.Text("key") ?? cells.Text("id"),
            Address = cells.Text("address"),
            Title = cells.Text("title"),
            Language = cells.Text("language"),
            Revision = cells.Whole("revision"),
            Provenance = cells.Text("provenance"),
            ChannelId = cells.Text("channel.id"),
            ChannelName = cells.Text("channel.name"),
            ChannelKind = cells.Text("channel.kind"),
            Score = cells.Number("score"),
            Band = cells.Text("band"),
            Confidence = cells.Number("confidence"),
            Profile = cells.Text("profile"),
            Criteria = [.. cells.Numbers("criteria.")],
            PredictedClass = cells.Text("prediction.class"),
            PredictedMean = cells.Number("prediction.expected"),
            Features = features,
            Versions = cells.Text("versions.ruleset") is { } ruleset
                ? new(ruleset, cells.Text("versions.model"), cells.Text("versions.catalogue") ?? "", cells.Text("versions.scorer") ?? "")
                : null,
            Error = cells.Text("error"),
        };
    }
}
