namespace CredScore.Cli.Upstream;

/// <summary>A site that was asked and did not give a usable answer; the message is a sentence for the person who asked.</summary>
internal class UpstreamException(string sentence, Exception? innerException = null) : Exception(sentence, innerException);

/// <summary>A redirect to another host, which is not followed.</summary>
internal sealed class SentAwayException(string host, Uri target) : UpstreamException($"{host} sent us on to another host, {target.Host}, which is not followed.")
{
    public Uri Target { get; } = target;
}

/// <summary>A refusal that may pass: worth another try after a while.</summary>
internal sealed class PassingUpstreamException(string sentence, TimeSpan? retryAfter) : UpstreamException(sentence)
{
    /// <summary>How long the site asked to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
