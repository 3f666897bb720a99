using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Takes the questions "is this the label?" out of rows: what holds at the label is computed once per sample, what holds elsewhere runs
/// along the row without asking.
/// </summary>
internal sealed class LabelSplit
{
    private readonly Algebra algebra;
    private readonly Node label;
    private readonly Node isLabel;

    public LabelSplit(Algebra algebra, Node label)
    {
        this.algebra = algebra;
        this.label = label;
        isLabel = algebra.Equal(algebra.Table.Index(AxisSet.Row), label);
    }

    /// <summary>The row expression at the label, or null where the label plays no part in it.</summary>
    public Node? AtLabel(Node row) => Asks(row) ? algebra.At(row, AxisSet.Row, label) : null;

    /// <summary>The row expression elsewhere.</summary>
    public Node Elsewhere(Node row) => algebra.Replace(row, isLabel, algebra.Table.Truth(false));

    /// <summary>Σ_i f = f_label + Σ_{i≠label} f, and likewise for max and min, in every reduction whose body asks.</summary>
    public Node SplitReductions(Node root) => new Rewriter((node, operands) =>
    {
        Node rebuilt = algebra.Rebuild(node, operands);
        if (!rebuilt.IsReduction || rebuilt.Axis != AxisSet.Row || rebuilt.Excluded is not null || !Asks(rebuilt.First))
            return rebuilt;
        Node picked = algebra.At(rebuilt.First, AxisSet.Row, label);
        Node others = algebra.Reduce(rebuilt.Operation, AxisSet.Row, Elsewhere(rebuilt.First), label);
        return rebuilt.Operation switch
        {
            Operation.Sum => algebra.Add(picked, others),
            Operation.Max => algebra.Call(Functions.Max, picked, others),
            Operation.Min => algebra.Call(Functions.Min, picked, others),
            Operation.LogSumExp or Operation.Norm => rebuilt,
            _ => throw new UnknownOperationException(rebuilt.Operation),
        };
    }).Rewrite(root);

    // Bound axes have the smallest free number, so the row axis inside a reduction over the row is another one.
    private bool Asks(Node row) => Search.Reaches(row, node => node.Axes.Contains(AxisSet.Row), node => ReferenceEquals(node, isLabel));
}
