namespace CredScore.Scoring.Documents;

/// <summary>What a video's description refers to and discloses.</summary>
public sealed class VideoDescription
{
    /// <summary>Sources that the description names, numbered from 1 in order: links, identifiers and citations in plain text; without shops, sponsors, own channels and social networks.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Signs of commerce and statements about interests, in order.</summary>
    public required IReadOnlyList<DescriptionSign> Signs { get; init; }
}

/// <summary>What a phrase or a link of a description says about interests.</summary>
public enum DescriptionSignKind
{
    /// <summary>Says that somebody paid for or sponsors the video.</summary>
    Sponsor,

    /// <summary>A link that pays its owner for sales.</summary>
    Affiliate,

    /// <summary>A code that gives a discount.</summary>
    DiscountCode,

    /// <summary>The owner's goods, courses or booking.</summary>
    Shop,

    /// <summary>Asks for donations or memberships.</summary>
    Patronage,

    /// <summary>The owner's site, another channel or a social network.</summary>
    Social,

    /// <summary>States that there is no sponsor or no conflict of interest, or names one: a disclosure.</summary>
    Disclosure,

    /// <summary>Says that it is for information and no substitute for medical advice.</summary>
    Disclaimer,

    /// <summary>Names the people who speak or wrote, with their credentials or affiliation.</summary>
    Credential,

    /// <summary>Says what the viewer will learn.</summary>
    Objective,

    /// <summary>Says when the content was written, reviewed or updated, or corrects it.</summary>
    Update,
}

/// <summary>A phrase or link of the description.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Text">The words or the address as they stand, at most 120 characters.</param>
public sealed record DescriptionSign(DescriptionSignKind Kind, string Text);
