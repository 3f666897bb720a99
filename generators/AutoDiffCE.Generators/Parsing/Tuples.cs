using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// Several values in one, on their way from where they are computed to where they are taken apart: a helper method gives back two of them, a branch chooses
/// between pairs. None is left when a formula has been read.
/// </summary>
internal static class Tuples
{
    private static readonly Function tuple = new("Tuple", 0, (_, _, _) => double.NaN, Interval.All, "", null, 0);

    public static Node Of(NodeTable table, IEnumerable<Node> elements) => table.Call(tuple, [.. elements]);

    public static bool Is(Node node) => node.Is(tuple);

    /// <summary>One of the values; what stands for a tuple in error stands for each of them.</summary>
    public static Node Element(Node node, int position) => Is(node) ? node.Operands[position] : node;

    /// <summary>The tuple of what is chosen, value by value.</summary>
    public static Node Choose(NodeTable table, Node condition, Node whenTrue, Node whenFalse)
    {
        int count = Math.Max(whenTrue.Operands.Length, whenFalse.Operands.Length);
        return Of(table, Enumerable.Range(0, count).Select(position =>
            Logic.Choose(table, condition, Element(whenTrue, position), Element(whenFalse, position))));
    }
}
