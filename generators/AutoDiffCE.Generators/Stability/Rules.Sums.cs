using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    private static Rule OneMinusSigmoid => new("one-minus-sigmoid", "1 − σ(x) = σ(−x)", (algebra, node) =>
        WithOne(algebra, node, Functions.Sigmoid, -1, x => algebra.Call(Functions.Sigmoid, algebra.Negate(x))));

    private static Rule OnePlusTanh => new("one-plus-tanh", "1 ± tanh(x) = 2 σ(±2 x)", (algebra, node) =>
    {
        Node Half(Node x) => algebra.Multiply(algebra.Constant(2), algebra.Call(Functions.Sigmoid, algebra.Multiply(algebra.Constant(2), x)));

        return WithOne(algebra, node, Functions.Tanh, 1, Half) ?? WithOne(algebra, node, Functions.Tanh, -1, x => Half(algebra.Negate(x)));
    });

    private static Rule OnePlusErf => new("one-plus-erf", "1 ± erf(x) = erfc(∓x)", (algebra, node) =>
        WithOne(algebra, node, Functions.Erf, 1, x => algebra.Call(Functions.Erfc, algebra.Negate(x)))
        ?? WithOne(algebra, node, Functions.Erf, -1, x => algebra.Call(Functions.Erfc, x)));

    private static Rule OneMinusSelection => new(
        "one-minus-selection", "1 − [c ? p : q] = [c ? 1 − p : 1 − q], one an exponential", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, node);
        foreach ((double coefficient, Node term) in terms.Terms.Where(part => part.Term.Operation == Operation.Select).ToArray())
        {
            bool isExponential = Exponents.OfFactor(algebra, term.Second) is not null || Exponents.OfFactor(algebra, term.Third) is not null;
            if (!isExponential || !terms.TryRemove(-coefficient, algebra.Constant(1)))
                continue;
            terms.Remove((coefficient, term));
            return terms.With(-coefficient, algebra.Select(term.First, OneMinus(algebra, term.Second), OneMinus(algebra, term.Third)));
        }
        return null;
    });

    // The law holds for Max and Min, too, but what they shift by meets nothing outside: it would only be parted from what it cancels with.
    private static Rule ReductionOfShifted => new("shift-out-of-reduction", "logSumExp(u_i + c) = logSumExp(u_i) + c", (algebra, node) =>
    {
        if (node.Operation != Operation.LogSumExp || !node.First.Axes.Contains(node.Axis))
            return null;
        (Node varying, Node? shift) = SplitShift(algebra, node.First, node.Axis);
        return shift is null ? null : algebra.Add(algebra.Reduce(node.Operation, node.Axis, varying, node.Excluded), shift);
    });

    // What the law before it has taken out meets the log-softmax that it came from: log softmax(c log softmax(u)) = log softmax(c u). Apart, both would be as
    // large as c u, and the one that leaves the label out would not be the other one any more.
    private static Rule ShiftOfLogSoftmax => new("shift-meets-log-softmax", "c (u − logSumExp(v)) + c logSumExp(v) = c u", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach (Node scaled in node.Operands)
        {
            var fraction = Fraction.Of(scaled);
            foreach (Node difference in fraction.Numerators.Where(factor => factor.Operation == Operation.Add).ToArray())
            {
                foreach (Node shift in difference.Operands.Where(term => Unsigned(term).Operation == Operation.LogSumExp))
                {
                    Fraction taken = fraction.With(difference, algebra.Negate(shift));
                    if (node.Operands.FirstOrDefault(other => Fraction.Of(other).IsSame(taken)) is not { } back)
                        continue;
                    Node rest = fraction.With(difference, algebra.Subtract(difference, shift)).ToNode(algebra);
                    return algebra.Add(node.Operands.Where(term => !ReferenceEquals(term, scaled) && !ReferenceEquals(term, back)).Append(rest));
                }
            }
        }
        return null;
    });

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;

    // Shift-out-of-reduction the other way round, once all that should cancel has: what is added to a log-softmax is small beside its parts.
    private static Rule ReductionOfLogSoftmax => new(
        "log-softmax-into-reduction", "logSumExp(c u_i + v_i) − c logSumExp(u) = logSumExp(c (u_i − logSumExp(u)) + v_i)", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        foreach ((double coefficient, Node term) in new TermList(algebra, node).Terms.Where(part => part.Term.Operation == Operation.LogSumExp))
        {
            foreach ((double other, Node product) in new TermList(algebra, node).Terms)
            {
                double scale = -other / coefficient;
                if (scale * coefficient != -other || WithLogSoftmax(algebra, term, scale, product) is not { } reduction)
                    continue;
                var terms = new TermList(algebra, node);
                terms.Remove((coefficient, term));
                terms.Remove((other, product));
                return terms.With(coefficient, reduction);
            }
        }
        return null;
    });

    // logSumExp(c (u_i − logSumExp(u)) + v_i) of logSumExp(c u_i + v_i), for a product c logSumExp(u) up to a number
    private static Node? WithLogSoftmax(NodeAlgebra algebra, Node reduction, double scale, Node product)
    {
        var factors = Fraction.Of(product);
        if (factors.Numerators.Find(factor => factor is { Operation: Operation.LogSumExp, Excluded: null }) is not { } whole
            || product.Axes.Contains(reduction.Axis) || ReferenceEquals(whole, reduction))
        {
            return null;
        }
        Node numerator = algebra.Rename(whole.First, whole.Axis, reduction.Axis);
        var rest = new TermList(algebra, reduction.First);
        if (!(ReferenceEquals(product, whole) ? rest.TryRemove(scale, numerator) : TryRemoveProduct(factors.With(whole, numerator))))
            return null;
        Node body = rest.With(scale, factors.With(whole, algebra.Subtract(numerator, whole)).ToNode(algebra));
        return algebra.Reduce(Operation.LogSumExp, reduction.Axis, body, reduction.Excluded);

        // Its factors may stand in another order there.
        bool TryRemoveProduct(Fraction wanted)
        {
            (double Coefficient, Node Term)[] found = [.. rest.Terms.Where(part => part.Coefficient == scale && Fraction.Of(part.Term).IsSame(wanted))];
            if (found.Length > 0)
                rest.Remove(found[0]);
            return found.Length > 0;
        }
    }

    // A sum in which 1 + sign · f(x) is replaced
    private static Node? WithOne(NodeAlgebra algebra, Node sum, Function function, int sign, Func<Node, Node> replacement)
    {
        if (sum.Operation != Operation.Add)
            return null;
        var terms = new TermList(algebra, sum);
        foreach ((double coefficient, Node term) in terms.Terms.Where(part => part.Term.Is(function)).ToArray())
        {
            if (!terms.TryRemove(sign * coefficient, algebra.Constant(1)))
                continue;
            terms.Remove((coefficient, term));
            return terms.With(sign * coefficient, replacement(term.First));
        }
        return null;
    }

    private static Node OneMinus(NodeAlgebra algebra, Node x) => algebra.Subtract(algebra.Constant(1), x);

    // What varies along an axis, and the terms that do not; also below one scale that does not vary.
    private static (Node Varying, Node? Shift) SplitShift(NodeAlgebra algebra, Node body, int axis)
    {
        if (body.Operation == Operation.Add)
        {
            Node[] free = [.. body.Operands.Where(term => !term.Axes.Contains(axis))];
            Node[] parts = [.. body.Operands.Where(term => term.Axes.Contains(axis))];
            return free.Length == 0 ? (body, null) : (algebra.Add(parts), algebra.Add(free));
        }
        (Node? inner, Func<Node, Node>? scale) = SplitScale(algebra, body, axis);
        // Multiplied out, what cancels in a sum no longer would; a temperature has to be.
        if (inner is null || scale is null || !Scales(body).All(factor => factor.IsShared))
            return (body, null);
        (Node varying, Node? shift) = SplitShift(algebra, inner, axis);
        return shift is null ? (body, null) : (scale(varying), scale(shift));
    }

    private static IEnumerable<Node> Scales(Node body) => body.Operation switch
    {
        Operation.Multiply => body.Operands.Where(factor => factor.IsShared || factor.Axes.IsEmpty),
        Operation.Divide => [body.Second],
        _ => [],
    };

    private static (Node? Inner, Func<Node, Node>? Scale) SplitScale(NodeAlgebra algebra, Node body, int axis)
    {
        switch (body.Operation)
        {
            case Operation.Negate:
                return (body.First, algebra.Negate);
            case Operation.Divide when !body.Second.Axes.Contains(axis):
                return (body.First, inner => algebra.Divide(inner, body.Second));
            case Operation.Multiply when body.Operands.Count(factor => factor.Axes.Contains(axis)) == 1:
                Node inner = body.Operands.Single(factor => factor.Axes.Contains(axis));
                return (inner, varying => algebra.Multiply([.. body.Operands.Where(factor => !ReferenceEquals(factor, inner)), varying]));
            default:
                return (null, null);
        }
    }
}
