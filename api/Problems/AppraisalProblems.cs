namespace CredScore.Api.Problems;

/// <summary>What can go wrong with appraisals.</summary>
internal static class AppraisalProblems
{
    public static RefusedException NotCollected => new(Problem.Of(409, "appraisals-not-collected", "This class collects no appraisals.", "Its educator has not begun to, or has ended it. Nothing was kept."));

    public static RefusedException ConsentNeeded => new(Problem.Of(400, "consent-needed", "This is only taken with your consent.", "Say that your answers may be kept without your name (consent: true). Nothing was kept."));

    public static RefusedException BadToken => new(Problem.Of(400, "bad-token", "This is no token.", "A token is 32 random bytes in base64url, 43 characters long. Draw one for each class and keep it: with it alone an appraisal can be changed or taken back."));

    public static RefusedException Full => new(Problem.Of(409, "appraisals-full", "No further appraisal can be taken.", "The class has as many raters, or you have appraised as many pages, as this service allows. What was given can still be changed or taken back."));

    public static RefusedException Missing => new(Problem.Of(404, "appraisal-missing", "There is no such appraisal.", "It was taken back already, or this is no token that gave one to this class."));

    public static RefusedException Invalid(string detail) => new(Problem.Of(400, "bad-appraisal", "This appraisal cannot be taken.", detail));
}
