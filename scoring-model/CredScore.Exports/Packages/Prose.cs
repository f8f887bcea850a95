using CredScore.Exports.Writing;

namespace CredScore.Exports.Packages;

/// <summary>What a package says to people.</summary>
internal static class Prose
{
    public const string Licence =
        """
        Titles of articles, and titles of references as articles give them, come from Wikipedia and are licensed CC BY-SA 4.0
        (https://creativecommons.org/licenses/by-sa/4.0/); their authors stand in the history of each article, which its address and revision name.
        Titles of videos and names of channels come from YouTube and identify what is described; they remain their owners'.
        Scores, feature values and all else that CredScore computed may be used under the same licence, CC BY-SA 4.0. Name the table's SHA-256, so that others find the same.

        """;

    public static string CiteAs(PackageContents contents) => $"CredScore. {contents.Title} ({contents.Date}). Data set, version {contents.Version}, SHA-256 {contents.Sha256}.";

    public static string Citation(PackageContents contents) =>
        $"""
        cff-version: 1.2.0
        message: If you use this data set, please cite it as below, and name the SHA-256 of its table.
        type: dataset
        title: {contents.Title}
        authors:
          - name: CredScore
        version: {contents.Version}
        date-released: {contents.Date}
        license: CC-BY-SA-4.0
        identifiers:
          - type: other
            value: sha256:{contents.Sha256}
            description: SHA-256 of {contents.File}

        """;

    public static string ReadMe(PackageContents contents) =>
        $"""
        # {contents.Title}

        {contents.Description}

        `{contents.File}`: {contents.Rows} rows, {contents.Columns.Count} columns, {contents.Bytes} bytes, read up to {contents.Date}. SHA-256 `{contents.Sha256}`.

        | file | what it is |
        | --- | --- |
        | `dictionary.csv` | each column: name, type, meaning, unit, range, source |
        | `datapackage.json` | the same for programs (Frictionless), with what was asked for and the versions that gave the rows |
        | `croissant.json` | the same for machine learning (Croissant 1.0 of ML Commons) |
        | `CITATION.cff`, `LICENSE.txt` | how to cite it, and what may be done with it |
        | `rulesets/` | the rulesets that scored the rows |
        | `examples/` | code that loads the table |
        {NotHelpfulRow(contents)}        | `SHA256SUMS` | checksums: `sha256sum -c SHA256SUMS` |

        {Repeat(contents)} Rows: {Versions(contents.Versions.Rulesets)}; catalogues {Versions(contents.Versions.Catalogues)}; scorer {Versions(contents.Versions.Scorers)}.

        ## Limits
        - Scores are about signals of credibility and not about truth: a page with a high score can be wrong, and one with a low score right.
        - The pages are no random sample. {Sample(contents)}
        - Empty cells are unknown, never zero. Where little is known there is no score, and the band is insufficient.
        - Articles and videos are scored by different rules over different features; their scores are not to be compared with each other.
        - English articles are read best; in other languages fewer sources are recognised, and confidence is lower.
        - Feature values that depend on a date (ages) are as of the moment in `fetched`.
        - A reader may take a contribution back: the page is then missing from later exports. Please leave it out of what you publish afterwards.

        """;

    private static string Repeat(PackageContents contents) => contents.IsOfAppraisals
        ? """
          ## How far people agree
          `credscore agreement` with the table as CSV computes Cohen's and Fleiss' kappa and intraclass correlations for each question and class. Scores stand beside the answers; to get them again, export the pages.
          """
        : """
          ## The same numbers again
          `credscore verify` with this package scores every row again from its feature values, without the network, and compares; `credscore bulk` with it and `--ruleset` scores it by other
          rules; `credscore compare` with two packages says where they agree.
          """;

    private static string Sample(PackageContents contents) => contents.IsOfAppraisals
        ? "They are those that five people or more of a class chose to appraise. Who they were is not known, nor whether one person was one rater; classes and raters are numbered anew in each table."
        : "They are those that researchers and educators submitted and that readers chose to contribute; nothing is known of who they were.";

    public static string Python(PackageContents contents) =>
        $"""
        # pip install pandas pyarrow duckdb zstandard
        import pandas as pd

        table = pd.{PandasOf(contents)}
        print(table.describe())

        # The same with SQL, without loading it all:
        import duckdb

        print(duckdb.sql("SELECT band, count(*) AS {What(contents)} FROM '{contents.File}' GROUP BY band ORDER BY band"))

        """;

    public static string Sql(PackageContents contents) =>
        $"""
        -- duckdb < examples/load.sql, in the folder of {contents.File}
        SELECT band, count(*) AS {What(contents)} FROM '{contents.File}' GROUP BY band ORDER BY band;

        """;

    public static string R(PackageContents contents) =>
        $"""
        # install.packages(c("{PackageOfR(contents)}"))
        table <- {ReaderOfR(contents)}
        summary(table)

        """;

    private static string NotHelpfulRow(PackageContents contents) => contents.NotHelpful is null
        ? ""
        : $"| `{NotHelpful.FileName}` | better pages that readers found not helpful, of the whole service whatever the table holds: topic, address, how many said so, and why. Counts below {NotHelpful.Fewest} are left out, and reasons where one is that small. Only readers count who agreed; one could say so twice |\n";

    private static string What(PackageContents contents) => contents.IsOfReferences ? "refs" : contents.Set;

    private static string Versions(IReadOnlyDictionary<string, long> counts) => counts.Count == 0 ? "none" : string.Join(", ", counts.Select(pair => $"{pair.Key} ({pair.Value})"));

    private static string PandasOf(PackageContents contents) => contents.Form.Kind switch
    {
        TableKind.Csv => $"read_csv(\"{contents.File}\")",
        TableKind.JsonLines => $"read_json(\"{contents.File}\", lines=True)",
        _ => $"read_parquet(\"{contents.File}\")",
    };

    private static string PackageOfR(PackageContents contents) => contents.Form.Kind is TableKind.Parquet ? "arrow" : "duckdb";

    private static string ReaderOfR(PackageContents contents) => contents.Form.Kind is TableKind.Parquet
        ? $"arrow::read_parquet(\"{contents.File}\")"
        : $"DBI::dbGetQuery(DBI::dbConnect(duckdb::duckdb()), \"SELECT * FROM '{contents.File}'\")";
}
