using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    // −log 2: below it e^u is the small part of 1 − e^u, above it the difference is.
    private const double NegativeLogarithmOfTwo = -0.69314718055994531;

    // As an exponential, a sum would have the digits of its exponent only, and none of its terms a derivative where another one overflows. One that was written
    // as a log-sum-exp has those digits, and may be part of an expm1 or of a softmax, which it would be torn from.
    private static Rule ExponentialOfLogSumExp(Node? written) => new("exp-of-log-sum-exp", "e^(logSumExp(u) + c) = Σ e^(u_i + c)", (algebra, node) =>
    {
        if (!node.Is(Functions.Exp))
            return null;
        Node[] terms = node.First.Operation == Operation.Add ? [.. node.First.Operands] : [node.First];
        if (terms.FirstOrDefault(term => term.Operation == Operation.LogSumExp) is not { } sum)
            return null;
        Node shift = algebra.Add(terms.Where(term => !ReferenceEquals(term, sum)));
        // One sum for each element of a row would be too much.
        Node exponentials = algebra.Sum(sum.Axis, algebra.Call(Functions.Exp, sum.First), sum.Excluded);
        if (!sum.Axes.ContainsAll(shift.Axes) || (IsWritten(written, sum) && !IsWritten(written, exponentials)))
            return null;
        // The axis that the sum binds is not the one of the same name outside.
        int axis = (sum.First.Axes | shift.Axes | (sum.Excluded?.Axes ?? AxisSet.None)).FirstFree();
        Node body = algebra.Rename(sum.First, sum.Axis, axis);
        return algebra.Sum(axis, algebra.Call(Functions.Exp, algebra.Add(body, shift)), sum.Excluded);
    });

    private static bool IsWritten(Node? written, Node node) =>
        written is not null && Search.Reaches(written, _ => true, part => ReferenceEquals(part, node));

    private static Rule LogarithmOfOneMinusExponential => new(
        "log-of-one-minus-exp", "log(1 − e^u) = [u < −log 2 ? log1p(−e^u) : log(−expm1(u))]", (algebra, node) =>
    {
        if (!node.Is(Functions.Log) || ExponentialTakenFrom(algebra, node.First) is not { } exponent)
            return null;
        return algebra.Select(
            algebra.LessThan(exponent, algebra.Constant(NegativeLogarithmOfTwo)),
            algebra.Call(Functions.LogP1, algebra.Negate(algebra.Call(Functions.Exp, exponent))),
            algebra.Call(Functions.Log, algebra.Negate(algebra.Call(Functions.ExpM1, exponent))));
    });

    private static Rule LogarithmOfOnePlus => new("log-of-one-plus", "log(1 + u) = log1p(u)", (algebra, node) =>
    {
        if (!node.Is(Functions.Log) || node.First.Operation != Operation.Add)
            return null;
        int one = node.First.Operands.IndexOf(algebra.Constant(1));
        return one < 0 ? null : algebra.Call(Functions.LogP1, algebra.Add(node.First.Operands.RemoveAt(one)));
    });

    private static Rule ExponentialMinusOne => OfTerm(
        "exp-minus-one", "e^u − 1 = expm1(u)", term => term.Is(Functions.Exp), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? algebra.Call(Functions.ExpM1, term.First) : null);

    private static Rule PowerMinusOne => OfTerm(
        "power-minus-one", "u^p − 1 = powm1(u, p)", term => term.Is(Functions.Pow), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? algebra.Call(Functions.PowM1, term.First, term.Second) : null);

    private static Rule CosineMinusOne => OfTerm(
        "cosine-minus-one", "cos u − 1 = −2 sin²(½ u)", term => term.Is(CircleFunctions.Cos), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? SquareOfHalf(algebra, -2, CircleFunctions.Sin, term.First) : null);

    private static Rule CoshMinusOne => OfTerm(
        "cosh-minus-one", "cosh u − 1 = 2 sinh²(½ u)", term => term.Is(CircleFunctions.Cosh), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? SquareOfHalf(algebra, 2, CircleFunctions.Sinh, term.First) : null);

    // A probability less what it should be: 1 for the label, 0 for the others.
    private static Rule ExponentialMinusIndicator => OfTerm(
        "exp-minus-indicator", "e^u − [c ? 1 : 0] = [c ? expm1(u) : e^u]", term => term.Is(Functions.Exp), (algebra, others, coefficient, term) =>
    {
        Node one = algebra.Constant(-coefficient);
        foreach ((double scale, Node indicator) in others.Terms.Where(part => part.Term.Operation == Operation.Select))
        {
            Node[] sides = [algebra.WithCoefficient(scale, indicator.Second), algebra.WithCoefficient(scale, indicator.Third)];
            if (!sides.Contains(one) || !sides.Contains(algebra.Constant(0)))
                continue;
            others.Remove((scale, indicator));
            Node[] chosen = [.. sides.Select(side => ReferenceEquals(side, one) ? algebra.Call(Functions.ExpM1, term.First) : term)];
            return algebra.Select(indicator.First, chosen[0], chosen[1]);
        }
        return null;
    });

    // u where a sum is 1 − e^u
    private static Node? ExponentialTakenFrom(NodeAlgebra algebra, Node sum)
    {
        if (sum.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, sum);
        if (!terms.TryRemove(1, algebra.Constant(1)) || terms.Terms.Count != 1)
            return null;
        (double coefficient, Node term) = terms.Terms[0];
        return coefficient == -1 && term.Is(Functions.Exp) ? term.First : null;
    }

    private static Node SquareOfHalf(NodeAlgebra algebra, double coefficient, Function function, Node u)
    {
        Node half = algebra.Call(function, algebra.WithCoefficient(0.5, u));
        return algebra.Multiply(algebra.Constant(coefficient), half, half);
    }
}
