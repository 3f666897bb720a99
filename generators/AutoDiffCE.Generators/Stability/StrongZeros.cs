using System.Collections.Immutable;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// What is zero stays zero in a product with what is infinite, where the zero is meant: a weight of zero, a term that is masked or not taken, and what
/// vanishes exponentially beside what grows, as p does in p · log p. It is taken last, of values and gradients alike.
/// </summary>
internal sealed class StrongZeros(Algebra algebra)
{
    public Node Guard(Node root) => new Rewriter(Guard).Rewrite(root);

    private Node Guard(Node node, ImmutableArray<Node> operands)
    {
        Node guarded = algebra.Rebuild(node, operands);
        foreach (Node input in InputsOf(guarded))
        {
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.MinusInfinity));
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.PlusInfinity));
        }
        return GuardMasked(GuardSingular(guarded));
    }

    private Node Guard(Node product, Limits limits)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] vanishing = [.. product.Operands.Where(factor => limits.Of(factor) == Limit.Vanishing)];
        Node[] growing = [.. product.Operands.Where(factor => limits.Of(factor) is Limit.PlusInfinity or Limit.MinusInfinity or Limit.Infinite)];
        if (growing.Length == 0 || vanishing.Length == 0)
            return product;
        // One is enough; better one that does not grow where the input tends to the other side. A constant stays with what grows: ½ x · 2 does not
        // overflow where x · 2 does.
        Node weight = vanishing.FirstOrDefault(factor => algebra.Ranges.Of(factor).High < double.PositiveInfinity) ?? vanishing[0];
        Node[] constants = [.. product.Operands.Where(factor => factor.Operation == Operation.Constant)];
        Node strong = algebra.Call(Functions.StrongProduct, weight, algebra.Multiply([.. constants, .. growing]));
        return algebra.Multiply([.. product.Operands.Remove(weight).Where(factor => !constants.Contains(factor) && !growing.Contains(factor)), strong]);
    }

    // √u and u^p have infinite derivatives at 0, which count for nothing where u itself does not move: of √(x² + y²), at the origin.
    private Node GuardSingular(Node product)
    {
        if (product.Operation != Operation.Multiply || product.Operands.FirstOrDefault(IsSingular) is not { } singular)
            return product;
        Node[] moving = [.. product.Operands.Remove(singular).Where(factor => !factor.IsShared)];
        if (moving.Length == 0)
            return product;
        Node strong = algebra.Call(Functions.StrongProduct, algebra.Multiply(moving), singular);
        return algebra.Multiply([.. product.Operands.Where(factor => factor.IsShared), strong]);
    }

    private bool IsSingular(Node factor) => factor switch
    {
        { Operation: Operation.Divide } => factor.Second.Is(Functions.Sqrt) && !algebra.Ranges.IsPositive(factor.Second),
        _ when factor.Is(Functions.StrongProduct) => IsSingular(factor.Second),
        _ => factor.Is(Functions.Pow) && !algebra.Ranges.IsPositive(factor.First) && !(algebra.Ranges.Of(factor.Second).Low >= 0),
    };

    // What flows back to a term that is masked, or weighs nothing, is 0 before it is multiplied with the term's derivative.
    private Node GuardMasked(Node product)
    {
        if (product.Operation != Operation.Multiply || product.Operands.FirstOrDefault(IsMasked) is not { } masked)
            return product;
        Node[] unbounded = [.. product.Operands.Where(factor => !IsMasked(factor) && MayBeInfinite(factor))];
        if (unbounded.Length == 0)
            return product;
        Node rest = algebra.Multiply(product.Operands.Remove(masked).Where(factor => !unbounded.Contains(factor)));
        Node strong = masked.Is(Functions.StrongProduct)
            ? algebra.Call(Functions.StrongProduct, masked.First, algebra.Multiply([masked.Second, .. unbounded]))
            : algebra.Call(Functions.StrongProduct, masked, algebra.Multiply(unbounded));
        return algebra.Multiply(rest, strong);
    }

    private static bool IsMasked(Node node) => node.Operation switch
    {
        Operation.Select => node.Second.IsConstant(0) || node.Third.IsConstant(0),
        Operation.Sum or Operation.Negate => IsMasked(node.First),
        Operation.Multiply or Operation.Divide => node.Operands.Any(IsMasked),
        _ => node.Is(Functions.StrongProduct),
    };

    // A scalar, such as the upstream, is what the caller says it is.
    private bool MayBeInfinite(Node factor)
    {
        Interval range = algebra.Ranges.Of(factor);
        return !factor.IsShared && factor.Operation != Operation.Scalar && (double.IsInfinity(range.Low) || double.IsInfinity(range.High));
    }

    // What is reduced from rows stays where it is.
    private static IEnumerable<Node> InputsOf(Node node)
    {
        if (node.Operation != Operation.Multiply)
            return [];
        HashSet<Node> seen = [];
        IEnumerable<Node> Visit(Node part) => !seen.Add(part) || part.IsReduction || part.IsShared ? []
            : part.Operation is Operation.Element or Operation.Scalar ? [part]
            : part.Operands.SelectMany(Visit);
        return Visit(node).ToArray();
    }
}
