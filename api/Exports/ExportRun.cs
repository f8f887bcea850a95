using System.Buffers.Binary;
using System.Security.Cryptography;
using CredScore.Api.Alternatives;
using CredScore.Exports.Packages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Exports;

/// <summary>Writes one export: under another name until it is whole. Throws <see cref="IOException"/> when the disk does not take it, and then nothing is left of it.</summary>
internal sealed class ExportRun(StoredRows rows, ExportShelf shelf, MarkStore marks, TimeProvider time)
{
    private const int WriteBuffer = 1024 * 1024;

    /// <summary>Writes the table and its package; answers with the export as it then stands.</summary>
    public async Task<StoredExport> WriteAsync(StoredExport export, ExportPlan plan, CancellationToken cancellationToken)
    {
        var folder = shelf.FolderOf(export.Id);
        var file = $"{plan.Set}.{plan.Form.Ending}";
        var table = Path.Combine(folder, file);
        var members = Path.Combine(folder, ExportShelf.MembersName);
        var package = Path.Combine(folder, ExportShelf.PackageName);

        try
        {
            var seen = new SeenRows(plan, time.GetUtcNow().Year);
            var written = await WriteTableAsync(export, plan, seen, $"{table}.part", $"{members}.part", cancellationToken);
            var whole = written with { File = file, Bytes = new FileInfo($"{table}.part").Length, Sha256 = await HashAsync($"{table}.part", cancellationToken) };
            await WritePackageAsync(ContentsOf(whole, plan, seen) with { NotHelpful = await marks.CountAsync(cancellationToken) }, $"{table}.part", $"{package}.part", cancellationToken);
            whole = whole with { Bands = seen.Bands, Scores = seen.Scores, SourceYears = seen.Years, First = seen.First, PackageSha256 = await HashAsync($"{package}.part", cancellationToken) };
            File.Move($"{members}.part", members, overwrite: true);
            File.Move($"{package}.part", package, overwrite: true);
            File.Move($"{table}.part", table, overwrite: true);
            return whole;
        }
        catch
        {
            foreach (var part in Directory.EnumerateFiles(folder, "*.part"))
            {
                File.Delete(part);
            }

            throw;
        }
    }

    private async Task<StoredExport> WriteTableAsync(StoredExport export, ExportPlan plan, SeenRows seen, string table, string members, CancellationToken cancellationToken)
    {
        // Closed by the sink, however it ends.
        var file = new FileStream(table, FileMode.Create, FileAccess.ReadWrite, FileShare.None, WriteBuffer);
        await using var list = new FileStream(members, FileMode.Create, FileAccess.Write, FileShare.None, WriteBuffer);
        var earlier = await EarlierRows.ReadAsync(shelf, plan.Earlier, cancellationToken);

        if (plan.Appraisals is not null)
        {
            return await WriteAppraisalsAsync(export, plan, seen, earlier, file, list, cancellationToken);
        }

        if (plan.IsOfReferences)
        {
            await using var references = await plan.Form.OpenAsync(file, plan.ReferenceColumns);
            export = await WriteRowsAsync(export, plan, seen, earlier, list, async row =>
            {
                foreach (var reference in row.References)
                {
                    await references.AddAsync(new(row.Row, reference), cancellationToken);
                }

                return row.References.Count;
            }, cancellationToken);
            await references.CompleteAsync();
            return export;
        }

        await using var pages = await plan.Form.OpenAsync(file, plan.PageColumns);
        export = await WriteRowsAsync(export, plan, seen, earlier, list, async row =>
        {
            await pages.AddAsync(row.Row, cancellationToken);
            return 1;
        }, cancellationToken);
        await pages.CompleteAsync();
        return export;
    }

    private async Task<StoredExport> WriteAppraisalsAsync(StoredExport export, ExportPlan plan, SeenRows seen, EarlierRows earlier, FileStream file, FileStream members, CancellationToken cancellationToken)
    {
        var scored = new AppraisalRows(plan);
        await using var appraisals = await plan.Form.OpenAsync(file, plan.AppraisalColumns);
        export = await WriteRowsAsync(export, plan, seen, earlier, members, row =>
        {
            scored.Add(row.Row);
            return ValueTask.FromResult(0);
        }, cancellationToken);
        var rows = scored.All;

        foreach (var row in rows)
        {
            seen.Show(row);
            await appraisals.AddAsync(row, cancellationToken);
        }

        await appraisals.CompleteAsync();
        return export with { Rows = rows.Count };
    }

    private async Task<StoredExport> WriteRowsAsync(StoredExport export, ExportPlan plan, SeenRows seen, EarlierRows earlier, FileStream members, Func<StoredRow, ValueTask<int>> write, CancellationToken cancellationToken)
    {
        var number = new byte[sizeof(long)];
        var written = 0L;

        await foreach (var block in rows.ReadAsync(plan, pages => shelf.Report(export = export with { Pages = pages }), cancellationToken))
        {
            foreach (var row in block)
            {
                var name = EarlierRows.NameOf(row);
                BinaryPrimitives.WriteInt64LittleEndian(number, name);
                members.Write(number);

                if (!earlier.Contains(name))
                {
                    seen.Add(row);
                    written += await write(row);
                }
            }

            shelf.Report(export = export with { Rows = written });
        }

        return export;
    }

    private static PackageContents ContentsOf(StoredExport export, ExportPlan plan, SeenRows seen) => new()
    {
        File = export.File!,
        Form = plan.Form,
        Bytes = export.Bytes!.Value,
        Sha256 = export.Sha256!,
        Rows = export.Rows,
        IsOfReferences = plan.IsOfReferences,
        IsOfAppraisals = plan.Appraisals is not null,
        Columns = plan.Faces,
        Request = ExportJson.Write(export.Request),
        Versions = seen.Versions,
        AsOf = seen.AsOf,
        Rulesets = plan.Rulesets.Where(ruleset => seen.Versions.Rulesets.ContainsKey(ruleset.Key)).ToDictionary(ruleset => ruleset.Key, RulesetWriter.Write),
    };

    private static async Task WritePackageAsync(PackageContents contents, string table, string package, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(package, FileMode.Create, FileAccess.ReadWrite, FileShare.None, WriteBuffer);
        await PackageWriter.WriteAsync(file, contents, table, cancellationToken);
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
