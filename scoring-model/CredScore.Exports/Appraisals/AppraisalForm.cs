using System.Globalization;

namespace CredScore.Exports.Appraisals;

/// <summary>A question of the form by which people appraise a page.</summary>
/// <param name="Id">Names it in tables and in the interface.</param>
/// <param name="Question">For whoever appraises.</param>
/// <param name="Hint">What to look for.</param>
/// <param name="After">The instrument and its item that it is worded after.</param>
public sealed record AppraisalItem(string Id, string Question, string Hint, string After);

/// <summary>
/// The form: a few questions after DISCERN (1, 4 to 8 and 16) and the JAMA benchmarks, in words of our own, since both were written for other pages. Each is answered from
/// <see cref="Least"/> (no) to <see cref="Most"/> (yes); what does not apply is left out, except for <see cref="Overall"/>.
/// </summary>
public static class AppraisalForm
{
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>The one question that everybody answers.</summary>
    public const string Overall = "overall";

    /// <summary>The questions in their order.</summary>
    public static IReadOnlyList<AppraisalItem> Items { get; } =
    [
        new("aims", "Is it clear what the page is about and for whom it is?", "The first lines say so, and the rest keeps to it.", "DISCERN 1"),
        new("authorship", "Is it clear who made it, and what makes them competent?", "Names, training, an institution. For an article of many authors, what is said of them in its history.", "JAMA, authorship"),
        new("sources", "Is it clear on which sources it relies?", "Claims name a paper, a book or a guideline that one could look up.", "DISCERN 4; JAMA, attribution"),
        new("date", "Is it clear how old the information is?", "Dates of what it cites, of the page, or of the recording.", "DISCERN 5; JAMA, currency"),
        new("balance", "Is it balanced, and does it promote nothing?", "Several views or options, calm words, nothing for sale.", "DISCERN 6"),
        new("further", "Does it lead to further sources of support and information?", "Other pages, organisations, people to ask.", "DISCERN 7"),
        new("uncertainty", "Does it say what is uncertain or disputed?", "Limits of what is known, and where experts differ.", "DISCERN 8"),
        new("disclosure", "Is it clear who pays for it, and who profits?", "Owner, sponsors, advertising, conflicts of interest.", "JAMA, disclosure"),
        new(Overall, "All in all, how good is it as a source of information on its subject?", "Your own judgement, after the questions above.", "DISCERN 16"),
    ];

    /// <summary>Why answers cannot be taken, as a sentence; null when they can.</summary>
    public static string? FaultIn(IReadOnlyDictionary<string, int> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);

        return answers.Keys.FirstOrDefault(id => Items.All(item => item.Id != id)) is { } unknown ? $"The form has no question {(unknown.Length > 40 ? unknown[..40] : unknown)}."
            : answers.Any(answer => answer.Value is < Least or > Most) ? $"An answer is a whole number from {Least} (no) to {Most} (yes)."
            : !answers.ContainsKey(Overall) ? "The last question, all in all, is to be answered; the others may be left out."
            : null;
    }

    /// <summary>Answers as a short text, in the order of the form.</summary>
    public static string Write(IReadOnlyDictionary<string, int> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return string.Join(' ', Items.Where(item => answers.ContainsKey(item.Id)).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Id}={answers[item.Id]}")));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyDictionary<string, int> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => int.Parse(part[1], NumberStyles.None, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
