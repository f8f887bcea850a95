using CredScore.Api.Accounts;
using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Exports.Appraisals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Appraisals;

/// <summary>Appraisals of classes that collect them, without identities. Throws <see cref="RefusedException"/> for what cannot be done.</summary>
internal sealed class AppraisalShelf(IDbContextFactory<AccountContext> contexts, IOptions<AppraisalOptions> options)
{
    // https://www.sqlite.org/rescode.html#constraint
    private const int ConstraintFault = 19;

    /// <summary>Keeps what somebody thinks of a page, instead of what the same rater gave for it before.</summary>
    public async Task SaveAsync(StoredClass row, string? token, bool isEducator, AppraisalTarget page, IReadOnlyDictionary<string, int> answers, CancellationToken cancellationToken)
    {
        var rater = RaterToken.HashOf(token, row);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var appraisal = await context.Appraisals.FirstOrDefaultAsync(one => one.ClassId == row.Id && one.Rater == rater && one.PageKey == page.Key, cancellationToken);

        if (appraisal is null)
        {
            await RequireRoomAsync(context, row, rater, cancellationToken);
            appraisal = new() { ClassId = row.Id, Rater = rater, PageKey = page.Key, Answers = "" };
            context.Appraisals.Add(appraisal);
        }

        (appraisal.IsEducator, appraisal.Title, appraisal.Revision, appraisal.Answers) = (isEducator, page.Title, page.Revision, AppraisalForm.Write(answers));
        await StoreAsync(context, cancellationToken);
    }

    /// <summary>What a token gave to a class, by page.</summary>
    public async Task<IReadOnlyList<Appraisal>> OwnAsync(StoredClass row, string? token, CancellationToken cancellationToken)
    {
        var rater = RaterToken.HashOf(token, row);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Appraisals.AsNoTracking().Where(one => one.ClassId == row.Id && one.Rater == rater).OrderBy(one => one.PageKey).ToListAsync(cancellationToken)).Select(Read)];
    }

    /// <summary>Takes back what a token gave for a page, or for all of them when none is named. Works after the class has ended its collection, too.</summary>
    public async Task WithdrawAsync(StoredClass row, string? token, string? pageKey, CancellationToken cancellationToken)
    {
        var rater = RaterToken.HashOf(token, row);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        if (await context.Appraisals.Where(one => one.ClassId == row.Id && one.Rater == rater && (pageKey == null || one.PageKey == pageKey)).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw AppraisalProblems.Missing;
        }
    }

    /// <summary>The pages of a class that may be shown: none while it collects no appraisals.</summary>
    public async Task<IReadOnlyList<AppraisedPage>> PagesAsync(StoredClass row, CancellationToken cancellationToken)
        => row.CollectsAppraisals ? (await GroupsAsync([row.Id], cancellationToken)).SingleOrDefault() ?? [] : [];

    /// <summary>The pages that may be shown of each class, in the order in which the classes were made: of a person's own, of those named, or of all.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<AppraisedPage>>> GroupsAsync(string? owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Classes.Where(one => one.CollectsAppraisals && (owner == null || one.OwnerId == owner)).Select(one => one.Id).ToListAsync(cancellationToken);
        return await GroupsAsync(ids, cancellationToken);
    }

    private async Task<IReadOnlyList<IReadOnlyList<AppraisedPage>>> GroupsAsync(List<int> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Appraisals.AsNoTracking().Where(one => ids.Contains(one.ClassId)).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(one => one.ClassId).OrderBy(group => group.Key).Select(group => AppraisedPage.Of(group.Select(Read))).Where(pages => pages.Count > 0)];
    }

    private static Appraisal Read(StoredAppraisal row) => new(row.PageKey, row.Title, row.Revision, row.Rater, row.IsEducator, AppraisalForm.Read(row.Answers));

    private async Task RequireRoomAsync(AccountContext context, StoredClass row, string rater, CancellationToken cancellationToken)
    {
        var own = await context.Appraisals.CountAsync(one => one.ClassId == row.Id && one.Rater == rater, cancellationToken);

        if (own >= options.Value.MostPages
            || (own == 0 && await context.Appraisals.Where(one => one.ClassId == row.Id).Select(one => one.Rater).Distinct().CountAsync(cancellationToken) >= options.Value.MostRaters))
        {
            throw AppraisalProblems.Full;
        }
    }

    // The class may be closed, and the same form sent twice, while this is going on.
    private static async Task StoreAsync(AccountContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: ConstraintFault })
        {
            throw AccountProblems.ChangedMeanwhile;
        }
    }
}
