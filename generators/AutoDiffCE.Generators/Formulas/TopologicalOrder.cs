namespace AutoDiffCE.Generators.Formulas;

/// <summary>Orders in which every node stands on the right side of its operands.</summary>
internal static class TopologicalOrder
{
    /// <summary>Every node below the roots, operands before their users.</summary>
    public static List<Node> FromLeaves(IEnumerable<Node> roots)
    {
        List<Node> order = [];
        HashSet<Node> seen = [];
        foreach (Node root in roots)
            Visit(root, seen, order);
        return order;
    }

    /// <summary>Every node below the result, users before their operands.</summary>
    public static List<Node> FromResult(Node result)
    {
        List<Node> order = FromLeaves([result]);
        order.Reverse();
        return order;
    }

    private static void Visit(Node node, HashSet<Node> seen, List<Node> order)
    {
        Work.Step();
        if (!seen.Add(node))
            return;
        foreach (Node operand in node.Operands)
            Visit(operand, seen, order);
        order.Add(node);
    }
}
