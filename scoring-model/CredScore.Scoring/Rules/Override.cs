namespace CredScore.Scoring.Rules;

/// <summary>
/// An educator's own word on a source, a channel or a page, with the reason that students are shown. On a source it says what type it counts as; on a channel or a page
/// it decides a stated number of the score's 100 points. No override lifts a cap, touches a retracted paper, or makes up for evidence that is missing.
/// </summary>
/// <param name="Kind">One of <see cref="OverrideKinds.All"/>.</param>
/// <param name="Value">What it is about: a host with its subdomains, a journal's name, a DOI (or a prefix that ends with a slash), a channel's id or handle, a page's key.</param>
/// <param name="CountsAs">For a source a type such as <c>guideline</c>; for a channel or page <see cref="Trusted"/> or <see cref="Distrusted"/>.</param>
/// <param name="Because">Why, one sentence for students.</param>
/// <param name="Points">How many of the 100 points it decides, 1 to <see cref="MostPoints"/>; null for sources.</param>
public sealed record Override(string Kind, string Value, string CountsAs, string Because, double? Points = null)
{
    public const string Trusted = "trusted";
    public const string Distrusted = "distrusted";

    /// <summary>An educator's word decides at most half of a score, so that the page's own evidence always counts.</summary>
    public const double MostPoints = 50;

    /// <summary>Points of a judgement that does not say how many.</summary>
    public const double UsualPoints = 25;

    /// <summary>Whether it judges a whole page and not a source that pages cite.</summary>
    public bool IsOfPages => Kind is OverrideKinds.Page or OverrideKinds.Channel;
}

/// <summary>What an override can be about.</summary>
public static class OverrideKinds
{
    public const string Doi = "doi";
    public const string Journal = "journal";
    public const string Host = "host";
    public const string Page = "page";
    public const string Channel = "channel";

    /// <summary>The more particular first: where two of them fit, the earlier one decides.</summary>
    public static readonly string[] All = [Doi, Journal, Host, Page, Channel];
}
