using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Exports.Columns;

namespace CredScore.Exports.Packages;

/// <summary>A Croissant description, version 1.0 of ML Commons' format: https://docs.mlcommons.org/croissant/docs/croissant-spec.html.</summary>
internal static class Croissant
{
    private const string Context =
        """
        {
          "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
          "rai": "http://mlcommons.org/croissant/RAI/", "data": { "@id": "cr:data", "@type": "@json" }, "dataType": { "@id": "cr:dataType", "@type": "@vocab" }, "dct": "http://purl.org/dc/terms/",
          "examples": { "@id": "cr:examples", "@type": "@json" }, "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet",
          "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField",
          "path": "cr:path", "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace", "sc": "https://schema.org/",
          "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform"
        }
        """;

    public static byte[] Write(PackageContents contents)
    {
        var set = contents.Set;

        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["@context"] = JsonNode.Parse(Context),
                ["@type"] = "sc:Dataset",
                ["conformsTo"] = "http://mlcommons.org/croissant/1.0",
                ["name"] = "credscore-export",
                ["description"] = contents.Description,
                ["version"] = contents.Version,
                ["license"] = "https://creativecommons.org/licenses/by-sa/4.0/",
                ["url"] = $"urn:sha256:{contents.Sha256}",
                ["datePublished"] = contents.Date,
                ["citeAs"] = Prose.CiteAs(contents),
                ["creator"] = new JsonObject { ["@type"] = "sc:Organization", ["name"] = "CredScore" },
                ["distribution"] = new JsonArray(new JsonObject
                {
                    ["@type"] = "cr:FileObject",
                    ["@id"] = contents.File,
                    ["name"] = contents.File,
                    ["contentUrl"] = contents.File,
                    ["contentSize"] = $"{contents.Bytes} B",
                    ["encodingFormat"] = contents.Form.MediaType.Split(';')[0],
                    ["sha256"] = contents.Sha256,
                }),
                ["recordSet"] = new JsonArray(new JsonObject
                {
                    ["@type"] = "cr:RecordSet",
                    ["@id"] = set,
                    ["name"] = set,
                    ["field"] = new JsonArray([.. contents.Columns.Select(column => Field(column, set, contents.File))]),
                }),
            },
            DataPackage.Json);
    }

    private static JsonObject Field(ColumnFace column, string set, string file) => new()
    {
        ["@type"] = "cr:Field",
        ["@id"] = $"{set}/{column.Name}",
        ["name"] = column.Name,
        ["description"] = column.Unit is { } unit ? $"{column.Meaning} Unit: {unit}." : column.Meaning,
        ["dataType"] = column.Kind switch { CellKind.Text => "sc:Text", CellKind.Whole => "sc:Integer", _ => "sc:Float" },
        ["source"] = new JsonObject { ["fileObject"] = new JsonObject { ["@id"] = file }, ["extract"] = new JsonObject { ["column"] = column.Name } },
    };
}
