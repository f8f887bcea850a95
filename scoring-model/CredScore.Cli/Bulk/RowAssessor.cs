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

        if (FindAddress(page, out var refusal) is not { } address)
        {
            return Refuse(page, refusal);
        }

        var text = new PageText(address, page.Format, page.Text!)
        {
            Title = page.Title,
            Record = new() { Revision = page.Revision ?? address.Revision, RevisionTime = page.RevisionTime, PageId = address.PageId },
        };
        var assessment = options.Assess(text, options.Ruleset);
        return new(page.Id, page.Title, assessment.Page.Address, assessment, Error: null);
    }

    private PageAddress? FindAddress(PageRow page, out string refusal)
    {
        if ((page.Url ?? KeyOf(page)) is not { } text)
        {
            refusal = "It has neither a title nor a url.";
            return null;
        }

        if (!PageAddress.TryParse(text, out var address, out var notScorable))
        {
            refusal = notScorable.Text;
            return null;
        }

        refusal = "Videos are not scored yet.";

        return address switch
        {
            { Kind: PageKind.YouTube } => null,
            { Title: { } title } when page.Revision is not null => PageAddress.OfArticle(address.Language!, title, page.Revision),
            _ => address,
        };
    }

    // A title takes the way of an address, so that the same page has the same key wherever it comes from.
    private string? KeyOf(PageRow page)
        => string.IsNullOrWhiteSpace(page.Title) ? null : $"wikipedia:{page.Language ?? options.Language}:{page.Title}";

    private static RowResult Refuse(PageRow page, string error) => new(page.Id, page.Title, Address: null, Assessment: null, error);
}
