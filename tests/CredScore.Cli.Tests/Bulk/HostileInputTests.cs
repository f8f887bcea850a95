using System.Text;
using System.Xml;
using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Tests.Support;
using CsCheck;

namespace CredScore.Cli.Tests.Bulk;

/// <summary>Whatever stands in an input: a row for each line, and no exception but those that say where it is damaged.</summary>
internal sealed class HostileInputTests
{
    private static readonly string Dump = Pages.Dump(Pages.DumpPage(1, "Marsh fever", "'''Fever''' & more"), Pages.DumpPage(2, "Talk:Marsh fever", "x", space: 1));

    private static readonly string[] OddLines =
        [Pages.Line(1), "{}", "[]", "null", "{\"id\":{\"a\":1}}", "{\"wikitext\":", "{\"title\":\"\\ud800\"}", new('[', 200)];

    private static readonly Gen<byte[]> AnyLine = Gen.OneOf(
        Gen.Byte.Array[1, 100],
        Gen.Int[0, OddLines.Length - 1].Select(index => Encoding.UTF8.GetBytes(OddLines[index])),
        Gen.Select(Gen.Int[0, 200], Gen.Byte, (at, value) => Changed(Encoding.UTF8.GetBytes(Pages.Line(1)), at, value)));

    [Test]
    public void Gives_a_row_for_each_line_whatever_is_in_it()
        => AnyLine.Select(WithoutLineFeeds).Array[1, 20].Sample(lines =>
        {
            using var stream = new MemoryStream([.. lines.SelectMany(line => line.Append((byte)'\n'))]);

            var rows = JsonLines.Read(stream).Select(row => row.Read()).ToList();

            Assert.That(rows, Has.Count.EqualTo(lines.Count(IsRow)));
            Assert.That(rows.Where(row => row.Error is null).Select(row => row.Text), Has.None.Null);
        });

    [Test]
    public void Reads_a_dump_or_says_where_it_is_damaged()
        => Gen.Select(Gen.Int[0, Dump.Length - 1], Gen.Byte, Gen.Int[0, Dump.Length]).Sample((at, value, end) =>
        {
            var bytes = Changed(Encoding.UTF8.GetBytes(Dump), at, value);

            ReadDump(bytes);
            ReadDump(bytes[..Math.Min(end, bytes.Length)]);
        });

    [Test]
    public void Unpacks_bzip2_or_says_that_it_is_damaged()
    {
        var packed = Bzip2.Pack(Dump, Dump);

        Gen.Select(Gen.Int[0, packed.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            using var unpacked = new MultistreamBzip2(new MemoryStream(Changed(packed, at, value)));

            try
            {
                unpacked.CopyTo(Stream.Null);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or ICSharpCode.SharpZipLib.SharpZipBaseException)
            {
                // Said.
            }
        });
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1000)]
    public void Cuts_lines_alike_however_the_stream_comes(int piece)
    {
        string[] lines = ["a", "", new('b', 700_000), "c"];
        using var stream = new Trickle(Encoding.UTF8.GetBytes(string.Join('\n', lines)), Math.Max(piece, 1));
        using var reader = new LineReader(stream, 1_000_000);
        var read = new List<string>();

        while (reader.TryRead(out var line))
        {
            read.Add(Encoding.UTF8.GetString(line.Bytes));
        }

        Assert.That(read, Is.EqualTo(lines));
    }

    private static void ReadDump(byte[] bytes)
    {
        try
        {
            foreach (var row in new Cli.Bulk.Input.Dump(new NodeLimitStream(new MemoryStream(bytes)), new()).Read())
            {
                row.Read();
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or CommandFailure)
        {
            // Said.
        }
    }

    private static bool IsRow(byte[] line) => !line.AsSpan().Trim(" \t\r"u8).IsEmpty;

    private static byte[] WithoutLineFeeds(byte[] line) => [.. line.Select(value => value == '\n' ? (byte)' ' : value)];

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at % changed.Length] = value;
        return changed;
    }

    /// <summary>Gives a few bytes at a time, as a slow disk or a pipe may.</summary>
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
