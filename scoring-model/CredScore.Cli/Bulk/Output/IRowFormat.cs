using System.Buffers;

namespace CredScore.Cli.Bulk.Output;

/// <summary>A text form of rows, one after the other. Safe for many threads.</summary>
internal interface IRowFormat
{
    /// <summary>What stands before the first row; empty when nothing does.</summary>
    ReadOnlyMemory<byte> Header { get; }

    /// <summary>Writes a row with the line feed that ends it.</summary>
    void Write(RowResult row, IBufferWriter<byte> buffer);
}
