using System.Buffers;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Gathers a text that comes in pieces, up to a limit; one buffer serves all pages.</summary>
internal sealed class XmlText
{
    // A larger buffer is let go, so that one giant page does not stay in memory.
    private const int LargestKept = 4 * 1024 * 1024;

    private ArrayBufferWriter<char> _characters = new();
    private int _longest;

    /// <summary>Whether some of the text went beyond the limit and was dropped.</summary>
    public bool IsCut { get; private set; }

    public void Clear(int longest)
    {
        _longest = longest;
        IsCut = false;

        if (_characters.Capacity > LargestKept)
        {
            _characters = new();
        }

        _characters.ResetWrittenCount();
    }

    public void Add(ReadOnlySpan<char> piece)
    {
        if (IsCut || _characters.WrittenCount + piece.Length > _longest)
        {
            IsCut = true;
            _characters.ResetWrittenCount();
            return;
        }

        _characters.Write(piece);
    }

    public override string ToString() => new(_characters.WrittenSpan);
}
