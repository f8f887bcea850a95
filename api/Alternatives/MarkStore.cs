using CredScore.Api.Contributions;
using CredScore.Exports.Packages;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Alternatives;

/// <summary>Which links readers found not helpful, for researchers alone: no ranking asks it. Throws <see cref="Storage.StorageException"/> when the database fails.</summary>
internal sealed class MarkStore(AlternativeDatabase database)
{
    /// <summary>Keeps a mark, or another reason of the same one; false when the receipt belongs to another link.</summary>
    public Task<bool> PutAsync(Receipt receipt, LinkMark mark, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        if (await context.Marks.FindAsync([receipt.Hash], cancellationToken) is not { } kept)
        {
            context.Marks.Add(new() { Receipt = receipt.Hash, Topic = mark.Topic, Url = mark.Url, Reason = mark.Reason });
            return true;
        }

        if (kept.Topic != mark.Topic || kept.Url != mark.Url)
        {
            return false;
        }

        kept.Reason = mark.Reason;
        return true;
    }, cancellationToken);

    /// <summary>Takes a mark back; false when there is none of this receipt.</summary>
    public Task<bool> RemoveAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var hash = receipt.Hash;
        return database.WriteAsync(async context => await context.Marks.Where(row => row.Receipt == hash).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);
    }

    /// <summary>Links that at least so many found not helpful, by topic and address; a reason is counted apart only where no count of reasons is smaller.</summary>
    public Task<IReadOnlyList<NotHelpful>> CountAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<NotHelpful>>(async context =>
    {
        var counted = await context.Marks
            .GroupBy(row => new { row.Topic, row.Url })
            .Where(link => link.Count() >= NotHelpful.Fewest)
            .Select(link => new
            {
                link.Key.Topic,
                link.Key.Url,
                All = link.Count(),
                OtherTopic = link.Count(row => row.Reason == MarkReason.OtherTopic),
                DoesNotOpen = link.Count(row => row.Reason == MarkReason.DoesNotOpen),
                TooHard = link.Count(row => row.Reason == MarkReason.TooHard),
                TooSimple = link.Count(row => row.Reason == MarkReason.TooSimple),
            })
            .ToListAsync(cancellationToken);

        return
        [
            .. counted
                .Select(link => NotHelpful.Of(link.Topic, link.Url, link.All, link.OtherTopic, link.DoesNotOpen, link.TooHard, link.TooSimple))
                .OrderBy(link => link.Topic, StringComparer.Ordinal).ThenBy(link => link.Url, StringComparer.Ordinal),
        ];
    });
}
