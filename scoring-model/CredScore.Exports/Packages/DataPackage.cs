using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Exports.Columns;
using CredScore.Exports.Writing;

namespace CredScore.Exports.Packages;

/// <summary>A Frictionless data package, version 1 of the standard: https://specs.frictionlessdata.io/data-package/.</summary>
internal static class DataPackage
{
    internal static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PackageContents contents) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["profile"] = contents.Form is { Kind: TableKind.Csv } ? "tabular-data-package" : "data-package",
            ["name"] = "credscore-export",
            ["title"] = contents.Title,
            ["description"] = contents.Description,
            ["version"] = contents.Version,
            ["licenses"] = new JsonArray(new JsonObject { ["name"] = "CC-BY-SA-4.0", ["path"] = "https://creativecommons.org/licenses/by-sa/4.0/", ["title"] = "Creative Commons Attribution-ShareAlike 4.0" }),
            ["sources"] = new JsonArray(
                new JsonObject { ["title"] = "Wikipedia", ["path"] = "https://www.wikipedia.org/" },
                new JsonObject { ["title"] = "YouTube", ["path"] = "https://www.youtube.com/" }),
            ["resources"] = new JsonArray(Resource(contents)),
            ["credscore"] = new JsonObject
            {
                ["rows"] = contents.Rows,
                ["asOf"] = contents.Date,
                ["request"] = JsonNode.Parse(contents.Request),
                ["versions"] = Versions(contents.Versions),
            },
        },
        Json);

    internal static JsonObject Versions(VersionCounts versions) => new()
    {
        ["rulesets"] = Counts(versions.Rulesets),
        ["models"] = Counts(versions.Models),
        ["catalogues"] = Counts(versions.Catalogues),
        ["scorers"] = Counts(versions.Scorers),
    };

    private static JsonObject Counts(IReadOnlyDictionary<string, long> counts) => new(counts.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    private static JsonObject Resource(PackageContents contents)
    {
        var resource = new JsonObject
        {
            ["name"] = contents.Set,
            ["path"] = contents.File,
            ["profile"] = contents.Form is { Kind: TableKind.Csv } ? "tabular-data-resource" : "data-resource",
            ["format"] = contents.Form.Kind switch { TableKind.Csv => "csv", TableKind.JsonLines => "jsonl", _ => "parquet" },
            ["mediatype"] = contents.Form.MediaType.Split(';')[0],
            ["bytes"] = contents.Bytes,
            ["hash"] = $"sha256:{contents.Sha256}",
        };

        if (contents.Form.Kind is not TableKind.Parquet)
        {
            resource["encoding"] = "utf-8";
        }

        if (contents.Form.Packing is not Packing.None)
        {
            resource["compression"] = contents.Form.Packing is Packing.Gzip ? "gz" : "zst";
        }

        resource["schema"] = new JsonObject { ["fields"] = new JsonArray([.. contents.Columns.Select(Field)]), ["missingValues"] = new JsonArray("") };
        return resource;
    }

    private static JsonObject Field(ColumnFace column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Kind switch { CellKind.Text => "string", CellKind.Whole => "integer", _ => "number" },
            ["description"] = column.Meaning,
            ["credscore:source"] = column.Source,
        };

        if (column.Unit is { } unit)
        {
            field["credscore:unit"] = unit;
        }

        if (ConstraintsOf(column) is { Count: > 0 } constraints)
        {
            field["constraints"] = constraints;
        }

        return field;
    }

    private static JsonObject ConstraintsOf(ColumnFace column)
    {
        var constraints = new JsonObject();

        if (column.Least is { } least)
        {
            constraints["minimum"] = least;
        }

        if (column.Most is { } most)
        {
            constraints["maximum"] = most;
        }

        if (column.Words.Count > 0)
        {
            constraints["enum"] = new JsonArray([.. column.Words.Select(word => JsonValue.Create(word))]);
        }

        return constraints;
    }

    /// <summary>A column's range in words; empty where none is set.</summary>
    internal static string RangeOf(ColumnFace column) => column switch
    {
        { Words.Count: > 0 } => string.Join(" | ", column.Words),
        { Least: { } least, Most: { } most } => string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
        { Least: { } least } => string.Create(CultureInfo.InvariantCulture, $"{least} and more"),
        _ => "",
    };
}

/// <summary>The data dictionary as a table: a row for each column.</summary>
internal static class Dictionary
{
    private static readonly IReadOnlyList<Column<ColumnFace>> Columns =
    [
        Column.OfText<ColumnFace>("name", column => column.Name, "Header of the column.", ""),
        Column.OfText<ColumnFace>("type", column => ExportRow.Word(column.Kind), "What its cells hold.", ""),
        Column.OfText<ColumnFace>("meaning", column => column.Meaning, "What it says.", ""),
        Column.OfText<ColumnFace>("unit", column => column.Unit, "Unit of its numbers.", ""),
        Column.OfText<ColumnFace>("range", DataPackage.RangeOf, "Values that it may have.", ""),
        Column.OfText<ColumnFace>("source", column => column.Source, "Who says so.", ""),
    ];

    public static byte[] Write(PackageContents contents)
    {
        var rows = new CsvRows<ColumnFace>(Columns);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        System.Buffers.BuffersExtensions.Write(buffer, rows.Header.Span);

        foreach (var column in contents.Columns)
        {
            rows.Write(column, buffer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
