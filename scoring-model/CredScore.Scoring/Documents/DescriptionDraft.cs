using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Documents;

/// <summary>A source of a description while its lines are read.</summary>
internal sealed class DescriptionDraft
{
    private const int LongestText = 300;

    private string? _address;

    /// <summary>The words that stand for it; empty when only an address is given.</summary>
    public string Words { get; set; } = "";

    public string? Publisher { get; init; }

    public string? Doi { get; private set; }

    public string? Pmid { get; private set; }

    public string? Pmc { get; private set; }

    public string? Isbn { get; private set; }

    public int? AtSeconds { get; init; }

    /// <summary>Whether it waits for the address that may stand alone on the next line.</summary>
    public bool IsOpen => _address is null && Publisher is null;

    public bool HasIdentifier => Doi is not null || Pmid is not null || Pmc is not null || Isbn is not null;

    /// <summary>What tells it from the others of the description.</summary>
    public string Key => Doi ?? Pmid ?? Pmc ?? (_address is null ? Words : DescriptionAddress.KeyOf(_address));

    /// <summary>Takes the identifiers of its words.</summary>
    public void ReadIdentifiers(ReadOnlySpan<char> text)
    {
        Doi ??= Identifiers.FindDoi(text);
        Pmid ??= DescriptionCitation.FindNumber(text, "PMID");
        Pmc ??= DescriptionCitation.FindNumber(text, "PMC");
        Isbn ??= Identifiers.FindIsbn(text);
    }

    /// <summary>Takes its address, and the identifiers in it.</summary>
    public void SetAddress(string address)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];
        _address = address;

        if (!WebAddress.TryParse(address, buffer, out var parsed))
        {
            return;
        }

        Doi ??= Sources.Doi.FromAddress(parsed.Rest);

        if (parsed.Host.EndsWith("ncbi.nlm.nih.gov", StringComparison.Ordinal))
        {
            var isPubMed = parsed.Host.StartsWith("pubmed.", StringComparison.Ordinal) || parsed.Rest.StartsWith("/pubmed/", StringComparison.OrdinalIgnoreCase);
            Pmid ??= isPubMed ? Identifiers.ReadDigits(parsed.Rest) : null;
            Pmc ??= DescriptionCitation.FindNumber(parsed.Rest, "PMC");
        }
    }

    public Reference Build(int index)
    {
        var words = Words.Length > LongestText ? Words[..LongestText] : Words;
        var isLinked = _address is not null;

        return new()
        {
            Kind = Publisher is not null ? ReferenceKind.Report : !isLinked ? ReferenceKind.PlainText : words.Length == 0 ? ReferenceKind.BareLink : ReferenceKind.Link,
            Place = ReferencePlace.Description,
            Index = index,
            Uses = 1,
            Title = words.Length > 0 && (isLinked || Publisher is not null) ? words : null,
            Text = words.Length > 0 && !isLinked && Publisher is null ? words : null,
            Publisher = Publisher,
            Doi = Doi,
            Pmid = Pmid,
            Pmc = Pmc,
            Isbn = Isbn,
            Addresses = _address is null ? [] : [_address],
            Year = Markup.FindYear(words),
            AtSeconds = AtSeconds,
        };
    }
}
