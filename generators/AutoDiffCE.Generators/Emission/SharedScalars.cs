using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Finds the numbers that all samples share: the largest expressions of them, and reductions over shared rows.</summary>
internal static class SharedScalars
{
    public static IEnumerable<Node> In(KernelPlan plan)
    {
        List<Node> found = [];
        HashSet<Node> seen = [];
        foreach (Node root in plan.Roots)
            Visit(root, found, seen);
        // A reduction inside a shared expression is a loop of its own, and comes first.
        IEnumerable<Node> reductions = TopologicalOrder.FromLeaves(found).Where(node => node.IsReduction && node.Axes.IsEmpty);
        return [.. reductions.Concat(found).Distinct()];
    }

    public static bool IsSharedScalar(Node node) =>
        node.IsShared && node.Axes.IsEmpty && node.Kind != ValueKind.Boolean && node.Operation is not (Operation.Constant or Operation.Negate);

    private static void Visit(Node node, List<Node> found, HashSet<Node> seen)
    {
        if (!seen.Add(node))
            return;
        if (IsSharedScalar(node))
        {
            found.Add(node);
            return;
        }
        // Indices are compared as integers and never become numbers.
        foreach (Node operand in node.Operands.Where((_, position) => !IsIndexOperand(node, position)))
            Visit(operand, found, seen);
    }

    /// <summary>Whether an operand is used as an index, in the bits of a register.</summary>
    public static bool IsIndexOperand(Node node, int position) => node.Operation switch
    {
        Operation.Element or Operation.SharedElement => true,
        Operation.Equal => LaneExpressions.AreIndices(node),
        _ => node.IsReduction && position == 1,
    };
}
