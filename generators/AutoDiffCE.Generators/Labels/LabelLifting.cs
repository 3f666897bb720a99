using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Labels;

/// <summary>
/// Lifts a loss f(x, label) from one label to a distribution q over labels, by linearity: Σ_c q_c w_c f(x, c). Class weights, label
/// smoothing and soft targets are this one law, for every loss.
/// </summary>
internal static class LabelLifting
{
    /// <summary>Whether exactly one label occurs, and selects along a row.</summary>
    public static bool CanLift(Node value, IEnumerable<FormulaInput> inputs)
    {
        string[] labels = [.. inputs.Where(input => input.Kind == InputKind.Label).Select(input => input.Name)];
        return labels.Length == 1 && TopologicalOrder.FromLeaves([value]).Any(node => SelectsAlongRow(node, labels[0]));
    }

    /// <summary>The loss of a distribution over labels.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="value">The loss of one label, stabilized without leaving the label out.</param>
    /// <param name="label">The label.</param>
    /// <param name="kind">What takes its place.</param>
    public static Node Lift(Algebra algebra, Node value, string label, LiftedLabel kind)
    {
        NodeTable table = algebra.Table;
        // The class in place of the label runs along an axis that nothing in the formula uses, free or bound.
        AxisSet used = TopologicalOrder.FromLeaves([value]).Aggregate(AxisSet.Of(AxisSet.Row), (axes, node) => axes | node.Axes);
        int axis = used.FirstFree();
        Node position = table.Index(axis);

        Node loss = algebra.Replace(value, table.Label(label), position);
        Node probability = kind == LiftedLabel.Smoothed
            ? SmoothedLabel(algebra, position, table.Label(label))
            : SmoothedDistribution(algebra, position);
        Node weight = algebra.Multiply(table.SharedElement(LiftedNames.ClassWeights, position), probability);
        // A class that weighs nothing adds nothing, whatever its loss is.
        Node lifted = algebra.Sum(axis, algebra.Call(Functions.StrongProduct, weight, loss));
        return algebra.NormalizeAxes(lifted);
    }

    // ε / C + [c = label ? 1 − ε : 0]
    private static Node SmoothedLabel(Algebra algebra, Node position, Node label) =>
        algebra.Add(
            Spread(algebra),
            algebra.Select(algebra.Equal(position, label), Kept(algebra), algebra.Constant(0)));

    // (1 − ε) q_c + ε / C
    private static Node SmoothedDistribution(Algebra algebra, Node position) =>
        algebra.Add(
            algebra.Multiply(Kept(algebra), algebra.Table.Element(LiftedNames.LabelDistribution, position)),
            Spread(algebra));

    private static Node Spread(Algebra algebra) => algebra.Divide(algebra.Table.HyperParameter(LiftedNames.LabelSmoothing), algebra.Table.Length());

    private static Node Kept(Algebra algebra) => algebra.Subtract(algebra.Constant(1), algebra.Table.HyperParameter(LiftedNames.LabelSmoothing));

    private static bool SelectsAlongRow(Node node, string label) => node.Operation switch
    {
        Operation.Element or Operation.SharedElement => IsLabel(node.First, label),
        Operation.Equal => node.Operands.Any(operand => IsLabel(operand, label)) && node.Operands.Any(operand => operand.Operation == Operation.Index),
        _ => false,
    };

    private static bool IsLabel(Node node, string label) => node.Operation == Operation.Label && node.Name == label;
}
