using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    private static Rule RootOfSquare => new("root-of-square", "√(u²) = |u|", (algebra, node) =>
        node.Is(Functions.Sqrt) && IsFactorPair(node.First) ? algebra.Call(Functions.Abs, node.First.First) : null);

    private static Rule SquareOfRoot => new("square-of-root", "(√u)² = u for u ≥ 0", (algebra, node) =>
    {
        if (node.Operation != Operation.Multiply)
            return null;
        Node? root = node.Operands.FirstOrDefault(factor => factor.Is(Functions.Sqrt) && algebra.Ranges.IsNonNegative(factor.First));
        if (root is null || node.Operands.Count(factor => ReferenceEquals(factor, root)) < 2)
            return null;
        return algebra.Multiply([.. node.Operands.Remove(root).Remove(root), root.First]);
    });

    private static Rule SquareOfNorm => new("square-of-norm", "norm(u)² = Σ u²", (algebra, node) =>
    {
        if (node.Operation != Operation.Multiply)
            return null;
        Node? norm = node.Operands.FirstOrDefault(factor => factor.Operation == Operation.Norm);
        if (norm is null || node.Operands.Count(factor => ReferenceEquals(factor, norm)) < 2)
            return null;
        Node sum = algebra.Sum(norm.Axis, algebra.Multiply(norm.First, norm.First), norm.Excluded);
        return algebra.Multiply([.. node.Operands.Remove(norm).Remove(norm), sum]);
    });

    // A power of zero is one even where the logarithm is −∞, so an exponent that can be zero is a strong zero.
    private static Rule PowerOfExponential => new("power-of-exponential", "(e^u)^p = e^(p u)", (algebra, node) =>
    {
        if (!node.Is(Functions.Pow) || Exponents.OfFactor(algebra, node.First) is not { } exponent)
            return null;
        Node product = node.Second.Operation is Operation.Constant or Operation.Negate
            ? algebra.Multiply(node.Second, exponent)
            : algebra.Call(Functions.StrongProduct, node.Second, exponent);
        return algebra.Call(Functions.Exp, product);
    });
}
