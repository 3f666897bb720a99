using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    // Every selection at an index asks what its other side is there, and so does what replaces something in it: each answer is found once.
    private readonly Dictionary<(Node Part, Node Replacement), Dictionary<Node, Node>> replaced = [];

    /// <summary>The expression at one index of an axis: every position along the axis becomes that index.</summary>
    public Node At(Node node, int axis, Node index) => Replace(node, Table.Index(axis), index);

    /// <summary>The expression over another axis.</summary>
    public Node Rename(Node node, int axis, int newAxis) => axis == newAxis ? node : At(node, axis, Table.Index(newAxis));

    /// <summary>
    /// An expression with a part replaced wherever that part stands free. What looks like it below a reduction that binds one of its axes is about other
    /// positions, and stays; an axis of the replacement is never caught by a reduction of the same name.
    /// </summary>
    public Node Replace(Node node, Node part, Node replacement)
    {
        if (!replaced.TryGetValue((part, replacement), out Dictionary<Node, Node>? done))
            replaced[(part, replacement)] = done = [];
        return Replace(node, part, replacement, done);
    }

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

    private Node Replace(Node node, Node part, Node replacement, Dictionary<Node, Node> done)
    {
        Work.Step();
        if (ReferenceEquals(node, part))
            return replacement;
        // What varies along fewer axes than the part does not hold it.
        if (!node.Axes.ContainsAll(part.Axes) || node.Operands.IsEmpty)
            return node;
        if (!done.TryGetValue(node, out Node? result))
        {
            result = node.IsReduction
                ? ReplaceInReduction(node, part, replacement, done)
                : Rebuild(node, [.. node.Operands.Select(operand => Replace(operand, part, replacement, done))]);
            done[node] = result;
        }
        return result;
    }

    private Node ReplaceInReduction(Node node, Node part, Node replacement, Dictionary<Node, Node> done)
    {
        Node? excluded = node.Excluded is null ? null : Replace(node.Excluded, part, replacement, done);
        if (part.Axes.Contains(node.Axis))
            return Reduce(node.Operation, node.Axis, node.First, excluded);

        (int axis, Node body) = (node.Axis, node.First);
        if (replacement.Axes.Contains(axis) || excluded?.Axes.Contains(axis) == true)
        {
            axis = (body.Axes | part.Axes | replacement.Axes | (excluded?.Axes ?? AxisSet.None)).FirstFree();
            body = Rename(body, node.Axis, axis);
        }
        return Reduce(node.Operation, axis, Replace(body, part, replacement, done), excluded);
    }
}
