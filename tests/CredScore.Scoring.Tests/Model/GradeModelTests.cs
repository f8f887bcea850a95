using System.Globalization;
using System.IO.Compression;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CsCheck;

namespace CredScore.Scoring.Tests.Model;

/// <summary>The shipped model on the numbers of the 12,000 labelled articles, which are in the repository.</summary>
public sealed class GradeModelTests
{
    private static readonly GradeModel Model = GradeModel.Embedded;

    private static readonly double[] Odd = [0, -1, 1e30, double.MaxValue, double.MinValue, double.NaN];

    private List<float[]> _pages = null!;
    private List<string[]> _crossFit = null!;

    [OneTimeSetUp]
    public void ReadTables()
    {
        var table = Rows("datasets/wikipedia-grades.tsv.gz").ToList();
        var columns = Model.Inputs.Select(input => Array.IndexOf(table[0], input.Name)).ToArray();
        _pages = [.. table.Skip(1).Select(cells => columns.Select(column => cells[column].Length == 0 ? GradeModel.Unknown : float.Parse(cells[column], CultureInfo.InvariantCulture)).ToArray())];
        _crossFit = [.. Rows("models/wikipedia-grade.crossfit.tsv.gz").Skip(1)];
    }

    [Test]
    public void Answers_as_Microsoft_ML_does_on_every_labelled_article()
    {
        var effects = new double[Model.Inputs.Count];
        var largest = 0.0;
        Assert.That(_pages, Has.Count.EqualTo(12_000).And.Count.EqualTo(_crossFit.Count));

        for (var page = 0; page < _pages.Count; page++)
        {
            for (var k = 0; k < Model.Boundaries.Count; k++)
            {
                var theirs = double.Parse(_crossFit[page][4 + k], CultureInfo.InvariantCulture);
                largest = Math.Max(largest, Math.Abs(Evaluate(k, _pages[page], effects) - theirs));
            }
        }

        Assert.That(largest, Is.LessThan(1e-5));
    }

    [Test]
    public void Has_its_table_and_cards_beside_it()
    {
        string Read(string name) => File.ReadAllText(Path.Combine(SharedData.Root, "scoring-model", "models", name));
        var drift = Read("wikipedia-grade.drift.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture));

        Assert.Multiple(() =>
        {
            Assert.That(Rows("datasets/wikipedia-grades.tsv.gz").First(), Is.EqualTo(new[] { "id", "label", "group", "medical" }.Concat(ArticleFeatures.All.Select(feature => feature.Name))), "Extract again: the table has other features than the library.");
            Assert.That(Read("wikipedia-grade.md"), Does.StartWith($"# Model card: {Model.Id}\n").And.Contain($"From {Model.Inputs.Count} declared features"));
            Assert.That(Read("wikipedia-grade.compared.md"), Does.StartWith($"# What was compared with {Model.Id}\n"));
            Assert.That(Read("wikipedia-grade.choice.md"), Does.StartWith($"# How the recipe of {Model.Id} was chosen\n"));
            Assert.That(Model.Boundaries.Select(boundary => boundary.Drift), Is.EqualTo(drift));
        });
    }

    [Test]
    public void Explains_every_prediction_to_the_last_digit()
    {
        foreach (var page in _pages)
        {
            var prediction = Model.Predict(page);
            Assert.That(prediction.Start + prediction.Effects.Sum(), Is.EqualTo(prediction.Expected).Within(1e-9));
            Assert.That(prediction.Probabilities.Sum(), Is.EqualTo(1).Within(1e-9));
        }
    }

    [Test]
    public void Finds_no_labelled_article_outside_its_training()
        => Assert.That(_pages.Where(page => Model.Predict(page).Outside.Count > 0), Is.Empty);

    [Test]
    public void Gives_finite_numbers_whatever_it_is_given()
        => Gen.OneOf(Gen.Double, Gen.Int[0, Odd.Length - 1].Select(odd => Odd[odd])).Array[ArticleFeatures.Names.Count].Sample(
            values =>
            {
                var features = new FeatureValues(ArticleFeatures.Names, values.Select((value, index) => KeyValuePair.Create(ArticleFeatures.Names[index], double.IsNaN(value) ? (double?)null : value)));

                if (Model.Predict(features, "en") is { } prediction)
                {
                    Assert.That(prediction.Probabilities.Concat(prediction.Effects).Append(prediction.Expected).Append(prediction.BeyondLength).All(double.IsFinite), Is.True);
                    Assert.That(prediction.Probabilities, Has.All.InRange(-1e-12, 1 + 1e-12));
                }
            },
            iter: 500);

    [Test]
    public void Says_which_values_lie_outside_its_training()
    {
        var page = (float[])_pages[0].Clone();
        var words = Model.Inputs.Index().First(input => input.Item.Name == "structure.words");
        page[words.Index] = words.Item.Highest + 1;
        Assert.That(Model.Predict(page).Outside, Is.EqualTo(new[] { words.Index }));
    }

    [Test]
    public void Stands_by_a_prediction_only_while_what_lies_outside_its_training_hardly_moves_it()
    {
        GradePrediction Beyond(Func<string, bool> isMeant)
            => Model.Predict(_pages[0].Select((value, input) => isMeant(Model.Inputs[input].Name) ? Model.Inputs[input].Highest + 1 : value).ToArray());

        var (one, length, all) = (Beyond(name => name == "sources.retracted"), Beyond(ModelFeatures.IsLength), Beyond(_ => true));

        Assert.Multiple(() =>
        {
            Assert.That(one.Outside, Has.Count.EqualTo(1));
            Assert.That((one.IsWithinTraining, length.IsWithinTraining), Is.EqualTo((true, false)));
            Assert.That(length.OutsideShare, Is.InRange(0.2, 0.6));
            Assert.That(all.OutsideShare, Is.InRange(0.9, 1));
            Assert.That(Model.Predict(_pages[0]).OutsideShare, Is.Zero);
        });
    }

    [Test]
    public void Takes_both_sides_of_a_split_on_what_is_hidden()
    {
        var page = (float[])_pages[0].Clone();
        Array.Fill(page, float.NaN);
        var prediction = Model.Predict(page);

        Assert.Multiple(() =>
        {
            Assert.That(prediction.Effects, Has.All.EqualTo(0.0));
            Assert.That(prediction.Expected, Is.EqualTo(prediction.Start).Within(1e-6));
        });
    }

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(2)]
    public void Walks_the_trees_as_one_reads_them(int everyHidden)
    {
        var (effects, plain) = (new double[Model.Inputs.Count], new double[Model.Inputs.Count]);

        foreach (var page in _pages.Where((_, index) => index % 100 == 0).Select(page => Hide(page, everyHidden)))
        {
            foreach (var trees in Model.Boundaries.Select(boundary => boundary.Trees))
            {
                Array.Clear(effects);
                Array.Clear(plain);
                var expected = trees.Roots.ToArray().Sum(root => PlainTree.Walk(trees, root, page, plain, 1));
                // Means are kept in single precision.
                Assert.That(trees.Evaluate(page, effects), Is.EqualTo(expected).Within(1e-5));
                Assert.That(effects, Is.EqualTo(plain).Within(1e-4));
            }
        }
    }

