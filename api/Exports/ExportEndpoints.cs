using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using CredScore.Exports.Columns;
using CredScore.Exports.Writing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CredScore.Api.Exports;

/// <summary>Datasets of stored pages, for researchers: asked for, watched, downloaded.</summary>
internal static class ExportEndpoints
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration("Exports").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ExportShelf>();
        services.AddSingleton<ExportPlans>();
        services.AddSingleton<StoredRows>();
        services.AddSingleton<ExportRun>();
        services.AddSingleton<ExportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportWorker>());
        services.AddSingleton<ExportDesk>();
    }

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/exports").WithTags("Exports").RequireAuthorization(Scopes.Exports, AccountRegistration.Researchers).RequireRateLimiting(Limits.Reads)
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);
        exports.MapPost("/", MakeExport).WithName("MakeExport").WithSummary("Begins a dataset of the pages that were submitted or contributed; what is left out of the request does not limit it.")
            .RequireRateLimiting(Limits.Submissions).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        exports.MapGet("/", ListExports).WithName("ListExports").WithSummary("Lists one's own exports, the newest first; an owner sees every one.");
        exports.MapGet("/columns", ListColumns).WithName("ListExportColumns").WithSummary("Lists the columns of a table, each with its meaning, unit, range and source.").ProducesProblem(400);
        exports.MapGet("/{id:guid}", GetExport).WithName("GetExport").WithSummary("Says how far an export is.").ProducesProblem(404);
        exports.MapDelete("/{id:guid}", DeleteExport).WithName("DeleteExport").WithSummary("Deletes an export.").ProducesProblem(404).ProducesProblem(409);
        exports.MapGet("/{id:guid}/package", GetPackage).WithName("GetExportPackage").WithSummary("Sends the table in a zip with its data dictionary, descriptions for programs, citation, licence, rulesets, example code and checksums.").ProducesProblem(404).ProducesProblem(409);
        exports.MapGet("/{id:guid}/file", GetFile).WithName("GetExportFile").WithSummary("Sends the table; a download that broke off goes on with Range and If-Range.").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Accepted<ExportAnswer>> MakeExport(ExportRequest request, ClaimsPrincipal user, ExportDesk desk, CancellationToken cancellationToken)
    {
        var export = await desk.BeginAsync(People.ActorOf(user)!, request, cancellationToken);
        return TypedResults.Accepted($"/v1/exports/{export.Id}", ExportAnswer.Of(export));
    }

    private static async Task<Ok<IReadOnlyList<ExportAnswer>>> ListExports(ClaimsPrincipal user, ExportShelf shelf, CancellationToken cancellationToken)
        => TypedResults.Ok<IReadOnlyList<ExportAnswer>>([.. (await shelf.ListAsync(People.ActorOf(user)!, cancellationToken)).Select(ExportAnswer.Of)]);

    private static async Task<Ok<IReadOnlyList<ColumnAnswer>>> ListColumns(string? rows, ClaimsPrincipal user, ExportPlans plans, CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(new(Rows: rows), People.ActorOf(user)!, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ColumnAnswer>>([.. plan.Faces.Select(ColumnAnswer.Of)]);
    }

    private static async Task<Ok<ExportAnswer>> GetExport(Guid id, ClaimsPrincipal user, ExportShelf shelf, CancellationToken cancellationToken)
        => TypedResults.Ok(ExportAnswer.Of(await shelf.GetAsync(People.ActorOf(user)!, id, cancellationToken)));

    private static async Task<NoContent> DeleteExport(Guid id, ClaimsPrincipal user, ExportShelf shelf, CancellationToken cancellationToken)
    {
        await shelf.DeleteAsync(People.ActorOf(user)!, id, cancellationToken);
        return TypedResults.NoContent();
    }

    internal static async Task<PhysicalFileHttpResult> GetFile(Guid id, ClaimsPrincipal user, ExportShelf shelf, CancellationToken cancellationToken)
        => FileOf(await shelf.GetAsync(People.ActorOf(user)!, id, cancellationToken), shelf);

    /// <summary>The table as a download that can be gone on with.</summary>
    internal static PhysicalFileHttpResult FileOf(StoredExport export, ExportShelf shelf)
    {
        var file = FileOf(export);
        var form = TableForm.OfFile(file)!;
        return TypedResults.PhysicalFile(
            Path.Combine(shelf.FolderOf(export.Id), file), form.MediaType, $"credscore-{file}", entityTag: new EntityTagHeaderValue($"\"{export.Sha256}\""), enableRangeProcessing: true);
    }

    internal static async Task<PhysicalFileHttpResult> GetPackage(Guid id, ClaimsPrincipal user, ExportShelf shelf, CancellationToken cancellationToken)
        => PackageOf(await shelf.GetAsync(People.ActorOf(user)!, id, cancellationToken), shelf);

    /// <summary>The package as a download that can be gone on with.</summary>
    internal static PhysicalFileHttpResult PackageOf(StoredExport export, ExportShelf shelf)
        => TypedResults.PhysicalFile(
            Path.Combine(shelf.FolderOf(export.Id), FileOf(export) is not null ? ExportShelf.PackageName : ""),
            "application/zip",
            $"credscore-{export.Sha256![..12]}.zip",
            entityTag: new EntityTagHeaderValue($"\"{export.PackageSha256}\""),
            enableRangeProcessing: true);

    private static string FileOf(StoredExport export) => export is { State: ExportState.Ready, File: { } file } ? file : throw ExportProblems.NotReady(ExportRow.Word(export.State));
}

