namespace AutoDiffCE.Generators.Formulas;

/// <summary>Looks for nodes below a root, visiting each node once.</summary>
internal static class Search
{
    /// <summary>Whether a node that fits can be reached without leaving what is inside.</summary>
    public static bool Reaches(Node root, Func<Node, bool> isInside, Func<Node, bool> fits)
    {
        HashSet<Node> seen = [];
        bool Visit(Node node) => seen.Add(node) && isInside(node) && (fits(node) || node.Operands.Any(Visit));
        return Visit(root);
    }
}
