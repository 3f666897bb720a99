using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    // Of a small u, log1p has digits that 1 + u has lost.
    private static Rule ExpandLogP1 => new(
        "spell-out-log1p", "log1p(u) = log(1 + u) for u a sum of exponentials, less one, or what an exponential leaves of 1", (algebra, node) =>
        node.Is(Functions.LogP1) && MeetsOne(algebra, node.First) ? algebra.Call(Functions.Log, algebra.Add(algebra.Constant(1), node.First)) : null);

    private static Rule LogP1OfExponentialMinusOne => new("log1p-of-expm1", "log1p(expm1(u)) = u", (algebra, node) =>
        node.Is(Functions.LogP1) && node.First.Is(Functions.ExpM1) ? node.First.First : null);

    // Near zero as well as where tanh is almost −1.
    private static Rule LogP1OfTanh => new("log1p-of-tanh", "log1p(±tanh(x)) = −log1p(½ expm1(∓2 x))", (algebra, node) =>
    {
        if (!node.Is(Functions.LogP1) || algebra.SplitCoefficient(node.First) is not (1 or -1, { } tanh) term || !tanh.Is(Functions.Tanh))
            return null;
        Node exponent = algebra.WithCoefficient(-2 * term.Coefficient, tanh.First);
        return algebra.Negate(algebra.Call(Functions.LogP1, algebra.WithCoefficient(0.5, algebra.Call(Functions.ExpM1, exponent))));
    });

    // The zero stays strong, and the logarithm meets the other rules.
    private static Rule ExpandXLogY => new("spell-out-xlogy", "xlogy(x, y) = x · log y, 0 at x = 0; xlogx(x) = xlogy(x, x)", (algebra, node) =>
        node.Is(Functions.XLogY) || node.Is(Functions.XLogX)
            ? algebra.Call(Functions.StrongProduct, node.First, algebra.Call(Functions.Log, node.Operands[node.Operands.Length - 1]))
            : null);

    private static Rule LogarithmOfNegatedExponentialMinusOne => new("log-of-negated-expm1", "log(−expm1(u)) = log(1 − e^u)", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Operation == Operation.Negate && node.First.First.Is(Functions.ExpM1)
            ? algebra.Call(Functions.Log, OneMinus(algebra, algebra.Call(Functions.Exp, node.First.First.First)))
            : null);

    private static Rule LogarithmOfExponential => new("log-of-exp", "log e^u = u", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(Functions.Exp) ? node.First.First : null);

    private static Rule LogarithmOfSigmoid => new("log-of-sigmoid", "log σ(x) = −softplus(−x)", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(Functions.Sigmoid) ? Exponents.OfFactor(algebra, node.First) : null);

    // The logarithm increases, so it moves inside; the bounds stay the real numbers that the user wrote.
    private static Rule LogarithmOfClamp => new(
        "log-of-clamp", "log clamp(p, a, b) = clamp(log p, log a, log b) for a, b > 0 and p an exponential", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(Functions.Clamp) && CancelsLogarithm(algebra, node.First.First)
            && algebra.Ranges.IsPositive(node.First.Second) && algebra.Ranges.IsPositive(node.First.Third)
            ? LogarithmInside(algebra, node.First)
            : null);

    private static Rule LogarithmOfMaximum => new(
        "log-of-max", "log max(p, q) = max(log p, log q) for p, q > 0, one an exponential", (algebra, node) =>
        node.Is(Functions.Log) && IsMonotone(algebra, node.First, Functions.Max, Operation.Max) ? LogarithmInside(algebra, node.First) : null);

    private static Rule LogarithmOfMinimum => new(
        "log-of-min", "log min(p, q) = min(log p, log q) for p, q > 0, one an exponential", (algebra, node) =>
        node.Is(Functions.Log) && IsMonotone(algebra, node.First, Functions.Min, Operation.Min) ? LogarithmInside(algebra, node.First) : null);

    private static Rule LogarithmOfSelection => new(
        "log-of-selection", "log [c ? p : q] = [c ? log p : log q], one an exponential or a number", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Operation == Operation.Select
            && node.First.Operands.Skip(1).Any(side => side.Operation == Operation.Constant || CancelsLogarithm(algebra, side))
            ? algebra.Select(node.First.First, algebra.Call(Functions.Log, node.First.Second), algebra.Call(Functions.Log, node.First.Third))
            : null);

    // Exponentials are positive: taken out, they leave the logarithm of the rest what it was, in its domain and outside.
    private static Rule LogarithmOfProduct => new("log-of-product", "log(e^u · v / (e^w · z)) = u − w + log(v / z)", (algebra, node) =>
    {
        if (!node.Is(Functions.Log) || node.First.Operation is not (Operation.Multiply or Operation.Divide or Operation.Negate))
            return null;
        var fraction = Fraction.Of(node.First);
        List<Node> parts = [];
        parts.AddRange(TakeLogarithms(algebra, fraction.Numerators));
        parts.AddRange(TakeLogarithms(algebra, fraction.Denominators).Select(algebra.Negate));
        return parts.Count == 0 ? null : algebra.Add([.. parts, algebra.Call(Functions.Log, fraction.ToNode(algebra))]);
    });

    private static Rule LogarithmOfCosh => new("log-of-cosh", "log cosh(u) = log(½ (e^u + e^−u)) = logCosh(u)", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(CircleFunctions.Cosh) ? algebra.Call(Functions.LogCosh, node.First.First)
        : node.Is(Functions.Log) && node.First is { Operation: Operation.Multiply, Operands.Length: 2 } product && product.First.IsConstant(0.5)
            && TwoExponentials(algebra, product.Second) is { } exponents && ReferenceEquals(exponents.First, algebra.Negate(exponents.Second))
            ? algebra.Call(Functions.LogCosh, exponents.First)
            : null);

    private static Rule LogarithmOfNormalCdf => new("log-of-normal-cdf", "log Φ(u) = logΦ(u), also far out, where Φ(u) is 0", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(SpecialFunctions.NormalCdf) ? algebra.Call(SpecialFunctions.LogNormalCdf, node.First.First) : null);

    // A sum of exponentials among factors has a logarithm of its own, and the positive numbers beside it another.
    private static Rule LogarithmOfScaledSum => new(
        "log-of-scaled-sum", "log(c · (e^a + e^b)) = log c + log(e^a + e^b) for c > 0", (algebra, node) =>
    {
        if (!node.Is(Functions.Log) || node.First.Operation is not (Operation.Multiply or Operation.Divide))
            return null;
        var fraction = Fraction.Of(node.First);
        Node? sum = fraction.Numerators.FirstOrDefault(factor => TwoExponentials(algebra, factor) is not null);
        if (sum is null || fraction.IsNegative)
            return null;
        fraction.Numerators.Remove(sum);
        return algebra.Add(algebra.Call(Functions.Log, sum), algebra.Call(Functions.Log, fraction.ToNode(algebra)));
    });

    // The shift cancels, so it has no derivative; it is where the exponentials are largest, whatever they are weighted with.
    private static Rule LogarithmOfWeightedSum => new(
        "log-of-weighted-sum", "log(v · Σ w_i e^u_i) = m + log(v · Σ w_i e^(u_i − m)), m = max u", (algebra, node) =>
    {
        if (!node.Is(Functions.Log))
            return null;
        var fraction = Fraction.Of(node.First);
        bool isAbove = TryShift(algebra, fraction.Numerators, out Node? shift);
        if (!isAbove && !TryShift(algebra, fraction.Denominators, out shift))
            return null;
        return algebra.Add(isAbove ? shift! : algebra.Negate(shift!), algebra.Call(Functions.Log, fraction.ToNode(algebra)));
    });

    private static Rule LogarithmOfReciprocal => new("log-of-reciprocal", "log(1 / u) = −log u", (algebra, node) =>
        node.Is(Functions.Log) && node.First is { Operation: Operation.Divide } quotient && quotient.First.IsConstant(1)
            ? algebra.Negate(algebra.Call(Functions.Log, quotient.Second))
            : null);

    private static Rule LogarithmOfSquare => new("log-of-square", "log u² = 2 log |u|", (algebra, node) =>
        node.Is(Functions.Log) && IsFactorPair(node.First)
            ? algebra.Multiply(algebra.Constant(2), algebra.Call(Functions.Log, algebra.Call(Functions.Abs, node.First.First)))
            : null);

    private static Rule LogarithmOfRoot => new("log-of-root", "log √u = ½ log u", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(Functions.Sqrt)
            ? algebra.Multiply(algebra.Constant(0.5), algebra.Call(Functions.Log, node.First.First))
            : null);

    private static Rule LogarithmOfPower => new("log-of-power", "log u^p = p log u for u > 0", (algebra, node) =>
        node.Is(Functions.Log) && node.First.Is(Functions.Pow) && algebra.Ranges.IsPositive(node.First.First)
            ? algebra.Multiply(node.First.Second, algebra.Call(Functions.Log, node.First.First))
            : null);

    private static Rule LogarithmOfOneAndExponential => new("log-of-one-plus-exp", "log(1 + e^u) = softplus(u)", (algebra, node) =>
        node.Is(Functions.Log) && OneAndExponential(algebra, node.First) is { } exponent ? algebra.Call(Functions.Softplus, exponent) : null);

    private static Rule LogarithmOfSumOfExponentials => new(
        "log-of-two-exponentials", "log(e^a + v) = logAddExp(a, log v) for v > 0", (algebra, node) =>
    {
        if (!node.Is(Functions.Log) || node.First.Operation != Operation.Add)
            return null;
        Node? first = node.First.Operands.FirstOrDefault(term => Exponents.OfTerm(algebra, term) is not null);
        if (first is null || !node.First.Operands.All(term => ReferenceEquals(term, first) || algebra.Ranges.IsPositive(term)))
            return null;
        Node others = algebra.Call(Functions.Log, algebra.Add(node.First.Operands.Remove(first)));
        return algebra.Call(Functions.LogAddExp, Exponents.OfTerm(algebra, first)!, others);
    });

    private static Rule LogAddExpMinusArgument => OfTerm(
        "log-add-exp-minus-argument", "logAddExp(a, b) − a = softplus(b − a), and likewise for b", term => term.Is(Functions.LogAddExp),
        (algebra, others, coefficient, term) =>
    {
        foreach ((Node taken, Node other) in new[] { (term.First, term.Second), (term.Second, term.First) })
        {
            if (others.TryRemove(-coefficient, taken))
                return algebra.Call(Functions.Softplus, algebra.Subtract(other, taken));
        }
        return null;
    });

    // Whether 1 + u has all the digits of u where u is small, or becomes something else.
    private static bool MeetsOne(NodeAlgebra algebra, Node u)
    {
        Node[] terms = u.Operation == Operation.Add ? [.. u.Operands] : [u];
        if (terms.Length == 2 && terms.Contains(algebra.Constant(-1)))
            return true;
        if (terms.Any(term => Exponents.OfTerm(algebra, term) is not null) && terms.All(algebra.Ranges.IsPositive))
            return true;
        return u.Operation == Operation.Negate && CancelsLogarithm(algebra, u.First);
    }

    private static bool TryShift(NodeAlgebra algebra, List<Node> factors, out Node? shift)
    {
        for (int position = 0; position < factors.Count; position++)
        {
            Node sum = factors[position];
            if (sum.Operation != Operation.Sum || ShiftOf(algebra, sum) is not { } found)
                continue;
            // The axis that the sum binds is not the one of the same name outside.
            int axis = (sum.First.Axes | found.Axes).FirstFree();
            var term = Fraction.Of(algebra.Rename(sum.First, sum.Axis, axis));
            term.Numerators.Add(algebra.Call(Functions.Exp, algebra.Negate(found)));
            factors[position] = algebra.Sum(axis, Merge(algebra, term), sum.Excluded);
            shift = found;
            return true;
        }
        shift = null;
        return false;
    }

    // The largest exponent of a weighted sum that is not shifted yet.
    private static Node? ShiftOf(NodeAlgebra algebra, Node sum)
    {
        Node[] exponents = [.. Fraction.Of(sum.First).Numerators.Where(Exponents.IsExponential).Select(factor => factor.First)];
        if (exponents.Length != 1 || TopologicalOrder.FromLeaves(exponents).Any(node => node.Is(Functions.Pivot)))
            return null;
        return algebra.Call(Functions.Pivot, algebra.Reduce(Operation.Max, sum.Axis, exponents[0], sum.Excluded));
    }

    // Whether the logarithm of a value is there without a logarithm.
    private static bool CancelsLogarithm(NodeAlgebra algebra, Node value)
    {
        if (Exponents.OfFactor(algebra, value) is not null)
            return true;
        if (value.Operation is Operation.Multiply or Operation.Divide)
        {
            var fraction = Fraction.Of(value);
            return !fraction.IsNegative && fraction.Numerators.Concat(fraction.Denominators).Any(factor => CancelsLogarithm(algebra, factor));
        }
        return (value.Is(Functions.Clamp) || value.Operation is Operation.Select)
            && value.Operands.Any(operand => operand.Kind == ValueKind.Real && CancelsLogarithm(algebra, operand));
    }

    private static bool IsMonotone(NodeAlgebra algebra, Node value, Function function, Operation reduction) =>
        (value.Is(function) || value.Operation == reduction)
        && value.Operands.Any(operand => CancelsLogarithm(algebra, operand))
        && value.Operands.All(operand => ReferenceEquals(operand, value.Excluded) || algebra.Ranges.IsPositive(operand));

    private static Node LogarithmInside(NodeAlgebra algebra, Node value) =>
        value.IsReduction
            ? algebra.Reduce(value.Operation, value.Axis, algebra.Call(Functions.Log, value.First), value.Excluded)
            : algebra.Call(value.Function!, [.. value.Operands.Select(operand => algebra.Call(Functions.Log, operand))]);

    private static List<Node> TakeLogarithms(NodeAlgebra algebra, List<Node> factors)
    {
        Node? Logarithm(Node factor) => Exponents.OfFactor(algebra, factor) ?? Exponents.OfSum(algebra, factor)
            ?? (factor.Is(CircleFunctions.Cosh) ? algebra.Call(Functions.LogCosh, factor.First)
                : factor.Is(SpecialFunctions.NormalCdf) ? algebra.Call(SpecialFunctions.LogNormalCdf, factor.First)
                : null);

        List<Node> logarithms = [.. factors.Select(factor => Logarithm(factor)!).Where(exponent => exponent is not null)];
        factors.RemoveAll(factor => Logarithm(factor) is not null);
        return logarithms;
    }
}
