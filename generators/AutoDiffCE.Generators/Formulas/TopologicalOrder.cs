namespace AutoDiffCE.Generators.Formulas;

/// <summary>Orders in which every node stands on the right side of its operands.</summary>
internal static class TopologicalOrder
{
    /// <summary>Every node below the roots, operands before their users.</summary>
    public static List<Node> FromLeaves(IEnumerable<Node> roots) => FromLeaves(roots, _ => true);

    /// <summary>Every node that can be reached without leaving what is inside, operands before their users.</summary>
    public static List<Node> FromLeaves(IEnumerable<Node> roots, Func<Node, bool> isInside)
    {
        List<Node> order = [];
        HashSet<Node> seen = [];
        foreach (Node root in roots)
            Visit(root, isInside, seen, order);
        return order;
    }

    /// <summary>Every node below the result, users before their operands.</summary>
    public static List<Node> FromResult(Node result)
    {
        List<Node> order = FromLeaves([result]);
        order.Reverse();
        return order;
    }

    private static void Visit(Node node, Func<Node, bool> isInside, HashSet<Node> seen, List<Node> order)
    {
        Work.Step();
        if (!isInside(node) || !seen.Add(node))
            return;
        foreach (Node operand in node.Operands)
            Visit(operand, isInside, seen, order);
        order.Add(node);
    }
}
