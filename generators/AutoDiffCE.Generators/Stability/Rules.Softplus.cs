using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    private static Rule SoftplusMinusArgument => OfTerm(
        "softplus-minus-argument", "softplus(u) − u = softplus(−u)", term => term.Is(Functions.Softplus), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, term.First) ? algebra.Call(Functions.Softplus, algebra.Negate(term.First)) : null);

    private static Rule SoftplusDifference => OfTerm(
        "softplus-difference", "softplus(u) − softplus(−u) = u", term => term.Is(Functions.Softplus), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Call(Functions.Softplus, algebra.Negate(term.First))) ? term.First : null);

    // For t = 1, softplus(u) − u would have lost all that is left of it.
    private static Rule SoftplusMinusMultiple => OfTerm(
        "softplus-minus-multiple", "softplus(u) − t u = log1p(e^−|u|) + ([0 < u] − t) u", term => term.Is(Functions.Softplus),
        (algebra, others, coefficient, term) =>
    {
        foreach ((double scale, Node product) in others.Terms)
        {
            if (coefficient != 1 || MultipleOf(algebra, product, term.First) is not { } multiple)
                continue;
            others.Remove((scale, product));
            return algebra.Call(Functions.SoftplusMinusMultiple, term.First, algebra.WithCoefficient(-scale, multiple));
        }
        return null;
    });

    // Apart, what flows back to b is 1 − σ(a − b), which has no digits where that is small.
    private static Rule SoftplusPlusPart => OfTerm(
        "softplus-plus-part", "b + softplus(a − b) = logAddExp(a, b)", term => term.Is(Functions.Softplus), (algebra, others, coefficient, term) =>
    {
        Node[] parts = [.. new TermList(algebra, term.First).Terms
            .Where(part => !part.Term.IsShared)
            .Select(part => algebra.WithCoefficient(-part.Coefficient, part.Term))
            .Where(part => others.TryRemove(coefficient, part))];
        Node b = algebra.Add(parts), a = algebra.Add(term.First, b);
        return parts.Length == 0 || a.IsConstant(0) ? null : algebra.Call(Functions.LogAddExp, a, b);
    });

    // The usual spelling of a stable softplus has kinks that cancel; the function has none.
    private static Rule SoftplusFromParts => OfTerm(
        "softplus-from-parts", "max(u, 0) + softplus(−|u|) = softplus(u)",
        term => term.Is(Functions.Softplus) && term.First is { Operation: Operation.Negate } negated && negated.First.Is(Functions.Abs),
        (algebra, others, coefficient, term) =>
    {
        Node u = term.First.First.First;
        foreach (Node argument in new[] { u, algebra.Negate(u) })
        {
            if (PositiveParts(algebra, argument).Any(positivePart => others.TryRemove(coefficient, positivePart)))
                return algebra.Call(Functions.Softplus, argument);
        }
        return null;
    });

    // t where a product is t · u, and t is more than a number, and no 1 / u
    private static Node? MultipleOf(NodeAlgebra algebra, Node product, Node u)
    {
        Fraction wanted = Fraction.Of(u);
        Fraction fraction = Fraction.Of(product);
        if (wanted.Denominators.Count > 0 || wanted.Numerators.Count == 0 || !wanted.Numerators.All(fraction.Numerators.Remove))
            return null;
        if (wanted.Numerators.Exists(fraction.Denominators.Contains))
            return null;
        Node multiple = fraction.ToNode(algebra);
        if (multiple.Operation is Operation.Constant or Operation.Negate && multiple.Operands.All(operand => operand.Operation == Operation.Constant))
            return null;
        return wanted.IsNegative ? algebra.Negate(multiple) : multiple;
    }

    private static Node[] PositiveParts(NodeAlgebra algebra, Node u)
    {
        Node zero = algebra.Constant(0);
        Node negated = algebra.Negate(u);
        return
        [
            algebra.Call(Functions.Relu, u),
            algebra.Call(Functions.Max, u, zero),
            algebra.Call(Functions.Max, zero, u),
            // max(u, 0) = −min(−u, 0)
            algebra.Negate(algebra.Call(Functions.Min, negated, zero)),
            algebra.Negate(algebra.Call(Functions.Min, zero, negated)),
        ];
    }
}
