namespace CredScore.Scoring.Model;

/// <summary>A model file that cannot be used; the message is a sentence that names the difference.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
