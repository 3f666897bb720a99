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
        return variants.Length is 1 or > MaxVariants ? [whole] : [.. variants.Select(WithOwnHyperParameters)];
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

    private static Variant WithOwnHyperParameters(Variant variant)
    {
        HashSet<string> used = [.. TopologicalOrder.FromLeaves([variant.Formula.Value])
            .Where(node => node.Operation is Operation.HyperParameter or Operation.SharedElement)
            .Select(node => node.Name)];
        ImmutableArray<HyperParameter> own = [.. variant.Formula.HyperParameters.Where(parameter => used.Contains(parameter.Name))];
        return variant with { Formula = variant.Formula with { HyperParameters = own } };
    }
}

/// <summary>A formula for one way in which its conditions on hyper-parameters can turn out.</summary>
/// <param name="Formula">The formula, with those conditions gone.</param>
/// <param name="Conditions">How they turned out, the outermost first; none where the formula has none.</param>
internal sealed record Variant(Formula Formula, ImmutableArray<(Node Comparison, bool Holds)> Conditions);
