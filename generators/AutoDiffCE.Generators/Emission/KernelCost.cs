using System.Globalization;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// States what a kernel costs: passes, and transcendental functions and memory traffic for each element of a row; where sums stand within sums, for each
/// pair of classes, too, and the order in which it grows.
/// </summary>
internal static class KernelCost
{
    public static IEnumerable<string> Describe(CompiledLoss loss) => loss is MapLoss map ? Describe(map) : Describe(loss.Main);

    public static IEnumerable<string> Describe(CompiledKernel kernel)
    {
        yield return "value:              " + Describe(kernel.Values);
        yield return "value and gradient: " + Describe(kernel.ValuesAndGradient);
        if (!kernel.ComputedRows.IsEmpty)
            yield return "once per call:      " + DescribeRows(kernel.ComputedRows);
    }

    // Each has one plan, in the place of a gradient.
    private static IEnumerable<string> Describe(MapLoss map)
    {
        yield return "row:              " + Describe(map.Forward.ValuesAndGradient);
        yield return "gradient:         " + Describe(map.Backward.ValuesAndGradient);
        yield return "row and gradient: " + Describe(map.Both.ValuesAndGradient);
        if (!map.Both.ComputedRows.IsEmpty)
            yield return "once per call:    " + DescribeRows(map.Both.ComputedRows);
    }

    /// <summary>The order of a plan's cost for one sample: n for O(classes^n).</summary>
    public static int Order(KernelPlan plan) =>
        plan.Passes.SelectMany(pass => RowNodes(pass, plan.Kept)).Select(Depth).DefaultIfEmpty(Math.Min(plan.Passes.Length, 1)).Max();

    /// <summary>An order as it is written.</summary>
    public static string WriteOrder(int order) => order switch
    {
        0 => "O(1)",
        1 => "O(classes)",
        2 => "O(classes²)",
        3 => "O(classes³)",
        _ => "O(classes^" + order.ToString(CultureInfo.InvariantCulture) + ")",
    };

    private static string Describe(KernelPlan plan)
    {
        if (plan.Passes.IsEmpty)
        {
            int functions = TopologicalOrder.FromLeaves(plan.SampleRoots).Count(node => node.Function is { IsTranscendental: true });
            return Count(functions, "transcendental function") + " per element";
        }
        int order = Order(plan);
        var functionsAt = new int[order + 1];
        var loadsAt = new int[order + 1];
        int stores = 0;
        foreach (Pass pass in plan.Passes)
        {
            foreach (Node node in RowNodes(pass, plan.Kept))
            {
                functionsAt[Depth(node)] += node.Function is { IsTranscendental: true } ? 1 : 0;
                loadsAt[Depth(node)] += node.Operation == Operation.Element ? 1 : 0;
            }
            loadsAt[1] += plan.Kept?.Pass < pass.Number ? 1 : 0;
            stores += pass.Stores.Length + (plan.Kept?.Pass == pass.Number ? 1 : 0);
        }
        string text = $"{Count(plan.Passes.Length, "pass", "passes")}; per element {Traffic(functionsAt[1], loadsAt[1])}, {Count(stores, "store")}";
        for (int depth = 2; depth <= order; depth++)
            text += $"; per {(depth == 2 ? "pair" : depth == 3 ? "triple" : "tuple")} of classes {Traffic(functionsAt[depth], loadsAt[depth])}";
        return order < 2 ? text : text + "; " + WriteOrder(order);
    }

    private static string DescribeRows(IReadOnlyList<ComputedRow> rows)
    {
        Node[] nodes = [.. TopologicalOrder.FromLeaves(rows.Select(row => row.Definition)).Where(node => !node.Axes.IsEmpty || node.IsReduction)];
        int order = nodes.Max(node => node.IsReduction ? Depth(node) : node.Axes.Count);
        return Count(rows.Count, "row") + " in double, " + WriteOrder(Math.Max(order, 1));
    }

    // In which loop a node is computed, counted from the outside: loops are nested in the order of their axes, and a reduction within a row is one more.
    private static int Depth(Node node) => node.Axes.Members().Append(node.IsReduction ? node.Axis : 0).Max() + 1;

    private static string Traffic(int functions, int loads) => $"{Count(functions, "transcendental function")}, {Count(loads, "load")}";

    private static IEnumerable<Node> RowNodes(Pass pass, KeptRow? kept)
    {
        bool isRead = kept?.Pass < pass.Number;
        return new UseCounts(pass.Rows, node => !node.Axes.IsEmpty, node => isRead && ReferenceEquals(node, kept!.Value)).Nodes
            .Where(node => !(isRead && ReferenceEquals(node, kept!.Value)));
    }

    private static string Count(int number, string singular, string? plural = null) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? singular : plural ?? singular + "s");
}
