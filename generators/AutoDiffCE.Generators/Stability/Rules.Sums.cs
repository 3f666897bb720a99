using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    private static Rule ExponentialMinusOneAndOne => OfTerm(
        "expm1-plus-one", "expm1(u) + 1 = e^u", term => term.Is(Functions.ExpM1), (algebra, others, coefficient, term) =>
            IsAllButOne(others, coefficient) ? algebra.Call(Functions.Exp, term.First) : null);

    private static Rule OneMinusSigmoid => OfTerm(
        "one-minus-sigmoid", "1 − σ(x) = σ(−x)", term => term.Is(Functions.Sigmoid), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? algebra.Negate(algebra.Call(Functions.Sigmoid, algebra.Negate(term.First))) : null);

    private static Rule OneMinusNormalCdf => OfTerm(
        "one-minus-normal-cdf", "1 − Φ(x) = Φ(−x)", term => term.Is(SpecialFunctions.NormalCdf), (algebra, others, coefficient, term) =>
            others.TryRemove(-coefficient, algebra.Constant(1)) ? algebra.Negate(algebra.Call(SpecialFunctions.NormalCdf, algebra.Negate(term.First))) : null);

    private static Rule OnePlusTanh => OfTerm(
        "one-plus-tanh", "1 ± tanh(x) = 2 σ(±2 x)", term => term.Is(Functions.Tanh), (algebra, others, coefficient, term) =>
    {
        Node Half(Node x) => algebra.Multiply(algebra.Constant(2), algebra.Call(Functions.Sigmoid, algebra.Multiply(algebra.Constant(2), x)));

        return IsAllButOne(others, coefficient) ? Half(term.First)
            : IsAllButOne(others, -coefficient) ? algebra.Negate(Half(algebra.Negate(term.First)))
            : null;
    });

    private static Rule OnePlusErf => OfTerm(
        "one-plus-erf", "1 ± erf(x) = erfc(∓x)", term => term.Is(Functions.Erf), (algebra, others, coefficient, term) =>
            IsAllButOne(others, coefficient) ? algebra.Call(Functions.Erfc, algebra.Negate(term.First))
            : IsAllButOne(others, -coefficient) ? algebra.Negate(algebra.Call(Functions.Erfc, term.First))
            : null);

    private static Rule OneMinusSelection => OfTerm(
        "one-minus-selection", "1 − [c ? p : q] = [c ? 1 − p : 1 − q], one an exponential", term => term.Operation == Operation.Select,
        (algebra, others, coefficient, term) =>
    {
        bool isExponential = Exponents.OfFactor(algebra, term.Second) is not null || Exponents.OfFactor(algebra, term.Third) is not null;
        return isExponential && others.TryRemove(-coefficient, algebra.Constant(1))
            ? algebra.Negate(algebra.Select(term.First, OneMinus(algebra, term.Second), OneMinus(algebra, term.Third)))
            : null;
    });

    // The law holds for Max and Min, too, but what they shift by meets nothing outside: it would only be parted from what it cancels with.
    private static Rule ReductionOfShifted => new("shift-out-of-reduction", "logSumExp(u_i + c) = logSumExp(u_i) + c", (algebra, node) =>
    {
        if (node.Operation != Operation.LogSumExp || !node.First.Axes.Contains(node.Axis))
            return null;
        (Node varying, Node? shift) = SplitShift(algebra, node.First, node.Axis);
        return shift is null ? null : algebra.Add(algebra.Reduce(node.Operation, node.Axis, varying, node.Excluded), shift);
    });

    // What the law before it has taken out of a row below a scale meets the element that it was taken out of, or the log-softmax: log softmax(c log softmax(u))
    // = log softmax(c u). Apart, an element would no longer be one of its row, and both would be as large as c s.
    private static Rule ShiftMeetsElement => new("shift-meets-element", "c (u + s) − c s = c u, s or another term being a logSumExp", (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        bool hasRow = node.Operands.Any(term => algebra.SplitCoefficient(term).Term.Operation == Operation.LogSumExp);
        Fraction[] fractions = [.. node.Operands.Select(Fraction.Of)];
        for (int scaled = 0; scaled < fractions.Length; scaled++)
        {
            Fraction fraction = fractions[scaled];
            foreach (Node shifted in fraction.Numerators.Where(factor => factor.Operation == Operation.Add).ToArray())
            {
                IEnumerable<Node> shifts = hasRow
                    ? ShiftsIn(algebra, fractions, shifted)
                    : shifted.Operands.Where(term => Unsigned(term).Operation == Operation.LogSumExp);
                foreach (Node shift in shifts)
                {
                    Fraction taken = fraction.With(shifted, shift);
                    int back = Array.FindIndex(fractions, other => other.IsOpposite(taken));
                    if (back < 0)
                        back = node.Operands.IndexOf(algebra.Negate(taken.ToNode(algebra)));
                    if (back < 0)
                        continue;
                    Node rest = fraction.With(shifted, algebra.Subtract(shifted, shift)).ToNode(algebra);
                    return algebra.Add(node.Operands.Where((_, place) => place != scaled && place != back).Append(rest));
                }
            }
        }
        return null;
    });

    // Each term, and each sum of several of them that is a factor beside it.
    private static IEnumerable<Node> ShiftsIn(NodeAlgebra algebra, Fraction[] sum, Node shifted) => shifted.Operands.Concat(sum
        .SelectMany(term => term.Numerators)
        .Where(factor => factor.Operation == Operation.Add && !ReferenceEquals(factor, shifted))
        .SelectMany(factor => new[] { factor, algebra.Negate(factor) })
        .Where(factor => new TermList(algebra, shifted).TryRemove(1, factor)));

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;

    // Shift-out-of-reduction the other way round, once all that should cancel has: what is added to a log-softmax is small beside its parts.
    private static Rule ReductionOfLogSoftmax => OfTerm(
        "log-softmax-into-reduction", "logSumExp(c u_i + v_i) − c logSumExp(u) = logSumExp(c (u_i − logSumExp(u)) + v_i)",
        term => term.Operation == Operation.LogSumExp, (algebra, others, coefficient, term) =>
    {
        foreach ((double other, Node product) in others.Terms)
        {
            double scale = -other / coefficient;
            if (scale * coefficient != -other || WithLogSoftmax(algebra, term, scale, product) is not { } reduction)
                continue;
            others.Remove((other, product));
            return reduction;
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
        if (UnderOneScale() is { } scaled)
            return scaled;
        var rest = new TermList(algebra, reduction.First);
        if (!(ReferenceEquals(product, whole) ? rest.TryRemove(scale, numerator) : TryRemoveProduct(factors.With(whole, numerator))))
            return null;
        Node body = rest.With(scale, factors.With(whole, algebra.Subtract(numerator, whole)).ToNode(algebra));
        return algebra.Reduce(Operation.LogSumExp, reduction.Axis, body, reduction.Excluded);

        // c (u_i + v_i)
        Node? UnderOneScale()
        {
            (Node? inner, Func<Node, Node>? scaling) = SplitScale(algebra, reduction.First, reduction.Axis);
            if (inner is not { Operation: Operation.Add } || scaling is null || !ReferenceEquals(scaling(whole), algebra.WithCoefficient(scale, product)))
                return null;
            var terms = new TermList(algebra, inner);
            return terms.TryRemove(1, numerator)
                ? algebra.Reduce(Operation.LogSumExp, reduction.Axis, scaling(terms.With(1, algebra.Subtract(numerator, whole))), reduction.Excluded)
                : null;
        }

        // Its factors may stand in another order there.
        bool TryRemoveProduct(Fraction wanted)
        {
            (double Coefficient, Node Term)[] found = [.. rest.Terms.Where(part => part.Coefficient == scale && Fraction.Of(part.Term).IsSame(wanted))];
            if (found.Length > 0)
                rest.Remove(found[0]);
            return found.Length > 0;
        }
    }

    // Whether the rest of a sum was that number, which goes. Beside more, as in (1 − u) + tanh(x), the 1 may be there to cancel with that.
    private static bool IsAllButOne(TermList others, double number) =>
        others.Terms.Count == 1 && others.Terms[0].Term.IsConstant(1) && others.Terms[0].Coefficient.Equals(number) && others.TryRemove(number, others.Terms[0].Term);

    private static Node OneMinus(NodeAlgebra algebra, Node x) => algebra.Subtract(algebra.Constant(1), x);

    // What varies along an axis, and the terms that do not; also below one scale that does not vary.
    private static (Node Varying, Node? Shift) SplitShift(NodeAlgebra algebra, Node body, int axis)
    {
        if (body.Operation == Operation.Add)
        {
            Node[] free = [.. body.Operands.Where(term => !term.Axes.Contains(axis))];
            Node[] parts = [.. body.Operands.Where(term => term.Axes.Contains(axis))];
            return free.Length == 0 || (parts.Length > 1 && CancelsSomewhere(algebra, parts, free, axis)) ? (body, null) : (algebra.Add(parts), algebra.Add(free));
        }
        (Node? inner, Func<Node, Node>? scale) = SplitScale(algebra, body, axis);
        // Multiplied out, what cancels in a sum no longer would; a temperature has to be.
        if (inner is null || scale is null || !Scales(body).All(factor => factor.IsShared))
            return (body, null);
        (Node varying, Node? shift) = SplitShift(algebra, inner, axis);
        return shift is null || TakesElementFromLogSoftmax(algebra, varying, shift, axis) ? (body, null) : (scale(varying), scale(shift));
    }

    // Where x_i − x_k is 0, what is small beside x_k has its digits: apart from each other, x_i and x_k would take them along.
    private static bool CancelsSomewhere(NodeAlgebra algebra, Node[] varying, Node[] free, int axis) => free.Any(term =>
        TopologicalOrder.FromLeaves([term]).Where(part => part.Operation == Operation.Element && part.Axes.IsEmpty).Select(element => element.First)
            .Any(index => varying.Any(other => ReferenceEquals(algebra.At(other, axis, index), algebra.Negate(term)))));

    // c (u_i − logSumExp(u) + u_k), of which logSumExp(u) would stay with u_k, and not with the row that it is as large as
    private static bool TakesElementFromLogSoftmax(NodeAlgebra algebra, Node varying, Node shift, int axis) =>
        shift.Operation == Operation.Add
        && new TermList(algebra, shift).Terms.Any(term => term.Term.Operation == Operation.LogSumExp
            && new TermList(algebra, varying).TryRemove(-term.Coefficient, algebra.Rename(term.Term.First, term.Term.Axis, axis)));

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
