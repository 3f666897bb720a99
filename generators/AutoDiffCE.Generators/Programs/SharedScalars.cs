using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>Finds the numbers and truths that all samples share: the largest expressions of them. Each is computed once per call.</summary>
internal static class SharedScalars
{
    public static IEnumerable<Node> In(KernelPlan plan)
    {
        List<Node> found = [];
        HashSet<Node> seen = [];
        foreach (Node root in plan.Roots)
            Visit(root, found, seen);
        return found;
    }

    public static bool IsSharedScalar(Node node) => node.IsShared && node.Axes.IsEmpty
        && node.Operation is not (Operation.Constant or Operation.Truth or Operation.Negate or Operation.Not);

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
        foreach (Node operand in node.Operands.Where((_, position) => !Positions.IsIndexOperand(node, position)))
            Visit(operand, found, seen);
    }
}
