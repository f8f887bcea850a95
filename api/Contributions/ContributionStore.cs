using CredScore.Api.Storage;
using CredScore.Scoring.Pages;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Contributions;

/// <summary>Which stored pages readers have let join the dataset. Throws <see cref="StorageException"/> when the database fails.</summary>
internal sealed class ContributionStore(ScoreDatabase database)
{
    /// <summary>Marks the stored page; null when it is not stored.</summary>
    public Task<Receipt?> AddAsync(PageAddress address, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        if (await ScoreStore.FindPageAsync(context, address, cancellationToken) is not { } page)
        {
            return null;
        }

        var receipt = Receipt.New();
        context.Contributions.Add(new() { Receipt = receipt.Hash, Page = page });
        page.Provenance = page.Provenance is Provenance.Submitted ? Provenance.Submitted : Provenance.Contributed;
        return receipt;
    }, cancellationToken);

    /// <summary>Takes a contribution back; false when there is none of this receipt. The page stays in as long as somebody else wants it in.</summary>
    public Task<bool> RemoveAsync(Receipt receipt, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        var hash = receipt.Hash;

        if (await context.Contributions.Include(row => row.Page).FirstOrDefaultAsync(row => row.Receipt == hash, cancellationToken) is not { Page: { } page } contribution)
        {
            return false;
        }

        var isContributedByOthers = await context.Contributions.AnyAsync(row => row.PageId == page.Id && row.Receipt != hash, cancellationToken);
        context.Contributions.Remove(contribution);
        page.Provenance = page.Provenance is Provenance.Contributed && !isContributedByOthers ? Provenance.Fetched : page.Provenance;
        return true;
    }, cancellationToken);
}
