using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Decides which reductions share a pass, where gradients are written, and what is kept rather than computed again. A reduction runs in
/// the first pass in which all that it needs is known; gradients are written in the last one.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="rows">Takes the rows that are computed once per call; none are where it is null.</param>
/// <param name="upstream">What the caller multiplies gradients with, if anything.</param>
internal sealed class Scheduler(NodeAlgebra algebra, ComputedRows? rows = null, Node? upstream = null)
{
    private readonly Hoisting hoisting = new(algebra);

    /// <summary>The plan for a value and its gradients (none for the value alone).</summary>
    /// <param name="value">The loss.</param>
    /// <param name="gradients">For each differentiable floating-point input: its position and its gradient.</param>
    /// <param name="inputs">The floating-point inputs.</param>
    /// <param name="splitLike">For the value alone, the plan with gradients: extrema are split as there, and it is the same value to the last digit.</param>
    public KernelPlan Schedule(
        Node value, IReadOnlyList<(int Input, Node Gradient)> gradients, IReadOnlyList<FormulaInput> inputs, KernelPlan? splitLike = null)
    {
        Node[] roots = [.. gradients.Select(gradient => gradient.Gradient).Prepend(value)];
        var lowering = new Lowering(algebra, roots) { Upstream = upstream };
        Node[] lowered = [.. roots.Select(root => algebra.NormalizeAxes(hoisting.HoistLateTerms(lowering.Lower(root))))];
        Node? label = LabelIn(lowered) ?? (LabelSplit.ExtremaComparedIn(lowered).Any() ? splitLike?.Label : null);
        LabelSplit? split = label is null ? null : new LabelSplit(algebra, label, lowered);
        if (split is not null)
            lowered = [.. lowered.Select(split.SplitReductions)];

        List<RowStore> rowStores = [];
        List<ScalarStore> scalarStores = [];
        for (int index = 0; index < gradients.Count; index++)
        {
            int input = gradients[index].Input;
            Node gradient = lowered[index + 1];
            if (inputs[input].Kind.IsRow)
                rowStores.Add(MakeRowStore(input, gradient, split));
            else
                scalarStores.Add(new ScalarStore(input, Finish(gradient)));
        }
        return Assemble(Finish(lowered[0]), rowStores, scalarStores, label, inputs);
    }

    private Node Finish(Node root)
    {
        Node arranged = hoisting.Arrange(new LoopNesting(algebra).Nest(algebra.NormalizeAxes(root)));
        return rows is null ? arranged : rows.Replace(arranged);
    }

    private RowStore MakeRowStore(int input, Node gradient, LabelSplit? split)
    {
        Node? atLabel = split?.AtLabel(gradient) is { } picked ? split.SplitReductions(picked) : null;
        Node elsewhere = atLabel is null ? gradient : split!.Elsewhere(gradient);
        return new RowStore(input, Finish(elsewhere), atLabel is null ? null : Finish(atLabel));
    }

    private static KernelPlan Assemble(
        Node value, List<RowStore> rowStores, List<ScalarStore> scalarStores, Node? label, IReadOnlyList<FormulaInput> inputs)
    {
        IEnumerable<Node> roots = scalarStores.Select(store => store.Value)
            .Concat(rowStores.Select(store => store.Value))
            .Concat(rowStores.Where(store => store.AtLabel is not null).Select(store => store.AtLabel!))
            .Prepend(value);
        Node[] reductions = [.. TopologicalOrder.FromLeaves(roots).Where(node => node.IsReduction && node.Axes.IsEmpty && !node.IsShared)];
        Availability availability = new();
        int reducing = reductions.Length == 0 ? 0 : reductions.Max(availability.PassOf);
        int storing = rowStores.Count == 0 ? reducing : Math.Max(reducing, rowStores.Max(store => availability.PassOf(store.Value)) + 1);
        Dictionary<Node, int> latest = LatestPasses(reductions, rowStores, reducing, storing);

        ImmutableArray<Pass> passes = [.. Enumerable.Range(1, storing).Select(number =>
        {
            Node[] own = [.. reductions.Where(reduction => latest[reduction] == number)];
            bool leavesLabelOut = label is not null && own.Any(reduction => ReferenceEquals(reduction.Excluded, label));
            return new Pass(number, [.. own], number == storing ? [.. rowStores] : [], leavesLabelOut);
        })];
        KeptRow? kept = Keeping.Choose(passes, rowStores, inputs);
        // What is kept is written where a gradient will be.
        bool isSafeInPlace = passes.All(pass => (pass.Stores.IsEmpty && pass.Number != kept?.Pass) || !pass.Rows.Any(ReadsElsewhere));
        return new KernelPlan(value, passes, [.. rowStores], [.. scalarStores], kept, label, isSafeInPlace);
    }

    // As late as its users allow: the later pass reads the row anyway, and the earlier one may not.
    private static Dictionary<Node, int> LatestPasses(Node[] reductions, List<RowStore> stores, int reducing, int storing)
    {
        HashSet<Node> scheduled = [.. reductions];
        Dictionary<Node, int> latest = [], needed = [];
        foreach (RowStore store in stores)
            needed[store.Value] = storing - 1;
        foreach (Node node in Enumerable.Reverse(TopologicalOrder.FromLeaves(stores.Select(store => store.Value).Concat(reductions))))
        {
            int pass = needed.TryGetValue(node, out int known) ? Math.Min(reducing, known) : reducing;
            if (scheduled.Contains(node))
                latest[node] = pass--;
            foreach (Node operand in node.Operands)
                needed[operand] = needed.TryGetValue(operand, out known) ? Math.Min(pass, known) : pass;
        }
        return latest;
    }

    // A loop over other classes within the row reads what the same pass may have overwritten.
    private static bool ReadsElsewhere(Node row) => Search.Reaches(row, node => !node.Axes.IsEmpty, node => node.IsReduction && !node.IsShared);

    // The one label that rows are compared with. Comparisons with other indices, and with labels if there are several, stay in the row.
    private Node? LabelIn(IEnumerable<Node> roots)
    {
        Node[] labels = [.. TopologicalOrder.FromLeaves(roots).Select(ComparedIndex).OfType<Node>()
            .Where(index => index.Operation == Operation.Label)
            .Distinct()];
        return labels.Length == 1 ? labels[0] : null;
    }

    private Node? ComparedIndex(Node node) =>
        node.IsReduction && node.Axes.IsEmpty ? node.Excluded
        : node.Operation == Operation.Equal ? algebra.PickedIndex(node, AxisSet.Row)
        : null;
}
