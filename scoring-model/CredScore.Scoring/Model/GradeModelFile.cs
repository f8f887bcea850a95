using System.Security.Cryptography;
using System.Text;

namespace CredScore.Scoring.Model;

/// <summary>
/// The compact form of a grade model: <c>CSGM</c>, the version of the form, SHA-256 of what follows, then little-endian the id, the inputs, and for each
/// boundary its calibration and its trees. The same model gives the same bytes.
/// </summary>
internal static class GradeModelFile
{
    private const byte Form = 2;

    private const int HeaderLength = 5 + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "CSGM"u8;

    public static GradeModel ReadEmbedded(string name)
    {
        using var resource = typeof(GradeModelFile).Assembly.GetManifestResourceStream($"models/{name}.model")
            ?? throw new ModelException($"The model {name} is missing from the library.");

        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return Read(bytes, ModelFeatures.Names);
    }

    /// <summary>Reads a model over a list of features; throws <see cref="ModelException"/> when it is cut, changed, or made from other features.</summary>
    public static GradeModel Read(byte[] bytes, IReadOnlyList<string> names)
    {
        ThrowIfDamaged(bytes);

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength, writable: false), Encoding.UTF8);
            var id = reader.ReadString();
            var inputs = ReadInputs(reader);
            ThrowIfOther(id, inputs, names);
            var boundaries = new GradeBoundary[Grades.Count - 1];

            for (var k = 0; k < boundaries.Length; k++)
            {
                boundaries[k] = ReadBoundary(reader, inputs.Length);
            }

            return new(id, inputs, boundaries);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or OverflowException or FormatException)
        {
            throw new ModelException("The model file is not laid out as this version of the library reads it.", exception);
        }
    }

    public static byte[] Write(GradeModel model)
    {
        using var body = new MemoryStream();

        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Id);
            WriteInputs(writer, model.Inputs);

            foreach (var boundary in model.Boundaries)
            {
                WriteBoundary(writer, boundary);
            }
        }

        var content = body.ToArray();
        return [.. Magic, Form, .. SHA256.HashData(content), .. content];
    }

    private static void ThrowIfDamaged(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic) || bytes.Length < HeaderLength)
        {
            throw new ModelException("The file is no grade model: it does not begin as one does.");
        }

        if (bytes[4] != Form)
        {
            throw new ModelException($"The model file has form {bytes[4]}; this version of the library reads form {Form}.");
        }

        if (!SHA256.HashData(bytes[HeaderLength..]).AsSpan().SequenceEqual(bytes[5..HeaderLength]))
        {
            throw new ModelException("The model file is cut or was changed: its content does not fit its digest.");
        }
    }

    private static void ThrowIfOther(string id, ModelInput[] inputs, IReadOnlyList<string> names)
    {
        var known = inputs.Select(input => input.Name).ToList();

        if (known.SequenceEqual(names))
        {
            return;
        }

        var (gone, added) = (known.Except(names).ToList(), names.Except(known).ToList());
        var difference = (gone, added) switch
        {
            ({ Count: > 0 }, { Count: > 0 }) => $"it knows {Listed(gone)}, which {Are(gone)} not declared, and lacks {Listed(added)}",
            ({ Count: > 0 }, _) => $"it knows {Listed(gone)}, which {Are(gone)} not declared",
            (_, { Count: > 0 }) => $"it lacks {Listed(added)}",
            _ => "it knows them in another order",
        };

        throw new ModelException($"The model {id} was made from other features: {difference}. Train it again with credscore train.");
    }

    private static string Are(List<string> names) => names.Count == 1 ? "is" : "are";

    private static string Listed(List<string> names) => names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";

    private static ModelInput[] ReadInputs(BinaryReader reader)
    {
        var inputs = new ModelInput[reader.ReadUInt16()];

        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new(reader.ReadString(), reader.ReadBoolean(), reader.ReadSingle(), reader.ReadSingle());
        }

        return inputs;
    }

    private static void WriteInputs(BinaryWriter writer, IReadOnlyList<ModelInput> inputs)
    {
        writer.Write(checked((ushort)inputs.Count));

        foreach (var input in inputs)
        {
            writer.Write(input.Name);
            writer.Write(input.CanBeUnknown);
            writer.Write(input.Lowest);
            writer.Write(input.Highest);
        }
    }

    private static GradeBoundary ReadBoundary(BinaryReader reader, int features)
    {
        var (slope, intercept, drift) = (Finite(reader.ReadDouble()), Finite(reader.ReadDouble()), Finite(reader.ReadDouble()));
        var (roots, nodes, leaves) = (new int[ReadCount(reader)], new BoostedTrees.Node[ReadCount(reader)], new float[ReadCount(reader)]);

        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = Position(reader, -1);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new()
            {
                Feature = reader.ReadUInt16(),
                Threshold = reader.ReadSingle(),
                LeftShare = (float)Finite(reader.ReadSingle()),
                Left = Position(reader, i),
                Right = Position(reader, i),
            };
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nodes[i].Feature, features);
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = (float)Finite(reader.ReadSingle());
        }

        return new(new(nodes, leaves, roots), slope, intercept, drift);

        // A child stands behind its parent, so that no walk goes in circles.
        int Position(BinaryReader reader, int parent) => reader.ReadInt32() is var at && at < nodes.Length && ~at < leaves.Length && (at < 0 || at > parent)
            ? at
            : throw new ArgumentException("A node points nowhere.");
    }

    private static void WriteBoundary(BinaryWriter writer, GradeBoundary boundary)
    {
        var trees = boundary.Trees;
        writer.Write(boundary.Slope);
        writer.Write(boundary.Intercept);
        writer.Write(boundary.Drift);
        writer.Write(trees.Roots.Length);
        writer.Write(trees.Nodes.Length);
        writer.Write(trees.Leaves.Length);

        foreach (var root in trees.Roots)
        {
            writer.Write(root);
        }

        foreach (ref readonly var node in trees.Nodes)
        {
            writer.Write(node.Feature);
            writer.Write(node.Threshold);
            writer.Write(node.LeftShare);
            writer.Write(node.Left);
            writer.Write(node.Right);
        }

        foreach (var leaf in trees.Leaves)
        {
            writer.Write(leaf);
        }
    }

    // Nothing takes less than four bytes: a larger count than the rest of the file has room for is a lie.
    private static int ReadCount(BinaryReader reader)
        => reader.ReadInt32() is >= 0 and var count && count <= (reader.BaseStream.Length - reader.BaseStream.Position) / sizeof(int)
            ? count
            : throw new ArgumentException("The file is shorter than it says.");

    private static double Finite(double value) => double.IsFinite(value) ? value : throw new ArgumentException("A number of the model is not finite.");
}
