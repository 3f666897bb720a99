using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>After which pass over the row a node is known: 0 before any. It is found once for each node.</summary>
internal sealed class Availability
{
    private readonly Dictionary<Node, int> known = [];

    public int PassOf(Node node)
    {
        Work.Step();
        if (known.TryGetValue(node, out int pass))
            return pass;
        foreach (Node operand in node.Operands)
            pass = Math.Max(pass, PassOf(operand));
        // A reduction within a row is a loop within its pass; one to a value per sample ends a pass.
        if (node.IsReduction && node.Axes.IsEmpty && !node.IsShared)
            pass++;
        known[node] = pass;
        return pass;
    }
}
