using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// What a condition on hyper-parameters decides is decided once per call, not for every element: each way it can turn out is a formula of its own, which
/// is stabilized, differentiated and scheduled without the other.
/// </summary>
internal static class Variants
{
    // Beyond, code would grow without measure: conditions stay selections then.
    private const int MaxVariants = 8;

    /// <summary>The variants of a formula, in the order of the user's branches; the formula itself where there is one only.</summary>
    public static ImmutableArray<Variant> Of(Formula formula, NodeAlgebra algebra)
    {
        var whole = new Variant(formula, []);
        Variant[] variants = [.. Split(whole, algebra).Take(MaxVariants + 1)];
        return variants.Length > MaxVariants ? [whole with { Guards = GuardsOf(whole, algebra) }]
            : variants.Length == 1 ? [whole]
            : [.. variants.Select(WithOwnHyperParameters)];
    }

    private static IEnumerable<Variant> Split(Variant variant, NodeAlgebra algebra)
    {
        Node? comparison = TopologicalOrder.FromResult(variant.Formula.Value)
            .Where(node => node.Operation == Operation.Select)
            .Select(selection => TopologicalOrder.FromLeaves([selection.First]).Find(IsDecidedByHyperParameters))
            .FirstOrDefault(found => found is not null);
        if (comparison is null)
        {
            yield return variant;
            yield break;
        }
        // h < h does not hold, whatever h is
        bool? known = algebra.Canonical(comparison) is { Operation: Operation.Truth } truth ? truth.Value != 0 : null;
        IEnumerable<Variant> ways = known is { } decided
            ? [Decided(variant, algebra, comparison, decided) with { Conditions = variant.Conditions }]
            : Enumerable.Range(0, 2).Select(way => Decided(variant, algebra, comparison, holds: way == 1));
        // One by one: most are not asked for where there are too many.
        foreach (Variant split in ways.SelectMany(way => Split(way, algebra)))
            yield return split;
    }

    // What captured rows or the number of classes decide, as in a sum along a row, is known when a call has checked its sizes, not before it.
    private static bool IsDecidedByHyperParameters(Node node)
    {
        if (node.Operation is not (Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal))
            return false;
        List<Node> parts = TopologicalOrder.FromLeaves([node]);
        return parts.Exists(part => part.Operation == Operation.HyperParameter)
            && parts.TrueForAll(part => part.Operation is not (Operation.SharedElement or Operation.Index or Operation.Length or Operation.Scalar
                or Operation.Label or Operation.Element) && !part.IsReduction);
    }

    private static Variant Decided(Variant variant, NodeAlgebra algebra, Node comparison, bool holds)
    {
        // What is not decided stays as it was written, sums with their groups.
        Node canonical = algebra.Canonical(comparison);
        var decided = new Rewriter((node, operands) =>
            IsDecidedByHyperParameters(node) && ReferenceEquals(algebra.Canonical(node), canonical) ? algebra.Table.Truth(holds)
            : operands.Any(operand => operand.Operation == Operation.Truth) ? algebra.Rebuild(node, operands)
            : algebra.Table.With(node, operands));

        Dictionary<Node, string> hints = [];
        foreach (KeyValuePair<Node, string> hint in variant.Formula.Hints)
            hints[decided.Rewrite(hint.Key)] = hint.Value;
        return new Variant(
            variant.Formula with { Value = decided.Rewrite(variant.Formula.Value), Hints = hints },
            variant.Conditions.Add((comparison, holds)));
    }

    // What a way leaves nothing of is needed only where it is not taken. What decides the way is needed for that.
    private static Guards GuardsOf(Variant whole, NodeAlgebra algebra)
    {
        HyperParameter[] expressions = [.. whole.Formula.HyperParameters.Where(parameter => parameter.IsExpression)];
        var guards = new Dictionary<string, ImmutableArray<(Node Comparison, bool Holds)>>();
        IEnumerable<Node> comparisons = expressions.Length == 0 ? [] : TopologicalOrder.FromResult(whole.Formula.Value)
            .Where(node => node.Operation == Operation.Select)
            .SelectMany(selection => TopologicalOrder.FromLeaves([selection.First]).Where(IsDecidedByHyperParameters))
            .Distinct();
        foreach (Node comparison in comparisons)
        {
            HashSet<string> decisive = UsedIn(comparison);
            for (int way = 0; way < 2; way++)
            {
                HashSet<string> used = UsedIn(Decided(whole, algebra, comparison, holds: way == 1).Formula.Value);
                foreach (string name in expressions.Select(expression => expression.Name).Where(name => !used.Contains(name) && !decisive.Contains(name)))
                    guards[name] = (guards.TryGetValue(name, out var before) ? before : []).Add((comparison, way == 0));
            }
        }
        return new Guards(guards);
    }

    private static HashSet<string> UsedIn(Node value) => [.. TopologicalOrder.FromLeaves([value])
        .Where(node => node.Operation is Operation.HyperParameter or Operation.SharedElement)
        .Select(node => node.Name)];

    private static Variant WithOwnHyperParameters(Variant variant)
    {
        HashSet<string> used = UsedIn(variant.Formula.Value);
        ImmutableArray<HyperParameter> own = [.. variant.Formula.HyperParameters.Where(parameter => used.Contains(parameter.Name))];
        return variant with { Formula = variant.Formula with { HyperParameters = own } };
    }
}

/// <summary>A formula for one way in which its conditions on hyper-parameters can turn out.</summary>
/// <param name="Formula">The formula, with those conditions gone.</param>
/// <param name="Conditions">How they turned out, the outermost first; none where the formula has none.</param>
internal sealed record Variant(Formula Formula, ImmutableArray<(Node Comparison, bool Holds)> Conditions)
{
    /// <summary>When expressions that are captured are needed, where conditions stay selections.</summary>
    public Guards Guards { get; init; } = Guards.None;
}
