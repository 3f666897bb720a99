using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Labels;

/// <summary>
/// Lifts a loss f(x, label) from one label to a distribution q over labels, by linearity: Σ_c q_c w_c f(x, c). Class weights, label
/// smoothing and soft targets are this one law, for every loss.
/// </summary>
internal static class LabelLifting
{
    /// <summary>The loss of a distribution over labels.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="value">The loss of one label, stabilized without leaving the label out.</param>
    /// <param name="label">The label.</param>
    /// <param name="kind">What takes its place.</param>
    public static Node Lift(NodeAlgebra algebra, Node value, FormulaInput label, LiftedLabel kind)
    {
        NodeTable table = algebra.Table;
        // The class in place of the label runs along an axis that nothing in the formula uses, free or bound.
        AxisSet used = TopologicalOrder.FromLeaves([value]).Aggregate(AxisSet.Of(AxisSet.Row), (axes, node) => axes | node.Axes);
        int axis = used.FirstFree();
        Node own = table.Label(label.Name, label.ExtraClasses);

        // A class that weighs nothing adds nothing, whatever its loss is.
        Node Term(Node position, Func<Node> classWeight)
        {
            Node loss = algebra.Replace(value, own, position);
            Node probability = kind == LiftedLabel.Smoothed
                ? SmoothedLabel(algebra, position, own)
                : SmoothedDistribution(algebra, position);
            return algebra.Call(Functions.StrongProduct, algebra.Multiply(classWeight(), probability), loss);
        }

        Node index = table.Index(axis);
        Node lifted = algebra.Sum(axis, Term(index, () => table.SharedElement(LiftedNames.ClassWeights, index)));
        // Axes run over the classes of the row; what a label has beyond them is a term each.
        for (int extra = 0; extra < label.ExtraClasses; extra++)
        {
            string weight = LiftedNames.ExtraClassWeight(extra);
            lifted = algebra.Add(lifted, Term(algebra.Add(table.Length(), algebra.Constant(extra)), () => table.HyperParameter(weight)));
        }
        return algebra.NormalizeAxes(lifted);
    }

    /// <summary>Names of nodes, and those of the numbers that a smoothed label is made of.</summary>
    public static IReadOnlyDictionary<Node, string> Named(NodeAlgebra algebra, FormulaInput label, IReadOnlyDictionary<Node, string> names)
    {
        Node other = Spread(algebra, label.ExtraClasses);
        Dictionary<Node, string> named = new()
        {
            [algebra.Canonical(other)] = LiftedNames.OtherProbability,
            [algebra.Canonical(algebra.Add(other, Kept(algebra)))] = LiftedNames.LabelProbability,
        };
        foreach (KeyValuePair<Node, string> name in names)
            named[name.Key] = name.Value;
        return named;
    }

    // ε / C + [c = label ? 1 − ε : 0]
    private static Node SmoothedLabel(NodeAlgebra algebra, Node position, Node label) =>
        algebra.Add(
            Spread(algebra, (int)label.Value),
            algebra.Select(algebra.Equal(position, label), Kept(algebra), algebra.Constant(0)));

    // (1 − ε) q_c + ε / C
    private static Node SmoothedDistribution(NodeAlgebra algebra, Node position) =>
        algebra.Add(
            algebra.Multiply(Kept(algebra), algebra.Table.Element(LiftedNames.LabelDistribution, position)),
            Spread(algebra, 0));

    private static Node Spread(NodeAlgebra algebra, int extraClasses) => algebra.Divide(
        algebra.Table.HyperParameter(LiftedNames.LabelSmoothing), algebra.Add(algebra.Table.Length(), algebra.Constant(extraClasses)));

    private static Node Kept(NodeAlgebra algebra) => algebra.Subtract(algebra.Constant(1), algebra.Table.HyperParameter(LiftedNames.LabelSmoothing));
}
