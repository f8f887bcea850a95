using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using Microsoft.AspNetCore.Components;

namespace CredScore.Api.Console.Teaching;

/// <summary>A page of the console for people who are signed in: rendered on the server, changed by forms, so that a lost connection loses nothing.</summary>
public abstract class TeachingPage : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal ILogger<TeachingPage> Logger { get; set; } = null!;

    /// <summary>Status of what was refused; null when nothing was.</summary>
    protected int? RefusalStatus { get; private set; }

    /// <summary>Why what was asked for could not be done.</summary>
    protected IReadOnlyList<string> Trouble { get; private set; } = [];

    /// <summary>What was done.</summary>
    protected string? Done { get; set; }

    private protected Actor Actor => People.ActorOf(Http.User) ?? throw AccountProblems.KeyNeeded;

    protected CancellationToken Stopping => Http.RequestAborted;

    /// <summary>A field of the form that was sent.</summary>
    protected string Field(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString().Trim() : "";

    /// <summary>Does something that may be refused, and shows why it was.</summary>
    protected async Task TryAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);

        try
        {
            await work();
        }
        catch (RefusedException refused)
        {
            Show(refused);
        }
    }

    protected void Say(IReadOnlyList<string> trouble) => Trouble = trouble;

    /// <summary>The sentences of a refusal, each fault with its path.</summary>
    internal static IReadOnlyList<string> SentencesOf(RefusedException refused)
        => refused.Faults.Count == 0 ? [$"{refused.Problem.Title} {refused.Problem.Detail}"] : [$"{refused.Problem.Title} Nothing was saved.", .. refused.Faults.Select(fault => fault.ToString())];

    private void Show(RefusedException refused)
    {
        RefusalLog.Refused(Logger, refused.Problem.Type!);
        (Trouble, RefusalStatus) = (SentencesOf(refused), refused.Problem.Status);
    }
}
