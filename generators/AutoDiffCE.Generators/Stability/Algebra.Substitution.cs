using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal sealed partial class Algebra
{
    /// <summary>The expression at one index of an axis: every position along the axis becomes that index.</summary>
    public Node At(Node node, int axis, Node index) => Substitute(node, axis, index, []);

    /// <summary>The expression over another axis.</summary>
    public Node Rename(Node node, int axis, int newAxis) => axis == newAxis ? node : At(node, axis, Table.Index(newAxis));

    /// <summary>An expression with one node replaced by another.</summary>
    public Node Replace(Node node, Node part, Node replacement) =>
        new Rewriter((visited, operands) => ReferenceEquals(visited, part) ? replacement : Rebuild(visited, operands)).Rewrite(node);

    /// <summary>
    /// The names of bound axes made canonical: each reduction binds the smallest axis that its result does not vary along. Expressions
    /// that differ only in the names of their bound axes become one node.
    /// </summary>
    public Node NormalizeAxes(Node node) => new Rewriter(RebuildNormalized).Rewrite(node);

    /// <summary>The canonical form of a node over operands in canonical form, the name of a bound axis included.</summary>
    public Node RebuildNormalized(Node node, ImmutableArray<Node> operands)
    {
        if (!node.IsReduction)
            return Rebuild(node, operands);

        Node body = operands[0];
        Node? excluded = operands.Length == 2 ? operands[1] : null;
        AxisSet free = body.Axes - AxisSet.Of(node.Axis) | (excluded?.Axes ?? AxisSet.None);
        int axis = free.FirstFree();
        return Reduce(node.Operation, axis, Rename(body, node.Axis, axis), excluded);
    }

    // A reduction that binds an axis of a name that the part uses, too, means another axis by it: it stays as it is.
    private Node ReplaceAlong(int axis, Node node, Node part, Node replacement, Dictionary<Node, Node> done)
    {
        if (!node.Axes.Contains(axis) || (node.IsReduction && part.Axes.Contains(node.Axis)))
            return node;
        if (ReferenceEquals(node, part))
            return replacement;
        if (!done.TryGetValue(node, out Node? result))
        {
            result = Rebuild(node, [.. node.Operands.Select(operand => ReplaceAlong(axis, operand, part, replacement, done))]);
            done[node] = result;
        }
        return result;
    }

    private Node Substitute(Node node, int axis, Node index, Dictionary<Node, Node> done)
    {
        if (!node.Axes.Contains(axis))
            return node;
        if (node.Operation == Operation.Index)
            return index;
        if (done.TryGetValue(node, out Node? known))
            return known;

        // A reduction whose own axis occurs in the index gets a fresh one first.
        if (node.IsReduction && index.Axes.Contains(node.Axis))
        {
            int fresh = (node.Axes | index.Axes | node.First.Axes).FirstFree();
            node = Table.Reduce(node.Operation, fresh, Rename(node.First, node.Axis, fresh), node.Excluded);
        }
        Node result = Rebuild(node, [.. node.Operands.Select(operand => Substitute(operand, axis, index, done))]);
        done[node] = result;
        return result;
    }
}
