using CredScore.Exports.Columns;
using CredScore.Exports.Writing;

namespace CredScore.Exports.Packages;

/// <summary>What a package says of its table. Nothing of when or where it was made: the same table gives the same package.</summary>
public sealed record PackageContents
{
    /// <summary>Name of the table's file.</summary>
    public required string File { get; init; }

    public required TableForm Form { get; init; }

    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the table in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long Rows { get; init; }

    /// <summary>Whether a row is a reference and not a page.</summary>
    public required bool IsOfReferences { get; init; }

    /// <summary>Whether a row is an appraisal and not a page.</summary>
    public bool IsOfAppraisals { get; init; }

    public required IReadOnlyList<ColumnFace> Columns { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>Versions that occur in the rows, each with how many rows it gave.</summary>
    public required VersionCounts Versions { get; init; }

    /// <summary>When the page was read that was read last: the date of the data. Null for a table without rows.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The rulesets that scored the rows, as JSON by their keys.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Rulesets { get; init; }

    /// <summary>Links that readers found not helpful; null where nobody was asked.</summary>
    public IReadOnlyList<NotHelpful>? NotHelpful { get; init; }

    internal string Title => IsOfAppraisals ? "Appraisals of pages beside CredScore's scores" : IsOfReferences ? "References of pages scored by CredScore" : "Pages scored by CredScore";

    internal string Description => IsOfAppraisals
        ? "A row for each appraisal of a Wikipedia article or YouTube video by a student or educator of a class that consented, without names, beside the score that CredScore gives the page: signals of credibility, and no check of facts. "
            + "Only pages that five people or more of a class have appraised."
        : $"{(IsOfReferences ? "A row for each reference of" : "A row for each of the")} Wikipedia articles and YouTube videos that researchers and educators submitted or readers contributed, with what CredScore made of them: "
        + "signals of credibility (who made a page, what it cites, how it was reviewed, how current and complete it is), and no check of facts.";

    /// <summary>What a row stands for, in the plural.</summary>
    internal string Set => IsOfAppraisals ? "appraisals" : IsOfReferences ? "references" : "pages";

    /// <summary>The date as text; that of the first day that there is for a table without rows.</summary>
    internal string Date => (AsOf ?? DateTimeOffset.UnixEpoch).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Names this table among all others.</summary>
    internal string Version => Sha256[..12];
}

/// <summary>Which versions occur in rows, and how often.</summary>
public sealed class VersionCounts
{
    private readonly SortedDictionary<string, long> _rulesets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _models = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _catalogues = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _scorers = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Rulesets => _rulesets;

    public IReadOnlyDictionary<string, long> Models => _models;

    public IReadOnlyDictionary<string, long> Catalogues => _catalogues;

    public IReadOnlyDictionary<string, long> Scorers => _scorers;

    public void Add(ExportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);

        if (row.Versions is { } versions)
        {
            Add(_rulesets, versions.Ruleset);
            Add(_models, versions.Model);
            Add(_catalogues, versions.Catalogue);
            Add(_scorers, versions.Scorer);
        }
    }

    private static void Add(SortedDictionary<string, long> counts, string? version)
    {
        if (version is not null)
        {
            counts[version] = counts.GetValueOrDefault(version) + 1;
        }
    }
}
