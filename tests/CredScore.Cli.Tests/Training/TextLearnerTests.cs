using CredScore.Cli.Tests.Support;
using CredScore.Cli.Training;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Tests.Training;

[TestFixture]
internal sealed class TextLearnerTests
{
    private static readonly string[] Loud = ["shocking truth about toxic vaccines", "they hide vaccine injuries", "vaccines are poison wake up", "secret vaccine lies revealed", "toxic vaccine ingredients exposed", "my child before and after vaccines"];
    private static readonly string[] Calm = ["how vaccines work for children", "measles outbreak and the vaccine", "doctor explains vaccine safety", "vaccine myths and facts", "flu vaccine questions answered", "why vaccines protect the community"];

    [TestCase(TextParts.Words)]
    [TestCase(TextParts.Letters)]
    [TestCase(TextParts.Words | TextParts.Signs)]
    public void What_is_written_scores_as_Microsoft_ML_does(object parts)
    {
        var rows = Samples();
        AssertEqual(rows, new(12, (TextParts)parts, 1000));
    }

    [Test]
    public void What_is_written_scores_every_labelled_row_as_Microsoft_ML_does()
    {
        var folder = Labelled();
        var rows = TextGroups.Assign([.. TextRows.ReadAudit(folder), .. TextRows.ReadCovid(folder)]);
        AssertEqual(rows, TextCandidates.Video.Shape);
    }

    [Test]
    public void The_same_rows_give_the_same_bytes()
    {
        var first = TextTraining.Train(TextCandidates.Video, Samples(), TextRows.Vaccines);
        var second = TextTraining.Train(TextCandidates.Video, Samples(), TextRows.Vaccines);
        Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
    }

    [Test]
    public void A_word_that_too_few_channels_use_is_not_learnt()
    {
        var shape = TextCandidates.Video.Shape;
        var rows = Samples().Select((row, i) => i < 2 ? row with { Text = row.Text with { Title = row.Text.Title + " zanderfilm" } } : row).ToList();
        var trained = TextTraining.Train(TextCandidates.Video, TextGroups.Assign(rows), TextRows.Vaccines);
        var place = TextFeaturizer.Read(shape, new("zanderfilm", null, null)).Single().Place;
        Assert.That(trained.Fit.Weights.Keys, Has.No.Member(place));
    }

    [Test]
    public void Too_few_labels_of_one_side_are_refused_in_words()
        => Assert.That(() => TextTraining.Train(TextCandidates.Video, [.. Samples().Where(row => row.Label < 0)], TextRows.Vaccines), Throws.TypeOf<CommandFailure>().With.Message.Contains("positive label"));

    [Test]
    public async Task Explains_that_the_labels_are_not_there()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("evaluate-text", "--data", folder[string.Empty]);
        run.AssertExplains(ExitCode.BadInput, "misinformation-audit-2020.csv");
    }

    [Test]
    public async Task Explains_an_unknown_label()
    {
        using var folder = new TemporaryFolder();
        folder.Write("misinformation-audit-2020.csv", "topic,aria-label,description,vid_title,annotation,normalized_annotation\nvaccines,T by C 2 years ago,d,T,2,maybe\n");
        var run = await CommandRun.Of("evaluate-text", "--data", folder[string.Empty]);
        run.AssertExplains(ExitCode.BadInput, "maybe");
    }

    [Test]
    public async Task Explains_a_missing_column()
    {
        using var folder = new TemporaryFolder();
        folder.Write("misinformation-audit-2020.csv", "topic,description\nvaccines,d\n");
        var run = await CommandRun.Of("evaluate-text", "--data", folder[string.Empty]);
        run.AssertExplains(ExitCode.BadInput, "vid_title");
    }

    [TestCase("Stand by me by The Sample Channel 9 years ago 8 minutes 1,234 views", "Stand by me", "The Sample Channel")]
    [TestCase("Talk by Sample Streamed 2 weeks ago 1 hour 3 views", "Talk", "Sample")]
    [TestCase("Playlist 4 videos 20 views", "Playlist", null)]
    public void Finds_the_channel_in_what_is_read_aloud(string label, string title, string? channel) => Assert.That(TextAriaLabel.ChannelIn(label, title), Is.EqualTo(channel));

    [Test]
    public void Rows_of_one_channel_or_one_text_share_a_group()
    {
        var rows = TextGroups.Assign([Row("A title", "One"), Row("Another", "one!"), Row("a TITLE", "Two"), Row("Else", "Three")]);
        Assert.That(rows.Select(row => row.Group), Is.EqualTo([0, 0, 0, 3]));
    }

    [Test]
    public void No_group_is_in_two_folds_and_every_fold_has_both_sides()
    {
        var rows = Samples();
        var folds = TextFolds.Assign(rows, 5, seed: 3);

        foreach (var fold in rows.GroupBy(row => folds[row.Group]))
        {
            Assert.That(fold.Select(row => row.Label).Distinct().Count(), Is.EqualTo(2));
        }
    }

    [Test]
    public void Area_counts_pairs_in_order_and_ties_half()
        => Assert.That(TextMeasures.Auc([(0.9f, true), (0.4f, true), (0.4f, false), (0.1f, false)]), Is.EqualTo(0.875));

    private static void AssertEqual(IReadOnlyList<TextRow> rows, TextShape shape)
    {
        var variant = TextCandidates.Video with { Shape = shape };
        List<TextTrainingRow> learnt = [.. rows.Where(row => row.Label != 0 && row.Topic == TextRows.Vaccines).Select(row => new TextTrainingRow(row, TextFeaturizer.Read(shape, row.Text), 1))];
        var fit = TextLearner.Fit(variant.Method, variant.Scaling, shape, new(0.01f, 1), learnt);
        var calibration = new TextCalibration(1.3f, -0.2f);
        var written = TextModel.Read("sample", TextModelFormat.Write(shape, fit.Bias, calibration, fit.Weights));
        List<IReadOnlyList<TextTerm>> all = [.. rows.Select(row => TextFeaturizer.Read(shape, row.Text))];
        var theirs = fit.MicrosoftScores(all);

        for (var i = 0; i < all.Count; i++)
        {
            Assert.That(written.Score(all[i]), Is.EqualTo(theirs[i]).Within(1e-5f * Math.Max(1, Math.Abs(theirs[i]))));
            Assert.That(written.Calibration.Probability(written.Score(all[i])), Is.EqualTo(calibration.Probability(theirs[i])).Within(1e-5));
        }

        Assert.That(fit.Weights, Is.Not.Empty);
    }

    private static IReadOnlyList<TextRow> Samples()
        => TextGroups.Assign([.. Enumerable.Range(0, 60).Select(i => new TextRow(TextRows.Vaccines, i % 2 == 0 ? 1 : -1, new($"{(i % 2 == 0 ? Loud : Calm)[i / 2 % 6]} {"abcdefghij"[i % 10]}{"klmnop"[i / 10]}", $"Part {i} of what we say.", $"Channel{i}")))]);

    private static TextRow Row(string title, string channel) => new(TextRows.Vaccines, 1, new(title, null, channel));

    private static string Labelled()
    {
        var shared = Environment.GetEnvironmentVariable("CREDSCORE_SHARED_DATA") ?? Path.Combine(Root(), "..", "shared", "data");
        var folder = Path.Combine(shared, "youtube", "labelled");

        if (!Directory.Exists(folder))
        {
            Assert.Ignore("There are no labelled videos: set CREDSCORE_SHARED_DATA to the folder of real data to run this test.");
        }

        return folder;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? ".";
    }
}
