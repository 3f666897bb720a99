using System.Collections.Immutable;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// What is zero stays zero in a product with what is infinite, where the zero is meant: a term that is masked or not taken, a factor that is zero beside
/// what overflowed from finite inputs, and what vanishes exponentially beside what grows, as p does in p · log p. It is taken last, of values and
/// gradients alike.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="upstream">What the caller multiplies gradients with, if anything.</param>
internal sealed class StrongZeros(Algebra algebra, Node? upstream = null)
{
    private readonly Overflow overflow = new(algebra, upstream);

    public Node Guard(Node root, bool isGradient = true) =>
        new Rewriter((node, operands) => GuardNode(algebra.Rebuild(node, operands), isGradient)).Rewrite(root);

    private Node GuardNode(Node guarded, bool isGradient)
    {
        foreach (Node input in InputsOf(guarded))
        {
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.MinusInfinity));
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.PlusInfinity));
        }
        guarded = GuardOverflow(GuardMasked(GuardUpstream(guarded)));
        guarded = GuardWeight(guarded);
        return isGradient ? GuardPole(guarded) : guarded;
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
        Node strong = Strong(weight, algebra.Multiply([.. constants, .. growing]));
        return algebra.Multiply([.. product.Operands.Remove(weight).Where(factor => !constants.Contains(factor) && !growing.Contains(factor)), strong]);
    }

    // A factor that is zero makes the product zero, whatever overflows beside it, unless an input is infinite or NaN. Equal factors count as one, which
    // overflows where it is a power of what has no bound.
    private Node GuardOverflow(Node product)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] powers = [.. product.Operands.GroupBy(factor => factor).Select(group => algebra.Multiply(group))];
        Node[] large = [.. powers.Where(overflow.IsPossible)];
        Node[] zeros = [.. powers.Where(factor => CanBeZero(factor) && !large.Contains(factor))];
        if (large.Length == 0 || large.Length + zeros.Length == 1)
            return product;
        // One power comes last, so that it is zero itself, or meets a zero before it has overflowed.
        if (large.Length == 1 && large[0].Operation == Operation.Multiply && !large[0].Operands.Any(overflow.IsPossible))
            return algebra.Multiply([.. powers.Where(factor => !large.Contains(factor)), .. large]);

        // What can be infinite can be zero, too; what is positive in exact arithmetic is so by underflow alone, and stands innermost.
        large = [.. large.OrderBy(factor => algebra.Ranges.IsPositive(factor) ? 0 : 1)];
        Node zero = overflow.ZeroOf(algebra.Multiply(large));
        Node[] others = [.. powers.Where(factor => !zeros.Contains(factor) && !large.Contains(factor))];
        Node guarded = zeros.Length == 0 ? algebra.Multiply([.. others, large[0]]) : large[0];
        foreach (Node factor in large.Skip(1))
            guarded = EitherZero(factor, guarded, zero);
        return zeros.Length == 0 ? guarded : algebra.Call(Functions.ProductOrZero, algebra.Multiply([.. others, .. zeros]), guarded, zero);
    }

    private Node EitherZero(Node factor, Node other, Node zero)
    {
        Node product = algebra.Call(Functions.ProductOrZero, factor, other, zero);
        return CanBeZero(other)
            ? algebra.Select(algebra.Equal(other, algebra.Constant(0)), algebra.Call(Functions.ProductOrZero, other, factor, zero), product)
            : product;
    }

    private Node Strong(Node weight, Node value) => GuardWeight(algebra.Call(Functions.StrongProduct, weight, value));

    // A weight that can be infinite is a factor like the other one: either zero makes the product zero.
    private Node GuardWeight(Node product) =>
        product.Is(Functions.StrongProduct) && overflow.IsPossible(product.First) && !(algebra.Ranges.Of(product.Second).Low > 0)
            ? algebra.Select(algebra.Equal(product.Second, algebra.Constant(0)), overflow.ZeroOf(product.First), product)
            : product;

    // What flows back to a quotient counts for nothing where it is zero, also at the pole.
    private Node GuardPole(Node quotient) =>
        quotient.Operation == Operation.Divide && !quotient.First.IsShared && !(algebra.Ranges.Of(quotient.First).Low > 0)
            ? algebra.QuotientOrZero(quotient.First, quotient.Second)
            : quotient;

    // An element of an upstream row that is zero makes what flows back through it zero, whatever there is.
    private Node GuardUpstream(Node product)
    {
        if (upstream?.Operation != Operation.Element || product.Operation != Operation.Multiply)
            return product;
        Node[] rest = [.. product.Operands.Where(factor => !IsUpstream(factor))];
        if (rest.Length == product.Operands.Length || !rest.Any(overflow.CanBeUndefined))
            return product;
        return Strong(algebra.Multiply(product.Operands.Where(IsUpstream)), GuardOverflow(algebra.Multiply(rest)));
    }

    private bool IsUpstream(Node factor) => factor.Operation == Operation.Element && factor.Name == upstream!.Name;

    private bool CanBeZero(Node factor) =>
        factor.Operation != Operation.Constant && !(algebra.Ranges.Of(factor).Low > 0) && !factor.Is(Functions.StrongProduct);

    // What flows back to a term that is masked, or weighs nothing, is 0 before it is multiplied with the term's derivative.
    private Node GuardMasked(Node node) => node.Operation switch
    {
        Operation.Multiply => GuardMaskedProduct(node),
        Operation.Divide => GuardMaskedQuotient(node),
        _ => node,
    };

    private Node GuardMaskedProduct(Node product)
    {
        if (product.Operands.FirstOrDefault(IsMasked) is not { } masked)
            return product;
        Node[] unbounded = [.. product.Operands.Where(factor => !IsMasked(factor) && MayBeInfinite(factor))];
        if (unbounded.Length == 0)
            return product;
        Node rest = algebra.Multiply(product.Operands.Remove(masked).Where(factor => !unbounded.Contains(factor)));
        Node strong = masked.Is(Functions.StrongProduct)
            ? Strong(masked.First, GuardOverflow(algebra.Multiply([masked.Second, .. unbounded])))
            : Strong(masked, GuardOverflow(algebra.Multiply(unbounded)));
        return algebra.Multiply(rest, strong);
    }

    private Node GuardMaskedQuotient(Node quotient)
    {
        Node[] factors = quotient.First.Operation == Operation.Multiply ? [.. quotient.First.Operands] : [quotient.First];
        if (quotient.Second.IsShared || factors.FirstOrDefault(IsMasked) is not { } masked || masked.Is(Functions.StrongProduct))
            return quotient;
        Node rest = algebra.Multiply(factors.Where(factor => !ReferenceEquals(factor, masked)));
        return Strong(masked, algebra.Divide(rest, quotient.Second));
    }

    private static bool IsMasked(Node node) => node.Operation switch
    {
        Operation.Select => IsZeroOrMasked(node.Second) || IsZeroOrMasked(node.Third),
        Operation.Sum or Operation.Negate => IsMasked(node.First),
        Operation.Multiply or Operation.Divide => node.Operands.Any(IsMasked),
        _ => node.Is(Functions.StrongProduct),
    };

    private static bool IsZeroOrMasked(Node side) => side.IsConstant(0) || (side.Operation == Operation.Select && IsMasked(side));

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
