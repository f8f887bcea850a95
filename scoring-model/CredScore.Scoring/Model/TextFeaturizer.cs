namespace CredScore.Scoring.Model;

/// <summary>A word, phrase, run of letters or sign of one text.</summary>
/// <param name="Text">As shown to readers.</param>
/// <param name="Place">Where its weight stands.</param>
/// <param name="Value">How strongly it counts in this text.</param>
internal readonly record struct TextTerm(string Text, int Place, float Value);

/// <summary>Turns the texts of a video or channel into numbers; training and reading both use this one.</summary>
internal static class TextFeaturizer
{
    private const int ShortestRun = 3;
    private const int LongestRun = 5;

    /// <summary>The terms of some texts, a term as often as it was found in different texts.</summary>
    public static List<TextTerm> Read(TextShape shape, TextInput input)
    {
        var mask = shape.Has(TextParts.Unmasked) ? TextMask.None : TextMask.Of(input.ChannelName);
        var title = TextTokens.Read(input.Title, mask, TextTokens.MostCharacters);
        var description = TextTokens.Read(input.Description, mask, shape.DescriptionLength);
        var terms = new List<TextTerm>(4 * (title.Count + description.Count));

        AddField(shape, title, terms);
        AddField(shape, description, terms);

        if (shape.Has(TextParts.Name))
        {
            AddField(shape, TextTokens.Read(input.ChannelName, TextMask.None, TextTokens.MostCharacters), terms);
        }

        if (shape.Has(TextParts.Signs))
        {
            AddSigns(shape, input, title, description, terms);
        }

        return terms;
    }

    // Each text counts as much as another, however long: a term counts once in a text, and its terms together have length one.
    private static void AddField(TextShape shape, List<TextToken> tokens, List<TextTerm> terms)
    {
        var first = terms.Count;
        var seen = new HashSet<int>();

        for (var i = 0; i < tokens.Count; i++)
        {
            if (shape.Has(TextParts.Words))
            {
                Add(shape, tokens[i].Text, tokens[i].Text, seen, terms);

                if (i > 0 && !tokens[i].StartsPhrase)
                {
                    var pair = $"{tokens[i - 1].Text} {tokens[i].Text}";
                    Add(shape, pair, pair, seen, terms);
                }
            }

            if (shape.Has(TextParts.Letters) && tokens[i].IsWord)
            {
                AddRuns(shape, tokens[i].Text, seen, terms);
            }
        }

        Scale(terms, first);
    }

    private static void AddRuns(TextShape shape, string word, HashSet<int> seen, List<TextTerm> terms)
    {
        var padded = $"_{word}_";

        for (var length = ShortestRun; length <= LongestRun; length++)
        {
            for (var start = 0; start + length <= padded.Length; start++)
            {
                Add(shape, $"…{padded.AsSpan(start, length)}", word, seen, terms);
            }
        }
    }

    private static void Add(TextShape shape, string key, string shown, HashSet<int> seen, List<TextTerm> terms)
    {
        var place = (int)(TextHash.Of(key) & (uint)(shape.HashedPlaces - 1));

        if (seen.Add(place))
        {
            terms.Add(new(shown, place, 1));
        }
    }

    private static void Scale(List<TextTerm> terms, int first)
    {
        var length = (float)Math.Sqrt(terms.Count - first);

        for (var i = first; i < terms.Count; i++)
        {
            terms[i] = terms[i] with { Value = 1 / length };
        }
    }

    private static void AddSigns(TextShape shape, TextInput input, List<TextToken> title, List<TextToken> description, List<TextTerm> terms)
    {
        for (var i = 0; i < TextSigns.All.Count; i++)
        {
            if (TextSigns.All[i].Read(new(input, title, description)) is not 0 and var value)
            {
                terms.Add(new(TextSigns.All[i].Name, shape.HashedPlaces + i, value));
            }
        }
    }
}
