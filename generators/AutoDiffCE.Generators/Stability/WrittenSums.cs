using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// Sums as their author grouped them. In (x − y) + z the large numbers cancel before the small one is added; in canonical form, and after rules have
/// merged exponents, all three stand in one sum. Before it is scheduled, every sum gets its groups back.
/// </summary>
internal sealed class WrittenSums
{
    private readonly Algebra algebra;
    private readonly Node[] groups;

    /// <summary>The sums of a formula, from the largest down.</summary>
    public WrittenSums(Algebra algebra, Node formula)
    {
        this.algebra = algebra;
        var canonical = new Rewriter(algebra.RebuildNormalized);
        groups =
        [
            .. TopologicalOrder.FromLeaves([formula]).Where(IsSum).Select(canonical.Rewrite).Where(IsSum).Distinct()
                .OrderByDescending(sum => sum.Operands.Length),
        ];
    }

    private WrittenSums(Algebra algebra, Node[] groups)
    {
        this.algebra = algebra;
        this.groups = groups;
    }

    /// <summary>The sums once a label has become every class, along whichever axis that is.</summary>
    public WrittenSums Lifted(Node label)
    {
        IEnumerable<Node> At(int axis) => groups.Select(group => algebra.Replace(group, label, algebra.Table.Index(axis)));
        return new WrittenSums(
            algebra, [.. groups.Concat(At(AxisSet.Row)).Concat(At(AxisSet.Row + 1)).Where(IsSum).Distinct().OrderByDescending(sum => sum.Operands.Length)]);
    }

    public Node Restore(Node root) => new Rewriter((node, operands) => Group(algebra.Rebuild(node, operands))).Rewrite(root);

    private Node Group(Node sum)
    {
        if (!IsSum(sum) || sum.Operands.Length < 3)
            return sum;
        List<Node> terms = [.. sum.Operands];
        foreach (Node group in groups.Where(group => group.Operands.Length < terms.Count))
            _ = TryGroup(terms, group) || TryGroup(terms, algebra.Negate(group));
        return terms.Count == sum.Operands.Length ? sum : algebra.Add(terms);
    }

    // The first terms, in their order, are added first anyway.
    private bool TryGroup(List<Node> terms, Node group)
    {
        if (terms.Take(group.Operands.Length).SequenceEqual(group.Operands) || !group.Operands.All(terms.Contains))
            return false;
        terms[terms.FindIndex(group.Operands.Contains)] = algebra.Call(Functions.Grouped, group);
        terms.RemoveAll(group.Operands.Contains);
        return true;
    }

    private static bool IsSum(Node node) => node.Operation == Operation.Add;
}
