namespace CredScore.Api.Upstream;

/// <summary>How soon an answer is needed, which a site is told where it has a way to hear it.</summary>
internal enum Urgency
{
    /// <summary>A reader waits for it.</summary>
    Now,

    /// <summary>Nobody does: a site that is behind with its work is to be asked again later.</summary>
    Whenever,
}
