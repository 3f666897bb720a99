using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Names bound axes as the loops will be nested: a pass runs along the row axis, a loop within it along the next one, and so on. What is reduced to a
/// value per sample is a pass of its own, wherever it is used.
/// </summary>
internal sealed class LoopNesting(NodeAlgebra algebra)
{
    private readonly Dictionary<(Node Node, AxisSet Scope), Node> done = [];

    public Node Nest(Node root) => Nest(root, root.Axes);

    private Node Nest(Node node, AxisSet scope)
    {
        Work.Step();
        if (node.Axes.IsEmpty)
            scope = AxisSet.None;
        if (!done.TryGetValue((node, scope), out Node? result))
        {
            result = node.IsReduction
                ? NestReduction(node, scope)
                : algebra.Table.With(node, [.. node.Operands.Select(operand => Nest(operand, scope))]);
            done[(node, scope)] = result;
        }
        return result;
    }

    private Node NestReduction(Node node, AxisSet scope)
    {
        int axis = scope.FirstFree();
        Node body = algebra.Rename(node.First, node.Axis, axis);
        return algebra.Table.Reduce(node.Operation, axis, Nest(body, scope | AxisSet.Of(axis)), node.Excluded);
    }
}
