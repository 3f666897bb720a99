namespace AutoDiffCE.Generators.Formulas;

/// <summary>Looks for nodes below a root, visiting each node once.</summary>
internal static class Search
{
    /// <summary>Whether a node that fits can be reached without leaving what is inside.</summary>
    public static bool Reaches(Node root, Func<Node, bool> isInside, Func<Node, bool> fits)
    {
        HashSet<Node> seen = [];
        bool Visit(Node node)
        {
            Work.Step();
            return seen.Add(node) && isInside(node) && (fits(node) || node.Operands.Any(Visit));
        }

        return Visit(root);
    }

    /// <summary>The nodes that can be reached without leaving what is inside.</summary>
    public static IEnumerable<Node> Below(Node root, Func<Node, bool> isInside)
    {
        HashSet<Node> found = [];
        void Visit(Node node)
        {
            Work.Step();
            if (!isInside(node) || !found.Add(node))
                return;
            foreach (Node operand in node.Operands)
                Visit(operand);
        }

        Visit(root);
        return found;
    }
}
