using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Takes the questions "is this the label?" out of rows: what holds at the label is computed once per sample, what holds elsewhere runs
/// along the row without asking.
/// </summary>
internal sealed class LabelSplit
{
    private readonly NodeAlgebra algebra;
    private readonly Node label;
    private readonly Node isLabel;
    private readonly HashSet<Node> compared;

    /// <summary>Splits at a label.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="label">The label.</param>
    /// <param name="roots">All that is split.</param>
    public LabelSplit(NodeAlgebra algebra, Node label, IReadOnlyList<Node> roots)
    {
        this.algebra = algebra;
        this.label = label;
        isLabel = algebra.Equal(algebra.Table.Index(AxisSet.Row), label);
        compared = [.. ExtremaComparedIn(roots)];
    }

    /// <summary>The row expression at the label, or null where the label plays no part in it.</summary>
    public Node? AtLabel(Node row) => Asks(row) || IsCompared(row) ? algebra.At(row, AxisSet.Row, label) : null;

    /// <summary>The row expression elsewhere.</summary>
    public Node Elsewhere(Node row)
    {
        Node elsewhere = algebra.Replace(row, isLabel, algebra.Table.Truth(false));
        if (ReferenceEquals(elsewhere, row))
            return row;
        HashSet<Node> known = [.. TopologicalOrder.FromLeaves([row])];
        return new Rewriter((node, operands) => algebra.Rebuild(node, operands) is var rebuilt && node.Axes.IsEmpty && !known.Contains(node)
            ? AtMostOne(rebuilt)
            : rebuilt).Rewrite(elsewhere);
    }

    // What is the same for all others is computed where there are none, too, and then the largest element is not among them.
    private Node AtMostOne(Node node) => node.Is(Functions.Exp) && Overflow.IsShifted(node.First)
        ? algebra.Call(Functions.Exp, algebra.Call(Functions.Min, algebra.Constant(0), node.First))
        : node;

    /// <summary>
    /// Σ_i f = f_label + Σ_{i≠label} f, and likewise for max and min, in every reduction whose body asks. So is an extremum that elements are compared
    /// with: what is the largest at the label is computed as it is where it is compared, for what is rounded in another way is not equal.
    /// </summary>
    public Node SplitReductions(Node root) => new Rewriter((node, operands) =>
    {
        Node rebuilt = algebra.Rebuild(node, operands);
        if (!rebuilt.IsReduction || rebuilt.Axis != AxisSet.Row || rebuilt.Excluded is not null || !(Asks(rebuilt.First) || IsCompared(node)))
            return rebuilt;
        Node picked = algebra.At(rebuilt.First, AxisSet.Row, label);
        Node others = OthersOf(rebuilt.Operation, Elsewhere(rebuilt.First));
        if (compared.Contains(node))
            compared.Add(others);
        return rebuilt.Operation switch
        {
            Operation.Sum => algebra.Add(picked, others),
            Operation.Max => algebra.Call(Functions.Max, picked, others),
            Operation.Min => algebra.Call(Functions.Min, picked, others),
            Operation.LogSumExp or Operation.Norm => rebuilt,
            _ => throw new UnknownOperationException(rebuilt.Operation),
        };
    }).Rewrite(root);

    // What is the same for all others is their extremum, if there are any.
    private Node OthersOf(Operation reduction, Node elsewhere) => reduction is Operation.Max or Operation.Min && !elsewhere.Axes.Contains(AxisSet.Row)
        ? algebra.Select(
            algebra.LessThan(algebra.Constant(1), algebra.Table.Length()),
            elsewhere,
            algebra.Constant(reduction == Operation.Max ? double.NegativeInfinity : double.PositiveInfinity))
        : algebra.Reduce(reduction, AxisSet.Row, elsewhere, label);

    // An extremum, and what elements that are compared with it are part of, such as the number of ties.
    private bool IsCompared(Node node) => compared.Count > 0 && Search.Reaches(node, _ => true, compared.Contains);

    /// <summary>
    /// The extrema that a gradient compares elements with. What exponentials are shifted by, and squares are scaled by, cancels, and need not be equal
    /// to anything.
    /// </summary>
    public static IEnumerable<Node> ExtremaComparedIn(IReadOnlyList<Node> roots)
    {
        Node[] nodes = [.. TopologicalOrder.FromLeaves(roots)];
        HashSet<Node> pivots = [.. nodes.Where(node => node.Is(Functions.Pivot)).Select(pivot => pivot.First)];
        return nodes.Where(node => node.Operation is Operation.Max or Operation.Min && !node.IsShared && !pivots.Contains(node));
    }

    // Bound axes have the smallest free number, so the row axis inside a reduction over the row is another one.
    private bool Asks(Node row) => Search.Reaches(row, node => node.Axes.Contains(AxisSet.Row), node => ReferenceEquals(node, isLabel));
}
