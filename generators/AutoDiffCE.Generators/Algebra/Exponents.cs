using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>Reads values that are exponentials in disguise: their logarithms, without a logarithm.</summary>
internal static class Exponents
{
    /// <summary>u where a factor is e^u as it stands: e^u itself, σ(x) = e^−softplus(−x), √e^u, and either of two.</summary>
    public static Node? OfFactor(NodeAlgebra algebra, Node factor)
    {
        if (factor.Is(Functions.Exp))
            return factor.First;
        if (factor.Is(Functions.Sigmoid))
            return algebra.Negate(algebra.Call(Functions.Softplus, algebra.Negate(factor.First)));
        if (factor.Is(Functions.Sqrt) && OfFactor(algebra, factor.First) is { } half)
            return algebra.Multiply(algebra.Constant(0.5), half);
        if (factor.Operation != Operation.Select)
            return null;
        return OfFactor(algebra, factor.Second) is { } whenTrue && OfFactor(algebra, factor.Third) is { } whenFalse
            ? algebra.Select(factor.First, whenTrue, whenFalse)
            : null;
    }

    /// <summary>u where a term of a sum is e^u: a product of exponentials and positive factors, or zero where a condition fails.</summary>
    public static Node? OfTerm(NodeAlgebra algebra, Node term)
    {
        if (term.Operation == Operation.Select)
            return OfSelection(algebra, term);

        var fraction = Fraction.Of(term);
        if (fraction.IsNegative || !fraction.Numerators.Concat(fraction.Denominators).Any(IsExponential))
            return null;
        List<Node> parts = [];
        foreach (Node factor in fraction.Numerators)
        {
            if (OfPositive(algebra, factor) is not { } exponent)
                return null;
            parts.Add(exponent);
        }
        foreach (Node factor in fraction.Denominators)
        {
            if (OfPositive(algebra, factor) is not { } exponent)
                return null;
            parts.Add(algebra.Negate(exponent));
        }
        return algebra.Add(parts);
    }

    /// <summary>The logarithm of a sum of exponentials along an axis.</summary>
    public static Node? OfSum(NodeAlgebra algebra, Node sum) =>
        sum.Operation == Operation.Sum && OfTerm(algebra, sum.First) is { } exponent
            ? algebra.Reduce(Operation.LogSumExp, sum.Axis, exponent, sum.Excluded)
            : null;

    /// <summary>Whether a factor is e^u as it stands.</summary>
    public static bool IsExponential(Node factor) => factor.Is(Functions.Exp);

    // What is positive is the exponential of its logarithm.
    private static Node? OfPositive(NodeAlgebra algebra, Node factor)
    {
        if (IsExponential(factor))
            return factor.First;
        return algebra.Ranges.IsPositive(factor) ? algebra.Call(Functions.Log, factor) : null;
    }

    // 0 = e^−∞
    private static Node? OfSelection(NodeAlgebra algebra, Node term)
    {
        Node? OfSide(Node side) => side.IsConstant(0) ? algebra.Constant(double.NegativeInfinity) : OfTerm(algebra, side);

        return OfSide(term.Second) is { } whenTrue && OfSide(term.Third) is { } whenFalse
            ? algebra.Select(term.First, whenTrue, whenFalse)
            : null;
    }
}
