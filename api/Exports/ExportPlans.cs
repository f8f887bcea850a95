using System.Globalization;
using CredScore.Api.Accounts;
using CredScore.Api.Appraisals;
using CredScore.Api.Batches;
using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Exports.Columns;
using CredScore.Exports.Writing;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Exports;

/// <summary>Understands requests. Throws <see cref="RefusedException"/> with a sentence on what is wrong with one.</summary>
internal sealed class ExportPlans(RulesetShelf rulesets, ClassShelf classes, AppraisalShelf appraisals, ExportShelf shelf, IDbContextFactory<BatchContext> batches)
{
    private const int LongestWord = 200;

    private static readonly string[] Bands = [.. Enum.GetValues<Band>().Select(ExportRow.Word)];

    public async Task<ExportPlan> ReadAsync(ExportRequest request, Actor actor, CancellationToken cancellationToken)
    {
        ThrowIfWrong(request);
        var (articles, videos, site) = await FindRulesetsAsync(request, cancellationToken);
        var plan = new ExportPlan
        {
            Form = TableForm.Find(request.Format ?? "parquet")!,
            IsOfReferences = request.Rows is "reference",
            Appraisals = request.Rows is "appraisal" ? await FindAppraisalsAsync(request, cancellationToken) : null,
            Chosen = request.Columns ?? [],
            Site = request.Site ?? site,
            Language = request.Language,
            Topic = request.Topic,
            Band = request.Band,
            From = Later(request.From, MomentOf(request.Since)),
            To = request.To,
            ArticleRuleset = articles,
            VideoRuleset = videos,
            Batch = await FindBatchAsync(request, actor, cancellationToken),
            Earlier = await FindEarlierAsync(request, actor, cancellationToken),
        };
        ThrowIfUnknown(plan);
        return plan;
    }

    private static void ThrowIfWrong(ExportRequest request)
    {
        var fault = request switch
        {
            { Format: { } format } when TableForm.Find(format) is null => $"A format is one of {string.Join(", ", TableForm.Endings)}.",
            { Rows: not (null or "page" or "reference" or "appraisal") } => "A row stands for a page, a reference or an appraisal: rows is page, reference or appraisal.",
            { Rows: "appraisal", Since: not null } => "Appraisals have no date, so that nobody is told by it: leave since out.",
            { Site: { } site } when !Sites.All.Contains(site) => $"A site is one of {string.Join(", ", Sites.All)}.",
            { Language: { } language } when !PageAddress.TryParse($"wikipedia:{language}:X", out _, out _) => "A language is the first part of an edition's address, such as en or de.",
            { Band: { } band } when !Bands.Contains(band) => $"A band is one of {string.Join(", ", Bands)}.",
            { Topic.Length: 0 or > LongestWord } => $"A topic is medical, general or a name of at most {LongestWord} characters.",
            { From: { } from, To: { } to } when from >= to => "from is not before to, so that no page can be in between.",
            { Ruleset: not null, Class: not null } => "Name a ruleset or a class, not both: a class has rulesets of its own.",
            { Since: { } since } when !Guid.TryParse(since, out _) && MomentOf(since) is null => "since is the id of an earlier export, or a moment such as 2026-11-01T00:00:00Z.",
            _ => null,
        };

        if (fault is not null)
        {
            throw ExportProblems.Invalid(fault);
        }
    }

    private static void ThrowIfUnknown(ExportPlan plan)
    {
        var known = (plan with { Chosen = [] }).Faces.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

        if (plan.Chosen.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw ExportProblems.Invalid($"There is no column {(unknown.Length > LongestWord ? unknown[..LongestWord] : unknown)} in a table of {plan.Set}. GET /v1/exports/columns lists those that there are.");
        }
    }

    private async Task<(Ruleset? Articles, Ruleset? Videos, string? Site)> FindRulesetsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (request.Class is { } code)
        {
            var found = await classes.FindAsync(code, cancellationToken) ?? throw AccountProblems.ClassMissing;
            return (await FindAsync(found.ArticleRuleset, cancellationToken), await FindAsync(found.VideoRuleset, cancellationToken), null);
        }

        var ruleset = await FindAsync(request.Ruleset, cancellationToken);

        if (ruleset is not null && request.Site is { } site && site != ruleset.Site)
        {
            throw ExportProblems.Invalid($"{ruleset.Id} judges pages of {ruleset.Site}, and the site that was asked for is {site}.");
        }

        return ruleset?.Site == Sites.YouTube ? (null, ruleset, ruleset.Site) : (ruleset, null, ruleset?.Site);
    }

    private async Task<IReadOnlyList<AppraisalRow>> FindAppraisalsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (request.Class is not { } code)
        {
            return AppraisalRows.Of(await appraisals.GroupsAsync(null, cancellationToken));
        }

        var found = await classes.FindAsync(code, cancellationToken) ?? throw AccountProblems.ClassMissing;
        return found.CollectsAppraisals ? AppraisalRows.Of([await appraisals.PagesAsync(found, cancellationToken)]) : throw AppraisalProblems.NotCollected;
    }

    private async Task<Ruleset?> FindAsync(string? id, CancellationToken cancellationToken)
        => id is null ? null : await rulesets.FindAsync(id, cancellationToken) ?? throw new RefusedException(Problem.UnknownRuleset);

    private async Task<Guid?> FindEarlierAsync(ExportRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.Since, out var id))
        {
            return null;
        }

        var earlier = await shelf.GetAsync(actor, id, cancellationToken);
        return earlier.State is ExportState.Ready ? id : throw ExportProblems.NotReady(ExportRow.Word(earlier.State));
    }

    private async Task<int?> FindBatchAsync(ExportRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (request.Batch is not { } id)
        {
            return null;
        }

        await using var context = await batches.CreateDbContextAsync(cancellationToken);
        return await context.Batches.AnyAsync(batch => batch.Id == id && (batch.OwnerId == actor.Id || actor.IsOwner), cancellationToken) ? id : throw ExportProblems.Invalid($"There is no batch {id} of yours.");
    }

    private static DateTimeOffset? MomentOf(string? since)
        => DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
