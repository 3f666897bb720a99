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

    /// <summary>The sums once a label has become every class, along whichever axis that is, and the row another one.</summary>
    public WrittenSums Lifted(Node label)
    {
        const int axes = 3;
        IEnumerable<Node> along =
            from row in Enumerable.Range(0, axes)
            from axis in Enumerable.Range(0, axes)
            where axis != row
            from sum in groups
            where (sum.Axes - AxisSet.Of(AxisSet.Row)).IsEmpty
            select algebra.Replace(algebra.Rename(sum, AxisSet.Row, row), label, algebra.Table.Index(axis));
        return new WrittenSums(algebra, [.. groups.Concat(along).Where(IsSum).Distinct().OrderByDescending(sum => sum.Operands.Length)]);
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

    // The first terms, in their order, are added first anyway, unless one of them becomes several, which find places of their own.
    private bool TryGroup(List<Node> terms, Node group)
    {
        bool isFirst = terms.Take(group.Operands.Length).SequenceEqual(group.Operands) && !group.Operands.Any(IsLogSumExp);
        if (isFirst || !group.Operands.All(terms.Contains))
            return false;
        terms[terms.FindIndex(group.Operands.Contains)] = algebra.Call(Functions.Grouped, group);
        terms.RemoveAll(group.Operands.Contains);
        return true;
    }

    private static bool IsLogSumExp(Node term) => (term.Operation == Operation.Negate ? term.First : term).Operation == Operation.LogSumExp;

    private static bool IsSum(Node node) => node.Operation == Operation.Add;
}
