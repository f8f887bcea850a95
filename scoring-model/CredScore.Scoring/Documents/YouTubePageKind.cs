namespace CredScore.Scoring.Documents;

/// <summary>What YouTube sent where a watch page was asked for.</summary>
public enum YouTubePageKind
{
    /// <summary>A watch page, of a video that can be played or not.</summary>
    Watch,

    /// <summary>Asks for consent to cookies first.</summary>
    Consent,

    /// <summary>Asks for proof that a person reads: too many requests came from one address.</summary>
    BotCheck,

    Other,
}
