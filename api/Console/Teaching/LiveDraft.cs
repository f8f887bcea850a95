using CredScore.Api.Accounts;
using CredScore.Api.Appraisals;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Scoring.Rules;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Console.Teaching;

/// <summary>Saves a draft as it is edited and answers with what that does: a part of a page, which the editor's script puts in its place.</summary>
internal sealed class LiveDraft(RulesetShelf shelf, PreviewPanel panel, ClassRatings ratings, PageAtHand pages, IAntiforgery antiforgery, ILogger<LiveDraft> logger)
{
    public async Task<RazorComponentResult<PreviewView>> SaveAsync(string id, HttpContext http, CancellationToken cancellationToken)
    {
        var stamp = "";

        try
        {
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                throw AccountProblems.NotAllowed("This form is of another session. Load the page anew; the draft is as it was saved last.");
            }

            var actor = People.ActorOf(http.User) ?? throw AccountProblems.KeyNeeded;
            var form = await http.Request.ReadFormAsync(cancellationToken);
            stamp = form["stamp"].ToString();
            var draft = await shelf.GetDraftAsync(actor, id, cancellationToken);

            if (draft.Stamp != stamp)
            {
                return await ShowTheirsAsync(draft, stamp, StatusCodes.Status412PreconditionFailed, cancellationToken);
            }

            var saved = await shelf.SaveAsync(actor, id, stamp, DraftForm.Read(RulesetShelf.Parse(draft), form), cancellationToken);
            return await ShowAsync(actor, saved, form["page"].ToString(), cancellationToken);
        }
        catch (RefusedException refused)
        {
            RefusalLog.Refused(logger, refused.Problem.Type!);
            return new(new { Stamp = stamp, Trouble = TeachingPage.SentencesOf(refused) }) { StatusCode = refused.Problem.Status };
        }
    }

    /// <summary>Tells a window that comes to the front what was changed elsewhere; nothing when the draft is as it shows it.</summary>
    public async Task<Results<NoContent, RazorComponentResult<PreviewView>>> CheckAsync(string id, string stamp, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            var draft = await shelf.GetDraftAsync(People.ActorOf(http.User) ?? throw AccountProblems.KeyNeeded, id, cancellationToken);
            return draft.Stamp == stamp ? TypedResults.NoContent() : await ShowTheirsAsync(draft, stamp, StatusCodes.Status200OK, cancellationToken);
        }
        catch (RefusedException refused)
        {
            RefusalLog.Refused(logger, refused.Problem.Type!);
            return new RazorComponentResult<PreviewView>(new { Stamp = stamp, Trouble = TeachingPage.SentencesOf(refused) }) { StatusCode = refused.Problem.Status };
        }
    }

    private async Task<RazorComponentResult<PreviewView>> ShowAsync(Actor actor, StoredRuleset saved, string page, CancellationToken cancellationToken)
    {
        var rules = RulesetShelf.Parse(saved);
        var parent = await shelf.FindAsync(saved.Parent, cancellationToken) ?? rules;

        return new(new
        {
            Preview = RulesetPreview.Of(parent, rules, await panel.GetAsync(rules.Site, cancellationToken), await ratings.GetAsync(actor.Id, rules.Site, cancellationToken)),
            Page = await pages.FindAsync(page, parent, rules, cancellationToken),
            saved.Stamp,
            Steps = await shelf.CountStepsAsync(saved, cancellationToken),
        });
    }

    private async Task<RazorComponentResult<PreviewView>> ShowTheirsAsync(StoredRuleset draft, string seen, int status, CancellationToken cancellationToken)
    {
        var now = RulesetShelf.Parse(draft);
        var before = await shelf.FindStepAsync(draft, seen, cancellationToken) ?? await shelf.FindAsync(draft.Parent, cancellationToken) ?? now;

        return new(new
        {
            Id = draft.RulesetId,
            Stamp = seen,
            Newest = draft.Stamp,
            Theirs = RulesetDifference.Between(before, now),
            Trouble = TeachingPage.SentencesOf(AccountProblems.ChangedMeanwhile),
        })
        { StatusCode = status };
    }
}
