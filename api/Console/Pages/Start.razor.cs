using CredScore.Api.Alternatives;
using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Upstream;
using CredScore.Scoring.Assessments;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Console.Pages;

/// <summary>The start page: a field for an address, and what came of it.</summary>
public sealed partial class Start
{
    [SupplyParameterFromQuery]
    public string? Url { get; set; }

    [SupplyParameterFromQuery]
    public string? Sample { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    internal PageScoring Scoring { get; set; } = null!;

    [Inject]
    internal AlternativeDesk Alternatives { get; set; } = null!;

    [Inject]
    internal SamplePages Samples { get; set; } = null!;

    private Assessment? Shown { get; set; }

    private ProblemDetails? Trouble { get; set; }

    private string Heading => (Shown, Trouble) switch
    {
        ({ } shown, _) => $"{(Sample is null ? null : "Sample: ")}{shown.Page.Title} - CredScore",
        (_, { } trouble) => $"{trouble.Title} - CredScore",
        _ => "CredScore: how well does what you read or watch rest on its sources?",
    };

    protected override async Task OnInitializedAsync()
    {
        if (Sample is not null)
        {
            Shown = Samples.Assess(Sample);
            Trouble = Shown is null ? Problem.SampleMissing : null;
        }
        else if (!string.IsNullOrWhiteSpace(Url))
        {
            await ScoreAsync(Url);
        }

        if (Trouble is { Status: { } status })
        {
            SetStatus(status);
        }
    }

    // At the last moment: a component that says 404 while it renders is thrown away for the bare status.
    private void SetStatus(int status) => Http?.Response.OnStarting(() =>
    {
        Http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private async Task ScoreAsync(string url)
    {
        if (!ScoreQuestion.TryRead(url, out var question, out var problem))
        {
            Trouble = problem;
            return;
        }

        try
        {
            var outcome = await Scoring.ScoreAsync(question.Address, question.Ruleset, Http?.RequestAborted ?? CancellationToken.None);
            Shown = outcome.Score is { } score ? Alternatives.Attach(score).Assessment : null;
            Trouble = outcome switch
            {
                { Score: not null } => null,
                { Refusal: { } refusal } => Problem.NotScorable(refusal),
                _ => Problem.PageMissing(question.Address.Kind),
            };
        }
        catch (UpstreamException exception)
        {
            Trouble = Problem.Of(exception);
        }
    }
}
