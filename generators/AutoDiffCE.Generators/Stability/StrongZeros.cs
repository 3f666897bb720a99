using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// What is zero stays zero in a product with what is infinite, where the zero is meant: a term that is masked or not taken, a factor that is zero beside
/// what overflowed from finite inputs, and what vanishes exponentially beside what grows, as p does in p · log p. It is taken last, of values and
/// gradients alike.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="upstream">What the caller multiplies gradients with, if anything.</param>
/// <param name="leavesOverflow">
/// Whether 0 times what overflowed stays NaN, to be found and evaluated again: where no value beside it tells that something overflowed, the zero could be
/// the overflow's own, as in ∞ · (1 / ∞). At a pole it is not.
/// </param>
internal sealed class StrongZeros(NodeAlgebra algebra, Node? upstream = null, bool leavesOverflow = false)
{
    private readonly Overflow overflow = new(algebra, upstream);

    /// <summary>Whether one of some results can be infinite or NaN for finite inputs, masks of infinity included.</summary>
    public bool CanBeUndefined(IEnumerable<Node> results) => results.Any(overflow.CanBeUndefined);

    public Node Guard(Node root, bool isGradient = true) => (isGradient ? Gradients : Values).Rewrite(root);

    private Rewriter Values => field ??= new((node, operands) => GuardNode(algebra.Rebuild(node, operands), isGradient: false));

    private Rewriter Gradients => field ??= new((node, operands) => GuardNode(algebra.Rebuild(node, operands), isGradient: true));

    private Node GuardNode(Node guarded, bool isGradient)
    {
        guarded = GuardOverflow(GuardMasked(GuardUpstream(GuardLimits(guarded))));
        guarded = GuardWeight(guarded);
        return isGradient ? GuardPole(guarded) : guarded;
    }

    private Node GuardLimits(Node product)
    {
        foreach (Node input in product.Operation == Operation.Multiply ? InputsOf(product) : [])
        {
            product = Guard(product, new Limits(algebra.Ranges, input, Limit.MinusInfinity));
            product = Guard(product, new Limits(algebra.Ranges, input, Limit.PlusInfinity));
        }
        return product;
    }

