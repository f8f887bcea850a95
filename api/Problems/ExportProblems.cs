namespace CredScore.Api.Problems;

/// <summary>What can go wrong with exports.</summary>
internal static class ExportProblems
{
    public static RefusedException Missing => new(Problem.Of(404, "export-missing", "There is no such export.", "It may have been deleted or have outlived its time, or it is another researcher's."));

    public static RefusedException TooMany(int most) => new(Problem.Of(409, "too-many-exports", "You have enough exports under way.", $"{most} at most wait or run for one person. Come back when one of them is ready."));

    public static RefusedException NotReady(string state) => new(Problem.Of(409, "export-not-ready", "The export is not ready.", $"It is {state}. GET /v1/exports with its id says how far it is."));

    public static RefusedException Invalid(string detail) => new(Problem.Of(400, "bad-export", "This cannot be exported.", detail));
}
