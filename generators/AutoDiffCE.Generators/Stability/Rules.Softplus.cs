using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    private static Rule SoftplusMinusArgument => new("softplus-minus-argument", "softplus(u) − u = softplus(−u)", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach ((double coefficient, Node term) in new TermList(algebra, node).Terms.Where(part => part.Term.Is(Functions.Softplus)))
        {
            var terms = new TermList(algebra, node);
            terms.Remove((coefficient, term));
            if (terms.TryRemove(-coefficient, term.First))
                return terms.With(coefficient, algebra.Call(Functions.Softplus, algebra.Negate(term.First)));
        }
        return null;
    });

    private static Rule SoftplusDifference => new("softplus-difference", "softplus(u) − softplus(−u) = u", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach ((double coefficient, Node term) in new TermList(algebra, node).Terms.Where(part => part.Term.Is(Functions.Softplus)))
        {
            var terms = new TermList(algebra, node);
            terms.Remove((coefficient, term));
            if (terms.TryRemove(-coefficient, algebra.Call(Functions.Softplus, algebra.Negate(term.First))))
                return terms.With(coefficient, term.First);
        }
        return null;
    });

    // For t = 1, softplus(u) − u would have lost all that is left of it.
    private static Rule SoftplusMinusMultiple => new(
        "softplus-minus-multiple", "softplus(u) − t u = log1p(e^−|u|) + ([0 < u] − t) u", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach ((double coefficient, Node softplus) in new TermList(algebra, node).Terms.Where(part => part.Term.Is(Functions.Softplus)))
        {
            foreach ((double scale, Node product) in new TermList(algebra, node).Terms)
            {
                if (coefficient != 1 || MultipleOf(algebra, product, softplus.First) is not { } multiple)
                    continue;
                Node taken = algebra.WithCoefficient(-scale, multiple);
                var terms = new TermList(algebra, node);
                terms.Remove((coefficient, softplus));
                terms.Remove((scale, product));
                return terms.With(1, algebra.Call(Functions.SoftplusMinusMultiple, softplus.First, taken));
            }
        }
        return null;
    });

    // The usual spelling of a stable softplus has kinks that cancel; the function has none.
    private static Rule SoftplusFromParts => new("softplus-from-parts", "max(u, 0) + softplus(−|u|) = softplus(u)", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach ((double coefficient, Node term) in new TermList(algebra, node).Terms)
        {
            if (!term.Is(Functions.Softplus) || term.First is not { Operation: Operation.Negate } negated || !negated.First.Is(Functions.Abs))
                continue;
            Node[] arguments = [negated.First.First, algebra.Negate(negated.First.First)];
            foreach (Node argument in arguments)
            {
                foreach (Node positivePart in PositiveParts(algebra, argument))
                {
                    var terms = new TermList(algebra, node);
                    terms.Remove((coefficient, term));
                    if (terms.TryRemove(coefficient, positivePart))
                        return terms.With(coefficient, algebra.Call(Functions.Softplus, argument));
                }
            }
        }
        return null;
    });

    // t where a product is t · u, and t is more than a number
    private static Node? MultipleOf(NodeAlgebra algebra, Node product, Node u)
    {
        Fraction wanted = Fraction.Of(u);
        Fraction fraction = Fraction.Of(product);
        if (wanted.Denominators.Count > 0 || wanted.Numerators.Count == 0 || !wanted.Numerators.All(fraction.Numerators.Remove))
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
