using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Walks a tree in document order with a stack of its own, so that no markup is nested too deep for it.
/// It visits children by position: asking a node for its next sibling searches the parent's list each time.
/// Ask what a node is by <see cref="Element"/> first: that is a class, and an interface is searched for among all that a node implements.
/// </summary>
/// <typeparam name="TState">What the walk wants to remember for each open element.</typeparam>
internal sealed class HtmlCursor<TState>
    where TState : struct
{
    private Frame[] _frames = new Frame[64];
    private int _depth;

    /// <summary>The node at hand: one that was reached, or an open element that is being left.</summary>
    public INode Node { get; private set; } = null!;

    /// <summary>State of the innermost open element, or of the element that is being left.</summary>
    public TState State { get; private set; }

    public bool IsLeaving { get; private set; }

    /// <summary>Sets out to visit what is below a node.</summary>
    public void Start(INode node, TState state)
    {
        _depth = 0;
        Node = node;
        Descend(state);
    }

    /// <summary>Visits the children of the node at hand before its siblings, and reports when it is left.</summary>
    public void Descend(TState state)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = new Frame(Node, Node.ChildNodes, state);
    }

    /// <summary>Moves to the next node, or leaves an element; false at the end of the walk.</summary>
    public bool MoveNext()
    {
        if (_depth == 0)
        {
            return false;
        }

        ref var frame = ref _frames[_depth - 1];
        State = frame.State;

        if (frame.Next < frame.Length)
        {
            Node = frame.Children[frame.Next++];
            IsLeaving = false;
            return true;
        }

        Node = frame.Node;
        IsLeaving = true;
        _depth--;
        // The start itself is neither reached nor left.
        return _depth > 0;
    }

    private struct Frame(INode node, INodeList children, TState state)
    {
        public readonly INode Node = node;
        public readonly INodeList Children = children;
        public readonly int Length = children.Length;
        public readonly TState State = state;
        public int Next;
    }
}
