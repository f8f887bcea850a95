using System.Buffers.Text;
using CredScore.Exports.Writing;

namespace CredScore.Cli.Tests.Exports;

internal sealed class ShortNumberTests
{
    [Test]
    public void Writes_what_the_runtime_writes()
    {
        var random = new Random(8);
        var numbers = Enumerable.Range(0, 200_000).Select(step => (step % 8) switch
        {
            0 => random.Next(-100_000, 100_000) / 10_000.0,
            1 => random.Next() / 100.0,
            2 => random.NextDouble(),
            3 => Math.Round(random.NextDouble() * 1e6, random.Next(6)),
            4 => random.Next(),
            5 => random.NextDouble() * Math.Pow(10, random.Next(-20, 25)),
            6 => random.NextInt64(1L << 40) / 10_000.0,
            _ => BitConverter.Int64BitsToDouble(random.NextInt64()),
        });

        var (ours, theirs) = (new byte[32], new byte[32]);

        foreach (var number in numbers.Where(double.IsFinite).Concat([0, -0.0, 0.0001, 0.00005, -0.1, 1e10, 9_999_999_999.9999, 10_000_000_000.5, double.MaxValue, double.Epsilon, 4.35, 1.005, 0.30000000000000004]))
        {
            Utf8Formatter.TryFormat(number, theirs, out var length);
            var written = ShortNumber.Write(number, ours);

            if (!ours.AsSpan(0, written).SequenceEqual(theirs.AsSpan(0, length)))
            {
                Assert.Fail(FormattableString.Invariant($"{number:R} became {System.Text.Encoding.ASCII.GetString(ours, 0, written)}."));
            }
        }
    }
}