    [Test]
    public void Shifts_towards_stubs_in_the_natural_mix()
    {
        var prediction = Model.Predict(_pages[0]);
        var natural = prediction.InNaturalMix();

        Assert.Multiple(() =>
        {
            Assert.That(natural.Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(natural[0], Is.GreaterThanOrEqualTo(prediction.Probabilities[0]));
            Assert.That(natural[5], Is.LessThanOrEqualTo(prediction.Probabilities[5]));
        });
    }

    [Test]
    public void Knows_nothing_of_a_page_whose_references_were_taken_out()
        => Assert.That(Model.Predict(new(ArticleFeatures.Names, [KeyValuePair.Create<string, double?>("structure.words", 100)]), "en"), Is.Null);

    [Test]
    public void Answers_alike_from_many_threads()
    {
        var alone = _pages.Take(500).Select(page => Model.Predict(page).Expected).ToArray();
        var together = _pages.Take(500).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(page => Model.Predict(page).Expected).ToArray();
        Assert.That(together, Is.EqualTo(alone));
    }

    [Test]
    public void Judges_newer_articles_by_higher_norms()
    {
        var year = Model.Inputs.Index().First(input => input.Item.Name == ModelFeatures.Year).Index;
        var page = (float[])_pages.First(page => Model.Predict(page) is { Expected: > 1.5 and < 3.5 } && page[year] >= 2012).Clone();
        page[year] = GradeModel.TrainingYear;
        var then = Model.Predict(page);
        page[year] = (GradeModel.TrainingYear + GradeModel.DriftYear) / 2;
        var between = Model.Predict(page);
        page[year] = GradeModel.DriftYear + 4;
        var today = Model.Predict(page);

        Assert.Multiple(() =>
        {
            Assert.That(today.Expected, Is.LessThan(between.Expected));
            Assert.That(between.Expected, Is.LessThan(then.Expected));
            Assert.That((then.Drift, between.Drift, today.Drift), Is.EqualTo((0.0, 0.5, 1.0)));
            Assert.That(today.Start + today.Effects.Sum(), Is.EqualTo(today.Expected).Within(1e-9));
        });
    }

    // The way that answers take, which must not differ from the plain one.
    private static double Evaluate(int boundary, float[] page, double[] effects)
    {
        Array.Clear(effects);
        var quick = Model.Evaluate(boundary, page, effects);
        Assert.That(Model.Boundaries[boundary].Trees.Evaluate(page, new double[effects.Length]), Is.EqualTo(quick).Within(1e-5));
        return quick;
    }

    private static float[] Hide(float[] page, int every) => every == 0 ? page : [.. page.Select((value, input) => input % every == 0 ? float.NaN : value)];

    private static IEnumerable<string[]> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(SharedData.Root, "scoring-model", path)), CompressionMode.Decompress));

        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