    private Node Guard(Node product, Limits limits)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] vanishing = [.. product.Operands.Where(factor => limits.Of(factor) == Limit.Vanishing)];
        Node[] growing = [.. product.Operands.Where(factor => limits.Of(factor) is Limit.PlusInfinity or Limit.MinusInfinity or Limit.Infinite)];
        if (growing.Length == 0 || vanishing.Length == 0)
            return product;
        // One is enough; better one that does not grow where the input tends to the other side. What may be small stays with what grows: ½ x · 2 does
        // not overflow where x · 2 does.
        Node weight = vanishing.FirstOrDefault(factor => algebra.Ranges.Of(factor).High < double.PositiveInfinity) ?? vanishing[0];
        HashSet<Node> inputs = [.. InputsOf(weight)];
        Node[] others = [.. product.Operands.Remove(weight).Where(factor => !growing.Contains(factor))];
        Node[] bounded = [.. others.Where(factor => !MayBeInfinite(factor) && factor.Operation != Operation.Scalar && DependsOnlyOn(factor, inputs))];
        Node strong = Strong(weight, GuardLimits(algebra.Multiply([.. bounded, .. growing])));
        return algebra.Multiply([.. others.Where(factor => !bounded.Contains(factor)), strong]);
    }

    // A factor that is zero makes the product zero, whatever overflows beside it, unless an input is infinite or NaN. Equal factors count as one, which
    // overflows where it is a power of what has no bound.
    private Node GuardOverflow(Node product)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] powers = [.. product.Operands.GroupBy(factor => factor).Select(group => algebra.Multiply(group))];
        Node[] large = [.. powers.Where(IsLarge)];
        Node[] zeros = [.. powers.Where(factor => CanBeZero(factor) && !large.Contains(factor))];
        if (large.Length == 0 || large.Length + zeros.Length == 1)
            return product;
        Node[] poles = leavesOverflow ? [.. PolesOf(large)] : [];
        if (leavesOverflow && poles.Length == 0)
            return product;
        if (powers.Count(IsPower) > 1)
            return GuardOverflow(WithCommonPower(powers));
        // Powers of what is finite come last, so that they are zero themselves, or meet a zero before they have overflowed.
        if (large.All(factor => factor.Operation == Operation.Multiply && !factor.Operands.Any(overflow.IsPossible)))
            return InTurn([.. powers.Where(factor => !large.Contains(factor)), .. large]);

        // What can be infinite can be zero, too; what is positive in exact arithmetic is so by underflow alone, and stands innermost.
        large = [.. large.OrderBy(factor => algebra.Ranges.IsPositive(factor) ? 0 : 1)];
        Node zero = overflow.ZeroOf(algebra.Multiply(large));
        if (leavesOverflow)
            zero = algebra.Select(poles.Select(pole => algebra.Equal(pole, algebra.Constant(0))).Aggregate(algebra.Or), zero, algebra.Constant(double.NaN));
        // What is not large comes first: where it is small, the product of two large factors does not overflow.
        Node rest = algebra.Multiply(powers.Where(factor => !large.Contains(factor)));
        Node guarded = zeros.Length == 0 ? algebra.Multiply(rest, large[0]) : algebra.Call(Functions.ProductOrZero, rest, large[0], zero);
        return large.Skip(1).Aggregate(guarded, (product, factor) => EitherZero(factor, product, zero));
    }

    // The divisors of what is large that are zero as they were given: nothing has underflowed there, and so no zero beside them is an overflow's own.
    private IEnumerable<Node> PolesOf(IEnumerable<Node> large) => large
        .SelectMany(factor => Search.Below(factor, node => !node.IsReduction))
        .Where(node => node.Operation == Operation.Divide || node.Is(Functions.QuotientOrZero))
        .Select(node => node.Second)
        .Where(divisor => IsGiven(divisor) && algebra.Ranges.Of(divisor) is { Low: <= 0, High: >= 0 })
        .Distinct();

    private static bool IsGiven(Node number) => number.Operation switch
    {
        Operation.Element or Operation.Scalar or Operation.Constant => true,
        Operation.Negate => IsGiven(number.First),
        Operation.Add => number.Operands.All(IsGiven),
        Operation.Select => IsGiven(number.Second) && IsGiven(number.Third),
        _ => false,
    };

    // A long product is a factor, too, and no power.
    private static bool IsPower(Node factor) =>
        factor.Operation == Operation.Multiply && factor.Operands.All(part => ReferenceEquals(part, factor.First));

    // a³ b² = (a b)² a: a large factor and a small one make up for each other before either has overflowed or underflowed.
    private Node WithCommonPower(Node[] powers)
    {
        int common = powers.Where(IsPower).Min(power => power.Operands.Length);
        Node root = GuardOverflow(algebra.Multiply(powers.Where(IsPower).Select(power => power.First)));
        IEnumerable<Node> rest = powers.SelectMany(power => IsPower(power) ? power.Operands.Skip(common) : [power]);
        return algebra.Multiply([.. rest, .. Enumerable.Repeat(algebra.Call(Functions.Grouped, root), common)]);
    }

    // One factor of each power after the other, so that small ones meet large ones early.
    private Node InTurn(Node[] powers)
    {
        Node[][] factors = [.. powers.Select(power => power.Operation == Operation.Multiply ? power.Operands.ToArray() : [power])];
        return algebra.Multiply(Enumerable.Range(0, factors.Max(power => power.Length))
            .SelectMany(round => factors.Where(power => round < power.Length).Select(power => power[round])));
    }

    private Node EitherZero(Node factor, Node other, Node zero)
    {
        Node product = algebra.Call(Functions.ProductOrZero, factor, other, zero);
        return CanBeZero(other)
            ? algebra.Select(algebra.Equal(other, algebra.Constant(0)), algebra.Call(Functions.ProductOrZero, other, factor, zero), product)
            : product;
    }

    private Node Strong(Node weight, Node value) => GuardWeight(algebra.Call(Functions.StrongProduct, weight, value));

    // A weight that can be infinite, or undefined, is a factor like the other one: either zero makes the product zero.
    private Node GuardWeight(Node product) =>
        product.Is(Functions.StrongProduct) && overflow.CanBeUndefined(product.First) && !(algebra.Ranges.Of(product.Second).Low > 0)
            ? algebra.Select(algebra.Equal(product.Second, algebra.Constant(0)), overflow.ZeroOf(product.First), product)
            : product;

    // What flows back to a quotient counts for nothing where it is zero, also at the pole.
    private Node GuardPole(Node node)
    {
        // A strong zero has been taken out of the quotient.
        if (node.Is(Functions.StrongProduct))
            return algebra.Call(Functions.StrongProduct, node.First, GuardPole(node.Second));
        return node.Operation == Operation.Divide && !node.First.IsShared && !(algebra.Ranges.Of(node.First).Low > 0)
            ? algebra.QuotientOrZero(node.First, node.Second)
            : node;
    }

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

    // What overflows, and what a mask makes infinite.
    private bool IsLarge(Node factor) => overflow.IsPossible(factor) || (!factor.IsShared && MayBeInfinite(factor) && overflow.HoldsInfinity(factor));

    private bool CanBeZero(Node factor) =>
        factor.Operation != Operation.Constant && !(algebra.Ranges.Of(factor).Low > 0) && !factor.Is(Functions.StrongProduct);

    // What flows back to a term that is masked, or weighs nothing, is 0 before it is multiplied with the term's derivative.
    private Node GuardMasked(Node node) => node.Operation switch
    {
        Operation.Multiply => GuardMaskedProduct(node),
        Operation.Divide => GuardMaskedQuotient(node),
        _ => node,
    };

    // Each that is masked makes the product zero, whatever the others are.
    private Node GuardMaskedProduct(Node product)
    {
        Node[] masked = [.. product.Operands.Where(IsMasked)];
        Node[] unbounded = [.. product.Operands.Where(factor => !masked.Contains(factor) && MayBeInfinite(factor))];
        if (masked.Length == 0 || (masked.Length == 1 && unbounded.Length == 0))
            return product;
        IEnumerable<Node> rest = product.Operands.Where(factor => !masked.Contains(factor) && !unbounded.Contains(factor));
        IEnumerable<Node> values = masked.Where(factor => factor.Is(Functions.StrongProduct)).Select(factor => factor.Second);
        Node strong = GuardOverflow(GuardMasked(algebra.Multiply([.. values, .. unbounded])));
        foreach (Node factor in Enumerable.Reverse(masked))
            strong = Strong(factor.Is(Functions.StrongProduct) ? factor.First : factor, strong);
        return algebra.Multiply([.. rest, strong]);
    }

    private Node GuardMaskedQuotient(Node quotient)
    {
        Node[] factors = quotient.First.Operation == Operation.Multiply ? [.. quotient.First.Operands] : [quotient.First];
        if (IsScale(quotient.Second) || factors.FirstOrDefault(IsMasked) is not { } masked)
            return quotient;
        IEnumerable<Node> rest = factors.Where(factor => !ReferenceEquals(factor, masked));
        return masked.Is(Functions.StrongProduct)
            ? Strong(masked.First, GuardMasked(algebra.Divide(algebra.Multiply([masked.Second, .. rest]), quotient.Second)))
            : Strong(masked, GuardMasked(algebra.Divide(algebra.Multiply(rest), quotient.Second)));
    }

    // What is captured, such as a temperature, is not zero; what is computed from numbers may be.
    private bool IsScale(Node divisor) => divisor.IsShared
        && (!(algebra.Ranges.Of(divisor) is { Low: <= 0, High: >= 0 })
            || Search.Reaches(divisor, _ => true, part => part.Operation is Operation.HyperParameter or Operation.SharedElement));

    private readonly Dictionary<Node, bool> masked = [];

    private bool IsMasked(Node node)
    {
        if (!masked.TryGetValue(node, out bool known))
            masked[node] = known = ComputeMasked(node);
        return known;
    }

    private bool ComputeMasked(Node node) => node.Operation switch
    {
        Operation.Select => IsZeroOrMasked(node.Second) || IsZeroOrMasked(node.Third),
        Operation.Sum or Operation.Negate => IsMasked(node.First),
        Operation.Multiply or Operation.Divide => node.Operands.Any(IsMasked),
        _ when node.Is(Functions.QuotientOrZero) => IsMasked(node.First),
        _ when node.Is(Functions.ProductOrZero) => IsMasked(node.First) || IsMasked(node.Second),
        _ => node.Is(Functions.StrongProduct),
    };

    private bool IsZeroOrMasked(Node side) => side.IsConstant(0) || (side.Operation == Operation.Select && IsMasked(side));

    // A scalar, such as the upstream, is what the caller says it is, and what is captured has poles of its own only.
    private bool MayBeInfinite(Node factor)
    {
        if (factor.IsShared)
            return overflow.IsPossible(factor);
        Interval range = algebra.Ranges.Of(factor);
        return factor.Operation != Operation.Scalar
            && (double.IsInfinity(range.Low) || double.IsInfinity(range.High) || overflow.CanBeUndefined(factor));
    }

    private static bool DependsOnlyOn(Node factor, HashSet<Node> inputs) =>
        !Search.Reaches(factor, _ => true, part => part.IsReduction) && InputsOf(factor).All(inputs.Contains);

    // What is reduced from rows stays where it is.
    private static Node[] InputsOf(Node node)
    {
        HashSet<Node> seen = [];
        IEnumerable<Node> Visit(Node part) => !seen.Add(part) || part.IsReduction || part.IsShared ? []
            : part.Operation is Operation.Element or Operation.Scalar ? [part]
            : part.Operands.SelectMany(Visit);
        return [.. Visit(node)];
    }
}
