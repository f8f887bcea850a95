namespace CredScore.Scoring.Model;

/// <summary>What of a text becomes numbers.</summary>
[Flags]
internal enum TextParts
{
    None = 0,

    /// <summary>Words and pairs of neighbouring words.</summary>
    Words = 1,

    /// <summary>Runs of three to five letters within words.</summary>
    Letters = 2,

    /// <summary>Declared signs of style, see <see cref="TextSigns"/>.</summary>
    Signs = 4,

    /// <summary>Words of the channel's name too. Only to show what it would change; no shipped model has it.</summary>
    Name = 8,

    /// <summary>The channel's name is not hidden in title and description. Only to show what it would change; no shipped model has it.</summary>
    Unmasked = 16,
}

/// <summary>How texts become numbers; stored with the model, so that training and reading cannot differ.</summary>
/// <param name="Bits">Hashed terms fall into 2 to the power of this many places.</param>
/// <param name="Parts">What becomes numbers.</param>
/// <param name="DescriptionLength">Characters of the description that are read; what channels say under each of their videos stands behind.</param>
internal readonly record struct TextShape(int Bits, TextParts Parts, int DescriptionLength)
{
    /// <summary>Places of hashed terms; the signs stand behind them.</summary>
    public int HashedPlaces => 1 << Bits;

    public int Places => HashedPlaces + TextSigns.All.Count;

    public bool Has(TextParts part) => (Parts & part) != 0;
}
