namespace AutoDiffCE.Generators.Formulas;

/// <summary>Reads an expression at one position along an axis, as it stands.</summary>
internal static class Substitution
{
    /// <summary>
    /// The expression with a position in place of the index of an axis. What a reduction binds is another index, and gets another name where the position
    /// has one like it.
    /// </summary>
    public static Node At(NodeTable table, Node node, int axis, Node position) => At(table, node, axis, position, []);

    private static Node At(NodeTable table, Node node, int axis, Node position, Dictionary<Node, Node> done)
    {
        Work.Step();
        if (!node.Axes.Contains(axis))
            return node;
        if (node.Operation == Operation.Index)
            return position;
        if (!done.TryGetValue(node, out Node? result))
        {
            Node over = node.IsReduction && position.Axes.Contains(node.Axis) ? Renamed(table, node, axis, position) : node;
            result = table.With(over, [.. over.Operands.Select(operand => At(table, operand, axis, position, done))]);
            done.Add(node, result);
        }
        return result;
    }

    private static Node Renamed(NodeTable table, Node reduction, int axis, Node position)
    {
        int free = (reduction.First.Axes | position.Axes | AxisSet.Of(axis) | (reduction.Excluded?.Axes ?? AxisSet.None)).FirstFree();
        return table.Reduce(reduction.Operation, free, At(table, reduction.First, reduction.Axis, table.Index(free)), reduction.Excluded);
    }
}
