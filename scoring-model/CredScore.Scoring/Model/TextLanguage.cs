namespace CredScore.Scoring.Model;

/// <summary>Whether a text is in English, by its commonest words: the model learnt from no other language.</summary>
internal static class TextLanguage
{
    private static readonly HashSet<string> CommonEnglish = new(
        ("the of and to in a is it you that he was for on are with as i his they be at one have this from or had by but what some we can out other were all there when up use your how said an each she which do "
        + "their time if will way about many then them would like so these her him has more two could who its now been than first did get may over new after our just where most know why not no my me dont "
        + "should before here into only off us am does against never being because any much during says say").Split(' '),
        StringComparer.Ordinal);

    // Words that are common in other languages written with the same letters and are no English words.
    private static readonly HashSet<string> CommonElsewhere = new(
        ("de la el los las y en un una que por con para del se es le les des et est une dans pour qui sur pas du au der die das und ist nicht ein eine mit den von zu auf il di che non per sono della "
        + "het een van niet dat voor het og er det som til av i på att är och jag ki ka ke hai se ko mein yang dan di ini untuk dengan ang ng sa mga na bir ve bu için").Split(' ').Except(["i", "die", "den", "sur", "au"]),
        StringComparer.Ordinal);

    /// <summary>Whether a word says nothing about content.</summary>
    public static bool IsCommon(string word) => CommonEnglish.Contains(word);

    /// <summary>How English the words look, 0 to 1: the share of English among the common words found; null when there are too few to tell.</summary>
    public static double? EnglishShare(IEnumerable<TextToken> tokens)
    {
        var (words, latin, english, elsewhere) = (0, 0, 0, 0);

        foreach (var token in tokens)
        {
            if (token.IsWord)
            {
                words++;
                latin += token.Text[0] < '\u0250' ? 1 : 0;
                english += CommonEnglish.Contains(token.Text) ? 1 : 0;
                elsewhere += CommonElsewhere.Contains(token.Text) ? 1 : 0;
            }
        }

        if (words == 0)
        {
            return null;
        }

        // Words in other letters are no English whatever stands between them.
        var share = (double)latin / words;
        return english + elsewhere == 0 ? (share < 0.5 ? 0 : null) : share * english / (english + elsewhere);
    }
}
