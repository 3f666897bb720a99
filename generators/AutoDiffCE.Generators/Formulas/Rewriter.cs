using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>Rewrites an expression from its leaves up, every node once.</summary>
internal sealed class Rewriter(Func<Node, ImmutableArray<Node>, Node> rebuild)
{
    private readonly Dictionary<Node, Node> done = [];

    public Node Rewrite(Node node)
    {
        Work.Step();
        if (done.TryGetValue(node, out Node? known))
            return known;

        Node result = rebuild(node, [.. node.Operands.Select(Rewrite)]);
        done[node] = result;
        return result;
    }
}
