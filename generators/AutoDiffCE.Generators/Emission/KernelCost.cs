using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>States what a kernel costs: passes, transcendental functions and memory traffic, per element.</summary>
internal static class KernelCost
{
    public static IEnumerable<string> Describe(KernelSource kernel)
    {
        yield return "value:              " + Describe(kernel.Values);
        yield return "value and gradient: " + Describe(kernel.ValuesAndGradient);
    }

    /// <summary>The kernels of a formula that gives a row: each has one plan, in the place of a gradient.</summary>
    public static IEnumerable<string> DescribeMap(IReadOnlyList<KernelSource> kernels)
    {
        yield return "row:              " + Describe(kernels[0].ValuesAndGradient);
        yield return "gradient:         " + Describe(kernels[1].ValuesAndGradient);
        yield return "row and gradient: " + Describe(kernels[2].ValuesAndGradient);
    }

    private static string Describe(KernelPlan plan)
    {
        if (plan.Passes.IsEmpty)
        {
            int functions = TopologicalOrder.FromLeaves(plan.SampleRoots).Count(node => node.Function is { IsTranscendental: true });
            return Count(functions, "transcendental function") + " per element";
        }
        int perElement = 0;
        int loads = 0;
        int stores = 0;
        foreach (Pass pass in plan.Passes)
        {
            Node[] nodes = [.. RowNodes(pass, plan.Kept)];
            perElement += nodes.Count(node => node.Function is { IsTranscendental: true });
            loads += nodes.Count(node => node.Operation == Operation.Element) + (plan.Kept?.Pass < pass.Number ? 1 : 0);
            stores += pass.Stores.Length + (plan.Kept?.Pass == pass.Number ? 1 : 0);
        }
        return $"{Count(plan.Passes.Length, "pass", "passes")}; per element {Count(perElement, "transcendental function")}, {Count(loads, "load")}, {Count(stores, "store")}";
    }

    private static IEnumerable<Node> RowNodes(Pass pass, KeptRow? kept)
    {
        bool isRead = kept?.Pass < pass.Number;
        return new UseCounts(pass.Rows, node => !node.Axes.IsEmpty, node => isRead && ReferenceEquals(node, kept!.Value)).Nodes
            .Where(node => !(isRead && ReferenceEquals(node, kept!.Value)));
    }

    private static string Count(int number, string singular, string? plural = null) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? singular : plural ?? singular + "s");
}