/// <summary>Takes requests for exports.</summary>
internal sealed class ExportDesk(ExportPlans plans, ExportShelf shelf, ExportWorker worker)
{
    /// <summary>Begins an export of a request that can be understood.</summary>
    public async Task<StoredExport> BeginAsync(Actor actor, ExportRequest request, CancellationToken cancellationToken)
    {
        _ = await plans.ReadAsync(request, actor, cancellationToken);
        var export = await shelf.AddAsync(actor, request, cancellationToken);
        worker.Begin(export);
        return export;
    }
}

/// <summary>An export and how far it is.</summary>
/// <param name="Id">Names it.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>ready</c> or <c>failed</c>.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="MadeAt">When.</param>
/// <param name="EndedAt">When it was ready or failed.</param>
/// <param name="Pages">Pages to go through; null until they are counted.</param>
/// <param name="Rows">Rows that are written.</param>
/// <param name="Bytes">Length of the table once it is ready.</param>
/// <param name="Sha256">Of the table, in hexadecimal.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record ExportAnswer(
    Guid Id, string State, ExportRequest Request, DateTimeOffset MadeAt, DateTimeOffset? EndedAt, long? Pages, long Rows, long? Bytes, string? Sha256, string? Error)
{
    public static ExportAnswer Of(StoredExport export) => new(
        export.Id, ExportRow.Word(export.State), export.Request, export.MadeAt, export.EndedAt, export.Pages, export.Rows, export.Bytes, export.Sha256, export.Error);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Type"><c>text</c>, <c>whole</c> (a whole number) or <c>number</c>.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Unit">Of its numbers.</param>
/// <param name="Least">Least value, where one is set.</param>
/// <param name="Most">Greatest value, where one is set.</param>
/// <param name="Words">The words that its text is one of; empty where any may stand.</param>
/// <param name="Source">Who says so.</param>
internal sealed record ColumnAnswer(string Name, string Type, string Meaning, string? Unit, double? Least, double? Most, IReadOnlyList<string> Words, string Source)
{
    public static ColumnAnswer Of(ColumnFace column) => new(column.Name, ExportRow.Word(column.Kind), column.Meaning, column.Unit, column.Least, column.Most, column.Words, column.Source);
}
