using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Bulk;

/// <summary>Turns a row of the input into a row of the output. Whatever is wrong with one row stays in that row.</summary>
internal sealed class RowAssessor(BulkOptions options)
{
    public RowResult Assess(InputRow row)
    {
        var page = row.Read();

        try
        {
            return Assess(page);
        }
        catch (Exception fault)
        {
            return Refuse(page, $"This page met a fault of credscore itself ({fault.GetType().Name}). Please report it.");
        }
    }

    /// <summary>The row that stands for one whose assessment could not be written.</summary>
    public static RowResult Unwritable(RowResult row, Exception fault)
        => row with { Assessment = null, Error = $"Its assessment met a fault of credscore itself ({fault.GetType().Name}). Please report it." };

    private RowResult Assess(PageRow page)
    {
        if (page.Error is { } error)
        {
            return Refuse(page, error);
        }

        return page.Video is not null ? AssessVideo(page) : AssessPage(page);
    }

    private RowResult AssessPage(PageRow page)
    {
        if (!PageAddress.TryParse(page.Url ?? KeyOf(page), out var address, out var notScorable) && !IsLabel(page, notScorable))
        {
            return Refuse(page, notScorable.Text);
        }

        if (address is { Kind: PageKind.YouTube })
        {
            return AssessVideo(page);
        }

        if (RulesetOption.MismatchOf(PageKind.Wikipedia, options.Ruleset) is { } mismatch)
        {
            return Refuse(page, mismatch);
        }

        var assessment = options.Assess(TextOf(page, address), options.Ruleset);
        return new(page.Id, page.Title, address is null ? null : assessment.Page.Address, assessment, Error: null);
    }

    private RowResult AssessVideo(PageRow page)
    {
        var row = VideoRow.Read(page);

        if ((row.Error ?? RulesetOption.MismatchOf(PageKind.YouTube, options.Ruleset)) is { } error)
        {
            return Refuse(page, error);
        }

        var assessment = options.Assess(PageText.Of(row.Address ?? VideoRow.Nowhere, row.Video!), options.Ruleset);

        return row.Address is null
            ? new(page.Id, page.Title, Address: null, VideoRow.WithoutAddress(assessment), Error: null)
            : new(page.Id, page.Title, assessment.Page.Address, assessment, Error: null);
    }

    private PageText TextOf(PageRow page, PageAddress? address)
    {
        // Without an address the text is scored all the same: a data set's titles may be labels that no wiki knows.
        var title = address is null ? page.Title?.Trim() ?? string.Empty : address.Title;
        var revision = page.Revision ?? address?.Revision;

        return new(title is null ? address! : PageAddress.OfArticle(address?.Language ?? LanguageOf(page), title, revision), page.Format, page.Text!)
        {
            Title = page.Title,
            Record = new() { Revision = revision, RevisionTime = page.RevisionTime, PageId = address?.PageId },
        };
    }

    // A title takes the way of an address, so that the same page has the same key wherever it comes from.
    private string KeyOf(PageRow page) => $"wikipedia:{LanguageOf(page)}:{page.Title}";

    private string LanguageOf(PageRow page) => page.Language ?? options.Language;

    private static bool IsLabel(PageRow page, NotScorable notScorable)
        => page.Url is null && notScorable.Reason is "bad-title" or "too-long" or "unsafe-address";

    private static RowResult Refuse(PageRow page, string error) => new(page.Id, page.Title, Address: null, Assessment: null, error);
}
