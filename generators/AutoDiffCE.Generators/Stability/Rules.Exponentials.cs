using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    // Of a number, e^(p log 2) has the digits of its exponent, and needs no power; of a sum, log(1 + u) has digits that 1 + u has lost.
    private static Rule ExponentialOfLogarithm => new("exp-of-log", "e^(p log u) = u^p for u ≥ 0, neither a number nor a sum", (algebra, node) =>
    {
        if (!node.Is(Functions.Exp))
            return null;
        var product = Fraction.Of(node.First);
        int position = product.Numerators.FindIndex(factor =>
            factor.Is(Functions.Log) && factor.First.Operation is not (Operation.Constant or Operation.Add) && algebra.Ranges.IsNonNegative(factor.First));
        if (position < 0)
            return null;
        Node argument = product.Numerators[position].First;
        product.Numerators.RemoveAt(position);
        return algebra.Call(Functions.Pow, argument, product.ToNode(algebra));
    });

    private static Rule ExponentialOfNegatedSoftplus => new("exp-of-softplus", "e^(−softplus(u)) = σ(−u)", (algebra, node) =>
        node.Is(Functions.Exp) && node.First is { Operation: Operation.Negate } negated && negated.First.Is(Functions.Softplus)
            ? algebra.Call(Functions.Sigmoid, algebra.Negate(negated.First.First))
            : null);

    private static Rule ProductOfExponentials => new("product-of-exponentials", "e^a · e^b / e^c = e^(a + b − c)", (algebra, node) =>
    {
        if (node.Operation is not (Operation.Multiply or Operation.Divide))
            return null;
        var fraction = Fraction.Of(node);
        // Factors of at most 1, as probabilities are, multiply without overflow, each with all its digits; and powers of one make up for nothing.
        bool mayOverflow = fraction.Numerators.Any(factor => Exponents.IsExponential(factor) && !IsAtMostOne(algebra, factor))
            && fraction.Numerators.Where(IsExponentialOrSigmoid).Distinct().Count() > 1;
        return mayOverflow || fraction.Denominators.Any(Exponents.IsExponential) ? Merge(algebra, fraction) : null;
    });

    // Apart, one exponential could overflow where the other one makes up for it. A weight that is zero stays a strong zero. What the batch shares is in range,
    // and an exponential that joined it could underflow with it.
    private static Rule ExponentialIntoWeight => new("exponential-into-weight", "(e^a · v) · e^b = e^(a + b) · v", (algebra, node) =>
    {
        var fraction = Fraction.Of(node);
        int position = fraction.Numerators.FindIndex(factor => factor.Is(Functions.StrongProduct) && !factor.IsShared && HoldsExponential(factor.First));
        if (position < 0)
            return null;
        var weight = Fraction.Of(fraction.Numerators[position].First);
        var value = Fraction.Of(fraction.Numerators[position].Second);
        fraction.Numerators.RemoveAt(position);
        Node[] above = [.. Fraction.TakeAll(fraction.Numerators, Exponents.IsExponential), .. Fraction.TakeAll(value.Numerators, Exponents.IsExponential)];
        Node[] below = [.. Fraction.TakeAll(fraction.Denominators, Exponents.IsExponential), .. Fraction.TakeAll(value.Denominators, Exponents.IsExponential)];
        // Factors of at most 1 multiply without overflow.
        bool mayOverflow = above.Length > 0 && above.Concat(weight.Numerators.Where(Exponents.IsExponential)).Any(factor => !IsAtMostOne(algebra, factor));
        if (below.Length == 0 && !mayOverflow)
            return null;
        weight.Numerators.AddRange(above);
        weight.Denominators.AddRange(below);
        fraction.Numerators.Add(algebra.Call(Functions.StrongProduct, Merge(algebra, weight), value.ToNode(algebra)));
        return fraction.ToNode(algebra);
    });

    // Where the other factors vary with the terms, the exponential in front reaches the one inside, before either overflows.
    private static Rule ProductWithSumOfExponentials => new("exponential-into-sum", "e^c · Σ e^u_i w_i = Σ e^(u_i + c) w_i", (algebra, node) =>
    {
        if (node.Operation is not (Operation.Multiply or Operation.Divide))
            return null;
        var fraction = Fraction.Of(node);
        int position = fraction.Numerators.FindIndex(factor => factor.Operation == Operation.Sum && HoldsExponential(factor.First));
        if (position < 0 || !fraction.Numerators.Concat(fraction.Denominators).Any(Exponents.IsExponential))
            return null;
        Node sum = fraction.Numerators[position];
        fraction.Numerators.RemoveAt(position);
        Node exponent = TakeExponent(algebra, fraction);
        // The axis that the sum binds is not the one of the same name outside.
        int axis = (sum.First.Axes | exponent.Axes | (sum.Excluded?.Axes ?? AxisSet.None)).FirstFree();
        var inside = Fraction.Of(algebra.Rename(sum.First, sum.Axis, axis));
        inside.Numerators.Add(algebra.Call(Functions.Exp, exponent));
        fraction.Numerators.Add(algebra.Sum(axis, Merge(algebra, inside), sum.Excluded));
        return fraction.ToNode(algebra);
    });

    private static Rule QuotientBySigmoidDenominator => new("quotient-by-one-plus-exp", "v / (1 + e^b) = v · σ(−b)", (algebra, node) =>
    {
        if (node.Operation != Operation.Divide)
            return null;
        var fraction = Fraction.Of(node);
        int position = fraction.Denominators.FindIndex(factor => OneAndExponential(algebra, factor) is not null);
        if (position < 0)
            return null;
        Node exponent = OneAndExponential(algebra, fraction.Denominators[position])!;
        fraction.Denominators.RemoveAt(position);
        fraction.Numerators.Add(algebra.Call(Functions.Sigmoid, algebra.Negate(exponent)));
        return fraction.ToNode(algebra);
    });

    private static Rule QuotientBySumOfTwoExponentials => new(
        "quotient-by-two-exponentials", "e^n / (e^a + e^b) = e^(n − b) · σ(b − a)", (algebra, node) =>
    {
        if (node.Operation != Operation.Divide)
            return null;
        var fraction = Fraction.Of(node);
        int position = fraction.Denominators.FindIndex(factor => TwoExponentials(algebra, factor) is not null);
        if (position < 0 || !fraction.Numerators.Any(Exponents.IsExponential))
            return null;
        (Node first, Node second) = TwoExponentials(algebra, fraction.Denominators[position])!.Value;
        fraction.Denominators.RemoveAt(position);
        fraction.Numerators.Add(algebra.Call(Functions.Exp, algebra.Negate(second)));
        fraction.Numerators.Add(algebra.Call(Functions.Sigmoid, algebra.Subtract(second, first)));
        return Merge(algebra, fraction);
    });

    // A sum of bounded terms is a number like any other; as an exponential it would be the small difference of two large exponents.
    private static Rule SumOfExponentials => new(
        "sum-of-exponentials", "Σ e^u_i w_i = e^(logSumExp(u_i + log w_i)) for w_i > 0, the terms not bounded", (algebra, node) =>
        Exponents.OfSum(algebra, node) is { } exponent && !IsAtMostOne(algebra, node.First) ? algebra.Call(Functions.Exp, exponent) : null);

    private static Rule QuotientBySumOfExponentials => new(
        "quotient-by-sum-of-exponentials", "v / Σ e^u_i w_i = v · e^(−logSumExp(u_i + log w_i)) for w_i > 0", (algebra, node) =>
    {
        if (node.Operation != Operation.Divide)
            return null;
        var fraction = Fraction.Of(node);
        int position = fraction.Denominators.FindIndex(factor => Exponents.OfSum(algebra, factor) is not null);
        if (position < 0)
            return null;
        Node exponent = Exponents.OfSum(algebra, fraction.Denominators[position])!;
        fraction.Denominators.RemoveAt(position);
        fraction.Numerators.Add(algebra.Call(Functions.Exp, algebra.Negate(exponent)));
        return Merge(algebra, fraction);
    });

    private static bool IsAtMostOne(NodeAlgebra algebra, Node value) => algebra.Ranges.Of(value).High <= 1;

    private static bool IsExponentialOrSigmoid(Node factor) => factor.Is(Functions.Exp) || factor.Is(Functions.Sigmoid);

    private static bool HoldsExponential(Node term) => Fraction.Of(term).Numerators.Any(Exponents.IsExponential);

    private static Node Merge(NodeAlgebra algebra, Fraction fraction)
    {
        Node exponent = TakeExponent(algebra, fraction);
        fraction.Numerators.Add(algebra.Call(Functions.Exp, exponent));
        return fraction.ToNode(algebra);
    }

    // The exponent of all exponentials of a fraction, which lose their place in it; a sigmoid joins them: σ(x) = e^(−softplus(−x)).
    private static Node TakeExponent(NodeAlgebra algebra, Fraction fraction)
    {
        List<Node> parts = [];
        foreach (Node factor in fraction.Numerators.Where(IsExponentialOrSigmoid))
            parts.Add(Exponents.OfFactor(algebra, factor)!);
        foreach (Node factor in fraction.Denominators.Where(IsExponentialOrSigmoid))
            parts.Add(algebra.Negate(Exponents.OfFactor(algebra, factor)!));
        fraction.Numerators.RemoveAll(IsExponentialOrSigmoid);
        fraction.Denominators.RemoveAll(IsExponentialOrSigmoid);
        return algebra.Add(parts);
    }

    // b where a sum is 1 + e^b
    private static Node? OneAndExponential(NodeAlgebra algebra, Node sum)
    {
        if (sum.Operation != Operation.Add || sum.Operands.Length != 2)
            return null;
        Node? other = sum.First.IsConstant(1) ? sum.Second : sum.Second.IsConstant(1) ? sum.First : null;
        return other is null ? null : Exponents.OfTerm(algebra, other);
    }

    // a, b where a sum is e^a + e^b; the one that is 1 comes last
    private static (Node First, Node Second)? TwoExponentials(NodeAlgebra algebra, Node sum)
    {
        if (sum.Operation != Operation.Add || sum.Operands.Length != 2)
            return null;
        if (OneAndExponential(algebra, sum) is { } exponent)
            return (exponent, algebra.Constant(0));
        return Exponents.OfTerm(algebra, sum.First) is { } first && Exponents.OfTerm(algebra, sum.Second) is { } second ? (first, second) : null;
    }
}
