using CredScore.Api.Storage;
using CredScore.Scoring.Pages;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Contributions;

/// <summary>Which stored pages readers have let join the dataset. Throws <see cref="StorageException"/> when the database fails.</summary>
internal sealed class ContributionStore(ScoreDatabase database)
{
    /// <summary>Marks the stored page as contributed.</summary>
    public Task<Contributed> AddAsync(PageAddress address, Receipt receipt, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        if (await ScoreStore.FindPageAsync(context, address, cancellationToken) is not { } page)
        {
            return Contributed.NotStored;
        }

        if (await context.Contributions.FindAsync([receipt.Hash], cancellationToken) is { } earlier)
        {
            return earlier.PageId == page.Id ? Contributed.Joined : Contributed.ReceiptUsed;
        }

        context.Contributions.Add(new() { Receipt = receipt.Hash, Page = page });
        page.Provenance = page.Provenance is Provenance.Submitted ? Provenance.Submitted : Provenance.Contributed;
        return Contributed.Joined;
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

/// <summary>What came of a contribution.</summary>
internal enum Contributed
{
    /// <summary>The page is in the dataset, now or since the same receipt was sent before.</summary>
    Joined,

    /// <summary>The receipt belongs to another page, or another revision of it.</summary>
    ReceiptUsed,

    /// <summary>Nothing is stored of the page.</summary>
    NotStored,
}
