namespace CredScore.Api.Problems;

/// <summary>Writes down what was refused, by its kind: never for whom, from where, nor what was asked for.</summary>
internal static partial class RefusalLog
{
    public const string FailedSignIn = "urn:credscore:problem:sign-in-failed";
    public const string ForgedForm = "urn:credscore:problem:forged-form";

    [LoggerMessage(4, LogLevel.Information, "Something was refused: {Type}.")]
    public static partial void Refused(ILogger logger, string type);
}
