namespace CredScore.Cli.Bulk.Input;

/// <summary>The input ends, or stops making sense, before its end.</summary>
/// <param name="where">Where: ends the sentence "The input is cut or damaged …".</param>
internal sealed class CutInputException(string where, Exception? innerException = null) : Exception($"The input is cut or damaged {where}", innerException);
