using System.Text;
using CredScore.Scoring.Model;
using CsCheck;

namespace CredScore.Scoring.Tests.Model;

[TestFixture]
internal sealed class TextModelTests
{
    private static readonly TextShape Shape = new(10, TextParts.Words, 1000);

    [TestCase("", 0u)]
    [TestCase("a", 0x3c2569b2u)]
    [TestCase("hello", 0x248bfa47u)]
    [TestCase("The quick brown fox jumps over the lazy dog", 0x2e4ff723u)]
    public void Hashes_as_the_published_MurmurHash3_does(string text, uint hash) => Assert.That(TextHash.Of(text), Is.EqualTo(hash));

    [Test]
    public void Reads_back_what_was_written()
    {
        var model = TextModel.Read("sample", Bytes());

        Assert.Multiple(() =>
        {
            Assert.That(model.Shape, Is.EqualTo(Shape));
            Assert.That(model.Bias, Is.EqualTo(-0.5f));
            Assert.That(model.Calibration, Is.EqualTo(new TextCalibration(2, 0.25f)));
            Assert.That(model.Weights, Is.EquivalentTo(Weights()));
            Assert.That(model.Id, Does.StartWith("sample-"));
        });
    }

    [Test]
    public void Refuses_every_cut_and_every_changed_byte_with_a_sentence()
    {
        var bytes = Bytes();

        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x40;
            var cut = bytes[..i];

            Assert.That(() => TextModel.Read("sample", changed), Throws.TypeOf<TextModelException>().With.Message.Contains("sample"));
            Assert.That(() => TextModel.Read("sample", cut), Throws.TypeOf<TextModelException>().With.Message.EndsWith("."));
        }
    }

    [Test]
    public void Refuses_bytes_that_are_something_else()
        => Gen.Byte.Array[0, 200].Sample(bytes => Assert.That(() => TextModel.Read("sample", bytes), Throws.TypeOf<TextModelException>()), iter: 500);

    [Test]
    public void Names_the_other_format()
    {
        var bytes = Bytes();
        bytes[4] = 9;
        Assert.That(() => TextModel.Read("sample", bytes), Throws.TypeOf<TextModelException>().With.Message.Contains("format 9"));
    }

    [Test]
    public void Contributions_and_the_constant_add_up_to_the_score()
    {
        var model = TextModel.Read("sample", Bytes());
        var terms = TextFeaturizer.Read(Shape, new("Poison or protection", "Ask your doctor about protection.", null));
        var sum = model.Contributions(terms, int.MaxValue).Sum(contribution => contribution.Effect) + (model.Calibration.Slope * model.Bias);

        Assert.That(sum, Is.EqualTo(model.Calibration.Slope * model.Score(terms)).Within(1e-5));
        Assert.That(model.Contributions(terms, 1)[0].Text, Is.EqualTo("poison").Or.EqualTo("protection"));
    }

    [Test]
    public void Any_text_gets_a_number_between_0_and_1()
        => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((title, description, name) =>
        {
            var model = TextModel.Read("sample", Bytes());
            var probability = model.Calibration.Probability(model.Score(TextFeaturizer.Read(Shape with { Parts = TextParts.Words | TextParts.Letters | TextParts.Signs | TextParts.Name }, new(title, description, name))));
            Assert.That(probability, Is.InRange(0, 1));
        }, iter: 500);

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void A_score_that_is_no_number_says_nothing(float score) => Assert.That(new TextCalibration(1, 0).Probability(score), Is.EqualTo(0.5));

    private static Dictionary<int, float> Weights() => new() { [Place("poison")] = 2, [Place("protection")] = -1.5f, [Place("doctor")] = 0.25f };

    private static byte[] Bytes() => TextModelFormat.Write(Shape, -0.5f, new(2, 0.25f), Weights());

    private static int Place(string word) => (int)(TextHash.Of(Encoding.UTF8.GetBytes(word)) & (uint)(Shape.HashedPlaces - 1));
}
