using CredScore.Catalogues.Reading;

namespace CredScore.Catalogues;

/// <summary>All that is known of a list of others before it is fetched: where it is, under which terms, what it looks like and what must be in it.</summary>
public sealed record ListDeclaration
{
    /// <summary>One of <see cref="Scoring.Catalogues.ListNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Terms in one word or two, such as <c>CC0</c>; what they ask for stands in <see cref="Attribution"/>.</summary>
    public required string Licence { get; init; }

    /// <summary>The sentence that is shown where the list is used.</summary>
    public required string Attribution { get; init; }

    /// <summary>The publisher's form, in words.</summary>
    public required string Format { get; init; }

    /// <summary>The list's addresses as of a day, the newest edition first; the next is asked when one does not exist.</summary>
    public required Func<DateOnly, IReadOnlyList<Uri>> Addresses { get; init; }

    /// <summary>Reads the publisher's form.</summary>
    public required Action<Stream, ListRows> Read { get; init; }

    /// <summary>Fewest entries of a whole list.</summary>
    public required int Fewest { get; init; }

    /// <summary>Most entries that can be right.</summary>
    public required int Most { get; init; }

    /// <summary>Most bytes that the publisher may send.</summary>
    public required long MostBytes { get; init; }

    /// <summary>Largest share of entries that may be new since the last good list. A list that says what to trust does not grow by a tenth in a week; somebody made it.</summary>
    public double MostGrowth { get; init; } = 0.25;

    /// <summary>Largest share of rows that cannot be read.</summary>
    public double MostUnread { get; init; } = 0.02;

    /// <summary>Whether keys are hosts, which must not be suffixes that would match everything.</summary>
    public bool HasHosts { get; init; }

    /// <summary>Entries that a right list has, each with what its value begins with.</summary>
    public required IReadOnlyList<(string Key, string Value)> Named { get; init; }

    /// <summary>Keys that no right list has.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>Where the publisher keeps the newest edition.</summary>
    public Uri AddressOn(DateOnly day) => Addresses(day)[0];
}
