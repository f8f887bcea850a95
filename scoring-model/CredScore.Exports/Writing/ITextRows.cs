using System.Buffers;

namespace CredScore.Exports.Writing;

/// <summary>A text form of a table, row after row. Safe for many threads.</summary>
/// <typeparam name="TRow">What a row is read from.</typeparam>
public interface ITextRows<in TRow>
{
    /// <summary>What stands before the first row; empty when nothing does.</summary>
    ReadOnlyMemory<byte> Header { get; }

    /// <summary>Writes a row with the line feed that ends it.</summary>
    void Write(TRow row, IBufferWriter<byte> buffer);
}
