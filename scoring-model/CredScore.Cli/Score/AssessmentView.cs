using System.Globalization;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CredScore.Cli.Score;

/// <summary>An assessment for a person at a terminal: the score in words first, then every point with its reason and evidence.</summary>
internal static class AssessmentView
{
    private const int ScoreBar = 30;
    private const int CriterionBar = 12;
    private const int NameColumn = 24;

    public static void Write(Assessment assessment, Terminal terminal)
    {
        using var text = new StringWriter();
        Write(assessment, CreateConsole(terminal, text));

        // Columns are filled up with spaces that nobody needs at the end of a line.
        foreach (var line in text.ToString().AsSpan().TrimEnd('\n').EnumerateLines())
        {
            terminal.Output.WriteLine(line.TrimEnd(' '));
        }
    }

    private static void Write(Assessment assessment, IAnsiConsole console)
    {
        WritePage(console, assessment.Page);
        WriteScore(console, assessment);
        VideoView.Write(console, assessment.Page);
        WriteCriteria(console, assessment.Criteria);
        WriteLimits(console, assessment.Caps);
        WriteList(console, "What would raise it most", assessment.Improvements.Select(improvement => (Signed(improvement.Gain), improvement.Text)));
        WriteList(console, "Not judged", assessment.NotJudged.Select(text => ("·", text)));
        AlternativeView.Write(console, assessment);
        WriteReferences(console, assessment);
        WriteVersions(console, assessment.Versions);
    }

    private static IAnsiConsole CreateConsole(Terminal terminal, StringWriter text)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });

        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static void WritePage(IAnsiConsole console, PageSummary page)
    {
        console.WriteLine();
        console.Write(Line(page.Title ?? page.Key, "bold"));
        console.Write(Line(page.Url, "grey"));
        console.Write(Line($"Judged as a {page.Topic.Profile} {(page.Kind == Sites.YouTube ? "video" : "article")}: {page.Topic.Why}", "grey"));
        console.WriteLine();
    }

    private static void WriteScore(IAnsiConsole console, Assessment assessment)
    {
        var style = Style(assessment.Band);
        var confidence = $"confidence {assessment.Confidence.ToString("0.00", CultureInfo.InvariantCulture)} of 1";

        IRenderable[] cells = assessment.Score is { } score
            ? [Cell($"{Number(score)} of 100", $"bold {style}"), Cell(Bar(score, 100, ScoreBar), style), Cell(Words(assessment.Band), $"bold {style}"), Cell(confidence)]
            : [Cell(Words(assessment.Band), $"bold {style}"), Cell(confidence)];

        console.Write(new Padder(new Columns(cells).Collapse(), new Padding(2, 0, 0, 0)));
        console.Write(Line("This weighs signals of credibility. It does not check facts.", "grey"));
    }

    private static void WriteCriteria(IAnsiConsole console, IReadOnlyList<CriterionResult> criteria)
    {
        foreach (var criterion in criteria)
        {
            console.WriteLine();
            var points = criterion.Points is { } known ? $"{Number(known)} of {Number(criterion.OutOf)}" : "not known";
            console.Write(Row(NameColumn, Cell(criterion.Name, "bold"),
                Cell($"{Bar(criterion.Points ?? 0, criterion.OutOf, CriterionBar)}  {points}", criterion.Points is null ? "grey" : "bold")));

            foreach (var reason in criterion.Reasons)
            {
                WriteReason(console, reason);
            }
        }
    }

    private static void WriteReason(IAnsiConsole console, Reason reason)
    {
        var effect = $"{Number(reason.Effect)} of {Number(reason.OutOf)}";
        console.Write(Row(14, Cell(effect, reason.Effect >= reason.OutOf / 2 ? "green" : "yellow", alignRight: true), Cell(reason.Text)));
        WriteEvidence(console, reason.Evidence);
    }

    private static void WriteEvidence(IAnsiConsole console, IReadOnlyList<Evidence> evidence)
    {
        foreach (var item in evidence)
        {
            var where = item.Index is { } index ? $"{item.Kind} {index}: " : $"{item.Kind}: ";
            console.Write(Row(16, Cell(string.Empty), Cell(where + item.Label, "grey")));
        }
    }

    private static void WriteLimits(IAnsiConsole console, IReadOnlyList<CapResult> caps)
    {
        WriteHeading(console, "Limits in force", caps.Count);

        foreach (var cap in caps)
        {
            console.Write(Row(14, Cell(Number(cap.Effect), "red", alignRight: true), Cell($"{cap.Text} No more than {Number(cap.Limit)} points.")));
            WriteEvidence(console, cap.Evidence);
        }
    }

    private static void WriteList(IAnsiConsole console, string heading, IEnumerable<(string Mark, string Text)> items)
    {
        var list = items.ToList();
        WriteHeading(console, heading, list.Count);

        foreach (var (mark, text) in list)
        {
            console.Write(Row(14, Cell(mark, alignRight: true), Cell(text)));
        }
    }

    private static void WriteReferences(IAnsiConsole console, Assessment assessment)
    {
        var references = assessment.References;
        WriteHeading(console, $"What it cites: {references.Count} {(references.Count == 1 ? "reference" : "references")}", references.Count);

        var types = references.GroupBy(reference => reference.SourceType)
            .Select(type => (Type: type.Key, Count: type.Count()))
            .OrderByDescending(type => type.Count).ThenBy(type => type.Type);

        foreach (var (type, count) in types)
        {
            console.Write(Row(NameColumn, Cell(SourceWords.Of(type)), Cell($"{Bar(count, references.Count, CriterionBar)}  {count}")));
        }

        if (assessment.Page.Kind == Sites.YouTube)
        {
            VideoView.WriteReferences(console, references);
        }
    }

    private static void WriteVersions(IAnsiConsole console, Versions versions)
    {
        console.WriteLine();
        console.Write(Line($"ruleset {versions.Ruleset} · model {versions.Model ?? "none"} · catalogue {versions.Catalogue} · scorer {versions.Scorer}", "grey"));
    }

    public static void WriteHeading(IAnsiConsole console, string heading, int count)
    {
        if (count > 0)
        {
            console.WriteLine();
            console.Write(Line(heading, "bold"));
        }
    }

    private static string Words(Band band) => band switch
    {
        Band.Strong => "STRONG: well supported",
        Band.Fair => "FAIR: supported in part",
        Band.Weak => "WEAK: poorly supported",
        _ => "NOT ENOUGH EVIDENCE for a score",
    };

    private static string Style(Band band) => band switch
    {
        Band.Strong => "green",
        Band.Fair => "yellow",
        Band.Weak => "red",
        _ => "grey",
    };

    private static string Bar(double value, double outOf, int width)
    {
        var filled = outOf > 0 ? (int)Math.Round(Math.Clamp(value / outOf, 0, 1) * width) : 0;
        return new string('█', filled) + new string('░', width - filled);
    }

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Signed(double value) => "+" + Number(value);

    public static Padder Line(string text, string style = "default") => new(Cell(text, style), new Padding(2, 0, 0, 0));

    public static Paragraph Cell(string text, string style = "default", bool alignRight = false)
        => new(Sentence.Plain(text), Spectre.Console.Style.Parse(style)) { Justification = alignRight ? Justify.Right : Justify.Left };

    public static Padder Row(int firstWidth, IRenderable first, IRenderable second)
    {
        var grid = new Grid { Expand = false }
            .AddColumn(new GridColumn { Width = firstWidth, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return new Padder(grid.AddRow(first, second), new Padding(2, 0, 0, 0));
    }
}
