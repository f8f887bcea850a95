using System.CommandLine;
using CredScore.Scoring.Model;

namespace CredScore.Cli;

/// <summary><c>--class-mix</c>: how frequent the grades are among the articles that are scored.</summary>
internal static class ClassMixOption
{
    private const string Natural = "natural";

    public static Option<string> Create()
    {
        var option = new Option<string>("--class-mix")
        {
            Description = "How frequent the grades are that the predicted class and its probabilities are meant for: all equally (even), or as in the whole encyclopedia, "
                + "in which most articles are stubs (natural). The score does not depend on it.",
            DefaultValueFactory = _ => "even",
        };

        option.AcceptOnlyFromAmong("even", Natural);
        return option;
    }

    public static ClassMix Parse(string? text) => text is Natural ? ClassMix.Natural : ClassMix.Even;
}
