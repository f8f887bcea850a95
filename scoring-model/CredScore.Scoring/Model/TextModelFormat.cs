using System.Buffers.Binary;

namespace CredScore.Scoring.Model;

/// <summary>
/// The bytes of a text model: the letters CSTM, a version, the shape, constant and calibration, then for each weight its distance from the one
/// before (seven bits a byte) and a number of four bytes; last a digest of all before. Little-endian.
/// </summary>
internal static class TextModelFormat
{
    private const byte Version = 1;
    private const int MostBits = 20;
    private const int HeadLength = 28;
    private const int DigestLength = 4;

    private static ReadOnlySpan<byte> Mark => "CSTM"u8;

    public static byte[] Write(TextShape shape, float bias, TextCalibration calibration, IReadOnlyDictionary<int, float> weights)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write((byte)shape.Bits);
        writer.Write((ushort)shape.Parts);
        writer.Write(shape.DescriptionLength);
        writer.Write(bias);
        writer.Write(calibration.Slope);
        writer.Write(calibration.Intercept);
        writer.Write(weights.Count);
        var before = 0;

        foreach (var (place, weight) in weights.OrderBy(weight => weight.Key))
        {
            writer.Write7BitEncodedInt(place - before);
            writer.Write(weight);
            before = place;
        }

        writer.Write(TextHash.Of(stream.ToArray()));
        return stream.ToArray();
    }

    public static TextModel Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength + DigestLength || !bytes.StartsWith(Mark))
        {
            throw new TextModelException($"The text model {name} is no text model: it does not begin as one, or is only {bytes.Length} bytes long.");
        }

        if (bytes[4] != Version)
        {
            throw new TextModelException($"The text model {name} has format {bytes[4]}; this version reads {Version}: train it again.");
        }

        var digest = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^DigestLength..]);

        if (TextHash.Of(bytes[..^DigestLength]) != digest)
        {
            throw new TextModelException($"The text model {name} is damaged or cut: its digest does not match its bytes.");
        }

        return ReadBody(name, bytes[..^DigestLength], digest);
    }

    private static TextModel ReadBody(string name, ReadOnlySpan<byte> bytes, uint digest)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes[(Mark.Length + 1)..].ToArray()));
        var shape = new TextShape(reader.ReadByte(), (TextParts)reader.ReadUInt16(), reader.ReadInt32());
        var (bias, calibration) = (reader.ReadSingle(), new TextCalibration(reader.ReadSingle(), reader.ReadSingle()));
        var count = reader.ReadInt32();

        if (shape.Bits is < 1 or > MostBits || shape.DescriptionLength is < 0 or > TextTokens.MostCharacters || count < 0 || count > shape.Places
            || !float.IsFinite(bias) || !float.IsFinite(calibration.Slope) || !float.IsFinite(calibration.Intercept))
        {
            throw new TextModelException($"The text model {name} has a head that no training writes.");
        }

        return new(TextModel.IdOf(name, digest), shape, bias, calibration, ReadWeights(name, reader, shape, count));
    }

    private static Dictionary<int, float> ReadWeights(string name, BinaryReader reader, TextShape shape, int count)
    {
        var weights = new Dictionary<int, float>(count);
        var place = 0L;

        try
        {
            for (var i = 0; i < count; i++)
            {
                place += (uint)reader.Read7BitEncodedInt();
                var weight = reader.ReadSingle();

                if (place >= shape.Places || !float.IsFinite(weight) || !weights.TryAdd((int)place, weight))
                {
                    throw new TextModelException($"The text model {name} has a weight ({i + 1} of {count}) outside its {shape.Places} places, twice, or without a number.");
                }
            }
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException)
        {
            throw new TextModelException($"The text model {name} ends before its {count} weights do.", fault);
        }

        return weights;
    }
}
