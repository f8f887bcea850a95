using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Console.Teaching;

/// <summary>Saves a draft as it is edited and answers with what that does: a part of a page, which the editor's script puts in its place.</summary>
internal static class LiveDraft
{
    public static async Task<RazorComponentResult<PreviewView>> SaveAsync(string id, HttpContext http, IAntiforgery antiforgery, RulesetShelf shelf, PreviewPanel panel, CancellationToken cancellationToken)
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
            var saved = await shelf.SaveAsync(actor, id, stamp, DraftForm.Read(RulesetShelf.Parse(draft), form), cancellationToken);
            var rules = RulesetShelf.Parse(saved);
            var parent = await shelf.FindAsync(saved.Parent, cancellationToken) ?? rules;
            return new(new { Preview = RulesetPreview.Of(parent, rules, await panel.GetAsync(rules.Site, cancellationToken)), saved.Stamp });
        }
        catch (RefusedException refused)
        {
            return new(new { Stamp = stamp, Trouble = TeachingPage.SentencesOf(refused) }) { StatusCode = refused.Problem.Status };
        }
    }
}
