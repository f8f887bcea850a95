namespace CredScore.Scoring.Model;

/// <summary>How frequent the grades are among the articles that a prediction's probabilities are meant for.</summary>
public enum ClassMix
{
    /// <summary>All equally, as in the training set: good for lists of articles that somebody chose.</summary>
    Even,

    /// <summary>As in the whole encyclopedia, in which most articles are stubs: good for dumps.</summary>
    Natural,
}
