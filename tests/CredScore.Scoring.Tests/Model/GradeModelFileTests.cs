using System.Security.Cryptography;
using CredScore.Scoring.Model;
using CsCheck;

namespace CredScore.Scoring.Tests.Model;

public sealed class GradeModelFileTests
{
    private static readonly byte[] File = GradeModelFile.Write(GradeModel.Embedded);

    [Test]
    public void Fits_the_declared_features()
        => Assert.That(GradeModel.Embedded.Inputs.Select(input => input.Name), Is.EqualTo(ModelFeatures.Names), "The features changed: run credscore extract and credscore train.");

    [Test]
    public void Is_smaller_than_five_megabytes() => Assert.That(File, Has.Length.LessThan(5 * 1024 * 1024));

    [Test]
    public void Writes_what_it_read() => Assert.That(GradeModelFile.Write(GradeModelFile.Read(File, ModelFeatures.Names)), Is.EqualTo(File));

    [Test]
    public void Names_a_feature_that_is_not_declared_any_more()
        => AssertRefuses(File, [.. ModelFeatures.Names.Skip(1)], $"The model {GradeModel.Embedded.Id} was made from other features: it knows structure.words, which is not declared. Train it again with credscore train.");

    [Test]
    public void Names_a_feature_that_it_does_not_know()
        => AssertRefuses(File, [.. ModelFeatures.Names, "structure.new"], "it lacks structure.new");

    [Test]
    public void Refuses_features_in_another_order()
        => AssertRefuses(File, [.. ModelFeatures.Names.Reverse()], "in another order");

    [Test]
    public void Refuses_any_cut_of_the_file()
        => Gen.Int[0, File.Length - 1].Sample(length => AssertRefuses(File[..length], ModelFeatures.Names, "file"), iter: 100);

    [Test]
    public void Refuses_a_file_in_which_a_byte_changed()
        => Gen.Select(Gen.Int[0, File.Length - 1], Gen.Byte[1, 255]).Sample(
            change =>
            {
                var changed = (byte[])File.Clone();
                changed[change.Item1] ^= change.Item2;
                AssertRefuses(changed, ModelFeatures.Names, "file");
            },
            iter: 100);

    [Test]
    public void Never_walks_in_circles_nor_reads_beyond_the_end_of_a_file_made_to_harm()
        => Gen.Select(Gen.Int[37, File.Length - 1], Gen.Byte).Array[1, 20].Sample(
            changes =>
            {
                var changed = (byte[])File.Clone();

                foreach (var (at, value) in changes)
                {
                    changed[at] = value;
                }

                // With a digest that fits: only the reader's own checks stand in the way.
                SHA256.HashData(changed.AsSpan(37)).CopyTo(changed.AsSpan(5));

                try
                {
                    GradeModelFile.Read(changed, ModelFeatures.Names).Predict(new float[ModelFeatures.Names.Count]);
                }
                catch (ModelException)
                {
                    // Refused with a sentence.
                }
            },
            iter: 200);

    // Found by the changes above: a length of a name that goes on for more bytes than any number has.
    [Test]
    public void Refuses_a_name_of_endless_length()
    {
        var changed = (byte[])File.Clone();
        changed.AsSpan(37, 8).Fill(0xFF);
        SHA256.HashData(changed.AsSpan(37)).CopyTo(changed.AsSpan(5));

        Assert.That(() => GradeModelFile.Read(changed, ModelFeatures.Names), Throws.TypeOf<ModelException>());
    }

    private static void AssertRefuses(byte[] file, IReadOnlyList<string> names, string words)
        => Assert.That(() => GradeModelFile.Read(file, names), Throws.TypeOf<ModelException>().With.Message.Contains(words));
}
