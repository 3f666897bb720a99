using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    // −log 2: below it e^u is the small part of 1 − e^u, above it the difference is.
    private const double NegativeLogarithmOfTwo = -0.69314718055994531;

    private static Rule ExponentialOfLogSumExp => new("exp-of-log-sum-exp", "e^(logSumExp(u)) = Σ e^u_i", (algebra, node) =>
        node.Is(Functions.Exp) && node.First is { Operation: Operation.LogSumExp } sum
            ? algebra.Sum(sum.Axis, algebra.Call(Functions.Exp, sum.First), sum.Excluded)
            : null);

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

    private static Rule ExponentialMinusOne => new("exp-minus-one", "e^u − 1 = expm1(u)", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, node);
        foreach ((double coefficient, Node term) in terms.Terms.Where(part => part.Term.Is(Functions.Exp)).ToArray())
        {
            if (!terms.TryRemove(-coefficient, algebra.Constant(1)))
                continue;
            terms.Remove((coefficient, term));
            return terms.With(coefficient, algebra.Call(Functions.ExpM1, term.First));
        }
        return null;
    });

    // A probability less what it should be: 1 for the label, 0 for the others.
    private static Rule ExponentialMinusIndicator => new("exp-minus-indicator", "e^u − [c ? 1 : 0] = [c ? expm1(u) : e^u]", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, node);
        foreach ((double coefficient, Node term) in terms.Terms.Where(part => part.Term.Is(Functions.Exp)).ToArray())
        {
            Node one = algebra.Constant(-coefficient);
            foreach ((double scale, Node indicator) in terms.Terms.Where(part => part.Term.Operation == Operation.Select).ToArray())
            {
                Node[] sides = [algebra.WithCoefficient(scale, indicator.Second), algebra.WithCoefficient(scale, indicator.Third)];
                if (!sides.Contains(one) || !sides.Contains(algebra.Constant(0)))
                    continue;
                terms.Remove((coefficient, term));
                terms.Remove((scale, indicator));
                Node[] chosen = [.. sides.Select(side => ReferenceEquals(side, one) ? algebra.Call(Functions.ExpM1, term.First) : term)];
                return terms.With(coefficient, algebra.Select(indicator.First, chosen[0], chosen[1]));
            }
        }
        return null;
    });

    private static Rule ProductWithItsLogarithm => new("x-log-x", "x · log x = xlogx(x), 0 at 0", (algebra, node) =>
        OfProductWithLogarithm(algebra, node, (weight, argument) =>
            ReferenceEquals(weight, argument) ? algebra.Call(Functions.XLogX, argument) : null));

    private static Rule ProductWithLogarithm => new("x-log-y", "x · log y = xlogy(x, y), 0 at x = 0", (algebra, node) =>
        OfProductWithLogarithm(algebra, node, (weight, argument) => algebra.Call(Functions.XLogY, weight, argument)));

    // A product of a weight that can be zero and the logarithm of what can be zero as well, alone or as a term of a sum.
    private static Node? OfProductWithLogarithm(Algebra algebra, Node node, Func<Node, Node, Node?> replace)
    {
        if (node.Operation != Operation.Multiply)
            return null;
        foreach (Node factor in node.Operands)
        {
            Node[] constants = [.. node.Operands.Remove(factor).Where(other => other.Operation == Operation.Constant)];
            Node weight = algebra.Multiply(node.Operands.Remove(factor).Where(other => other.Operation != Operation.Constant));
            if (weight.Operation == Operation.Constant || algebra.Ranges.IsPositive(weight))
                continue;
            Node[] terms = factor.Operation == Operation.Add ? [.. factor.Operands] : [factor];
            foreach (Node term in terms)
            {
                Node unsigned = term.Operation == Operation.Negate ? term.First : term;
                if (OfLogarithm(algebra, weight, unsigned, replace) is not { } product)
                    continue;
                Node signed = term.Operation == Operation.Negate ? algebra.Negate(product) : product;
                Node rest = algebra.Add(terms.Where(other => !ReferenceEquals(other, term)));
                return algebra.Multiply([.. constants, algebra.Add(signed, algebra.Multiply(weight, rest))]);
            }
        }
        return null;
    }

    private static Node? OfLogarithm(Algebra algebra, Node weight, Node logarithm, Func<Node, Node, Node?> replace)
    {
        if (logarithm.Is(Functions.Log))
            return algebra.Ranges.IsPositive(logarithm.First) ? null : replace(weight, logarithm.First);
        // x · log1p(u): the logarithm keeps its digits, the product its zero.
        return logarithm.Is(Functions.LogP1) && algebra.Ranges.Of(logarithm.First).Low <= -1
            && replace(weight, algebra.Add(algebra.Constant(1), logarithm.First)) is not null
            ? algebra.Call(Functions.StrongProduct, weight, logarithm)
            : null;
    }

    // u where a sum is 1 − e^u
    private static Node? ExponentialTakenFrom(Algebra algebra, Node sum)
    {
        if (sum.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, sum);
        if (!terms.TryRemove(1, algebra.Constant(1)) || terms.Terms.Count != 1)
            return null;
        (double coefficient, Node term) = terms.Terms[0];
        return coefficient == -1 && term.Is(Functions.Exp) ? term.First : null;
    }
}
