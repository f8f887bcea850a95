namespace CredScore.Scoring.Model;

/// <summary>The bytes are no text model that this version can read; the message is a sentence that says why.</summary>
public sealed class TextModelException : Exception
{
    public TextModelException(string message)
        : base(message)
    {
    }

    public TextModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TextModelException()
        : this("The text model cannot be read.")
    {
    }
}
