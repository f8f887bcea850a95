namespace CredScore.Scoring.Model;

/// <summary>What a sign is read from.</summary>
internal readonly record struct TextSignInput(TextInput Input, IReadOnlyList<TextToken> Title, IReadOnlyList<TextToken> Description);

/// <summary>A sign of style: a name for readers and a number from 0 to 1 or a little above.</summary>
internal sealed record TextSign(string Name, Func<TextSignInput, float> Read);

/// <summary>The declared signs, in the order of their places in a model.</summary>
internal static class TextSigns
{
    private const float LongText = 3000;

    private static readonly HashSet<string> FirstPerson = Words("i me my mine myself im ive je moi mon ma mes j");
    private static readonly HashSet<string> WePerson = Words("we us our ours nous notre nos");
    private static readonly HashSet<string> SecondPerson = Words("you your yours youre yourself");
    private static readonly HashSet<string> Hedges = Words("may might could possibly probably suggests suggest likely unclear uncertain limited preliminary risk rare");
    private static readonly HashSet<string> Evidence = Words("study studies evidence research trial trials data review guideline guidelines journal published scientists science experts");
    private static readonly HashSet<string> Alarm = Words("truth exposed shocking secret hidden conspiracy agenda poison toxic toxins deadly lies lie scam fraud corrupt corruption banned censored revealed whistleblower wake hoax depopulation");
    private static readonly HashSet<string> Correction = Words("myth myths debunked debunking misinformation misconceptions misconception false claims fact facts factcheck antivaxxers antivax pseudoscience");
    private static readonly HashSet<string> Institution = Words("university hospital clinic medicine medical institute college academy society association ministry department cdc nhs nih foundation center centre school "
        + "université universités hôpital hôpitaux chu institut musée académie école laboratoire cnrs inserm ministère observatoire société recherche officielle official federal national nationale");
    private static readonly HashSet<string> Credentials = Words("dr md phd professor doctor doctors physician pediatrician paediatrician epidemiologist");
    private static readonly HashSet<string> Commerce = Words("buy shop store order discount coupon code merch product products sale affiliate free donate patreon subscribe");

    public static IReadOnlyList<TextSign> All { get; } =
    [
        new("words in capitals in the title", text => Capitals(text.Input.Title)),
        new("exclamation marks", text => Share(text.Title, "!", 5) + Share(text.Description, "!", 20)),
        new("a question in the title", text => text.Title.Any(token => token.Text is "?") ? 1 : 0),
        new("numbers in the title", text => text.Title.Any(token => token.Text is "#") ? 1 : 0),
        new("no description", text => text.Description.Count == 0 ? 1 : 0),
        new("length of the description", text => Math.Min(1, (text.Input.Description?.Length ?? 0) / LongText)),
        new("first person", text => Among(text, FirstPerson)),
        new("we and our", text => Among(text, WePerson)),
        new("you and your", text => Among(text, SecondPerson)),
        new("words of caution", text => Among(text, Hedges)),
        new("words of evidence", text => Among(text, Evidence)),
        new("words of alarm", text => Among(text, Alarm)),
        new("words of correction", text => Among(text, Correction)),
        new("words of institutions", text => Among(text, Institution)),
        new("titles of doctors", text => Among(text, Credentials)),
        new("words of commerce", text => Among(text, Commerce)),
        new("links to official bodies", text => Links(text, TextLinks.Official)),
        new("links to universities", text => Links(text, TextLinks.Academic)),
        new("links to science", text => Links(text, TextLinks.Science)),
        new("links to social networks", text => Links(text, TextLinks.Social)),
        new("other links", text => Links(text, TextLinks.Other)),
    ];

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);

    // A share of one in twenty words is already much.
    private static float Among(TextSignInput text, HashSet<string> words)
    {
        var all = text.Title.Count + text.Description.Count;
        return all == 0 ? 0 : Math.Min(1, 20f * (text.Title.Count(token => words.Contains(token.Text)) + text.Description.Count(token => words.Contains(token.Text))) / (all + 10));
    }

    private static float Share(IReadOnlyList<TextToken> tokens, string mark, int much) => Math.Min(1, (float)tokens.Count(token => token.Text == mark) / much);

    private static float Links(TextSignInput text, string kind) => Math.Min(1, MathF.Log2(1 + text.Description.Count(token => token.Text == kind)) / 4);

    private static float Capitals(string? title)
    {
        var (words, capitals) = (0, 0);

        foreach (var range in title.AsSpan().SplitAny(' ', '\t', '\n'))
        {
            var word = title.AsSpan()[range].Trim("!?.,:;\"'()[]|-–—");

            // Short ones are mostly abbreviations.
            if (word.Length > 3 && char.IsLetter(word[0]))
            {
                words++;
                capitals += word.ContainsAnyInRange('a', 'z') ? 0 : 1;
            }
        }

        return words == 0 ? 0 : (float)capitals / words;
    }
}
