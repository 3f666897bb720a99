using AutoDiffCE.Generators.Calculus;
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

    private static Rule ReductionOfShifted => new(
        "shift-out-of-reduction", "logSumExp(u_i + c) = logSumExp(u_i) + c, and so for max and min", (algebra, node) =>
    {
        if (node.Operation is not (Operation.LogSumExp or Operation.Max or Operation.Min) || !node.First.Axes.Contains(node.Axis))
            return null;
        // The largest log-softmax is one: apart, its gradient would be the small difference of two large ones.
        if (node.Operation != Operation.LogSumExp && node.First.Operation == Operation.Add && algebra.LogSoftmaxOver(node.First) is not null)
            return null;
        (Node varying, Node? shift) = SplitShift(algebra, node.First, node.Axis);
        return shift is null ? null : algebra.Add(algebra.Reduce(node.Operation, node.Axis, varying, node.Excluded), shift);
    });

    // A sum in which 1 + sign · f(x) is replaced
    private static Node? WithOne(Algebra algebra, Node sum, Function function, int sign, Func<Node, Node> replacement)
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

    private static Node OneMinus(Algebra algebra, Node x) => algebra.Subtract(algebra.Constant(1), x);

    // What varies along an axis, and the terms that do not; also below one scale that does not vary.
    private static (Node Varying, Node? Shift) SplitShift(Algebra algebra, Node body, int axis)
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

    private static (Node? Inner, Func<Node, Node>? Scale) SplitScale(Algebra algebra, Node body, int axis)
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
