using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Writes named functions in terms of what a register can do, after differentiation, so that value and gradient share the parts: the exponential of a
/// softplus is that of its sigmoid, the exponentials of a log-sum-exp are those of its softmax.
/// </summary>
internal sealed class Lowering
{
    private readonly NodeAlgebra algebra;
    private readonly HashSet<Node> compared;
    private readonly FixedOrder order;
    private readonly Rewriter rewriter;
    private readonly Dictionary<Node, Node> rows = [];

    /// <summary>Lowers what is below some roots.</summary>
    public Lowering(NodeAlgebra algebra, params Node[] roots)
    {
        this.algebra = algebra;
        compared = [.. ComparedAlongRows(roots)];
        order = new FixedOrder(algebra);
        rewriter = new Rewriter(Lower);
    }

    /// <summary>What the caller multiplies gradients with, which is in range, if anything.</summary>
    public Node? Upstream { get; init; }

    public Node Lower(Node root) => rewriter.Rewrite(root);

    private Node Lower(Node node, ImmutableArray<Node> operands)
    {
        // What the batch shares is computed once, in double, by the functions themselves.
        if (node.IsShared && node.Axes.IsEmpty)
            return node;
        if (algebra.SoftmaxIn(node) is { } softmax)
            return LowerSoftmax(softmax);
        if (algebra.Overflow.IsOfSoftmaxAndLarge(node))
            return InHalves(node);
        if (node.Operation == Operation.LogSumExp)
            return LowerLogSumExp(node);
        if (algebra.LogSoftmaxIn(node) is { } logSoftmax)
            return LowerLogSoftmax(logSoftmax);
        if (LowerShifted(node) is { } shifted)
            return shifted;
        if (node.Operation == Operation.Norm)
            return LowerNorm(node);
        if (node.Is(Functions.Pivot) && node.First is { Operation: Operation.Max } largest)
            return LowerPivot(largest);
        if (node.Operation is Operation.Max or Operation.Min)
            return LowerExtremum(node, order.Fix(operands[0], node.Axis));
        if (node.Operation == Operation.Equal && node.First.Is(Functions.Attained))
            return LowerAttained(node.First.First, node.First.Second);
        if (node.Is(Functions.ElementAt))
            return algebra.At(RowOf(node.First), node.First.Axis, operands[1]);
        Node lowered = node.Operation == Operation.Call ? LowerCall(node, operands) : algebra.Rebuild(node, operands);
        return lowered.Operation == Operation.Divide || lowered.Is(Functions.QuotientOrZero) ? LowerQuotient(lowered) : lowered;
    }

    private Node LowerCall(Node node, ImmutableArray<Node> operands)
    {
        (Node x, Node zero, Node one) = (operands[0], algebra.Constant(0), algebra.Constant(1));

        // log(1 + e^x) = max(0, x) + log(1 + e^−|x|)
        if (node.Is(Functions.Softplus))
            return algebra.Add(algebra.Call(Functions.Max, zero, x), algebra.Call(Functions.LogP1, Decay(x)));
        if (node.Is(Functions.SoftplusMinusMultiple))
            return LowerSoftplusMinusMultiple(x, operands[1]);
        // σ(x) = 1 / (1 + e^−x) = e^x / (1 + e^x), whichever exponential is at most 1
        if (node.Is(Functions.Sigmoid))
            return algebra.Divide(algebra.Select(IsNegative(x), Decay(x), one), algebra.Add(one, Decay(x)));
        // log(e^a + e^b) = max(a, b) + log(1 + e^−|a − b|)
        if (node.Is(Functions.LogAddExp))
            return algebra.Add(algebra.Call(Functions.Max, x, operands[1]), algebra.Call(Functions.LogP1, Decay(Gap(x, operands[1]))));
        if (node.Is(Functions.LogCosh))
            return LowerLogCosh(x);
        if (node.Is(Functions.Pow) && x.IsConstant(2))
            return algebra.Call(Functions.Exp2, operands[1]);
        if (node.Is(Functions.PowM1))
            return LowerPowM1(x, operands[1]);
        // the smaller of the upper bound and the larger of the lower bound and x
        if (node.Is(Functions.Clamp))
            return algebra.Call(Functions.Min, operands[2], algebra.Call(Functions.Max, operands[1], x));
        if (node.Is(Functions.Relu))
            return algebra.Call(Functions.Max, zero, x);
        if (node.Is(Functions.Sign))
            return algebra.Select(algebra.LessThan(zero, x), one, algebra.Select(algebra.LessThan(x, zero), algebra.Constant(-1), x));
        // 0 log 0 = 0
        if (node.Is(Functions.XLogX))
            return algebra.Call(Functions.StrongProduct, x, algebra.Call(Functions.Log, x));
        if (node.Is(Functions.XLogY))
            return algebra.Call(Functions.StrongProduct, x, algebra.Call(Functions.Log, operands[1]));
        return algebra.Rebuild(node, operands);
    }

    // (a b) / y, where a b may be out of range and the quotient is not. What the caller multiplies with is in range, and so is what divides as it was written.
    private Node LowerQuotient(Node quotient)
    {
        (Node numerator, Node divisor) = (quotient.First, quotient.Second);
        bool isFlowingBack = quotient.Is(Functions.QuotientOrZero) || (numerator.Is(Functions.StrongProduct) && !divisor.IsShared);
        return isFlowingBack ? Weighted(numerator, divisor) ?? quotient : quotient;
    }

    private Node? Weighted(Node numerator, Node divisor)
    {
        if (numerator.Is(Functions.ProductOrZero))
            return Weighted(numerator.Second, divisor) is { } weighted ? algebra.Call(Functions.ProductOrZero, numerator.First, weighted, numerator.Third) : null;
        if (numerator.Operands.Where(IsOfSample).Distinct().Count() < 2)
            return null;
        Node zero = algebra.Constant(0);
        if (numerator.Is(Functions.StrongProduct))
            return algebra.Select(algebra.Equal(numerator.First, zero), zero, algebra.WeightedQuotient(numerator.First, numerator.Second, divisor));
        if (numerator.Operation != Operation.Multiply)
            return null;
        // What comes from outside the row is one factor, and what is in it the other.
        Node[] ordered = [.. numerator.Operands.OrderBy(factor => factor.Axes.Count)];
        int outside = ordered.Count(factor => factor.Axes.Count < numerator.Axes.Count);
        bool isWithin = ordered.Take(outside).Any(IsOfSample) && ordered.Skip(outside).Any(IsOfSample);
        int split = isWithin ? outside : Array.FindLastIndex(ordered, IsOfSample);
        return algebra.WeightedQuotient(algebra.Multiply(ordered.Take(split)), algebra.Multiply(ordered.Skip(split)), divisor);
    }

    private bool IsOfSample(Node factor) => !factor.IsShared && !ReferenceEquals(factor, Upstream);

    // x^p − 1 = e^(p log x) − 1, with all digits of what is left where the power is almost 1; elsewhere as it stands
    private Node LowerPowM1(Node x, Node power)
    {
        Node exponent = algebra.Multiply(power, algebra.Call(Functions.Log, x));
        return algebra.Select(
            algebra.LessThan(algebra.Call(Functions.Abs, exponent), algebra.Constant(0.5)),
            algebra.Call(Functions.ExpM1, exponent),
            algebra.Subtract(algebra.Call(Functions.Pow, x, power), algebra.Constant(1)));
    }

    // log(1 + e^x) − t x = log(1 + e^−|x|) + ([0 < x] − t) x: for t = 0 and t = 1, nothing is left of x where it has to cancel
    private Node LowerSoftplusMinusMultiple(Node x, Node multiple)
    {
        Node step = algebra.Select(algebra.LessThan(algebra.Constant(0), x), algebra.Constant(1), algebra.Constant(0));
        return algebra.Add(
            algebra.Call(Functions.LogP1, Decay(x)),
            algebra.Call(Functions.StrongProduct, algebra.Subtract(step, multiple), x));
    }

    // With a = |x| and n = e^−a − 1: log cosh x = log1p(n² / (2 (1 + n))), which is small where x is, and a − log 2 + log1p((1 + n)²), in which
    // nothing cancels far out.
    private Node LowerLogCosh(Node x)
    {
        Node magnitude = algebra.Call(Functions.Abs, x);
        Node isNear = algebra.LessThan(magnitude, algebra.Constant(2));
        Node lessOne = algebra.Call(Functions.ExpM1, algebra.Negate(magnitude));
        Node decay = algebra.Add(lessOne, algebra.Constant(1));
        Node near = algebra.Divide(algebra.Multiply(algebra.Constant(0.5), lessOne, lessOne), decay);
        Node logarithm = algebra.Call(Functions.LogP1, algebra.Select(isNear, near, algebra.Multiply(decay, decay)));
        return algebra.Add(algebra.Select(isNear, algebra.Constant(0), algebra.Subtract(magnitude, algebra.Constant(Math.Log(2)))), logarithm);
    }

    // a − b, each added up as it stands, but for what both have: in a − (u − v), large numbers cancel before the small one is taken from their difference.
    private Node Gap(Node a, Node b)
    {
        Node[] common = [.. NodeAlgebra.TermsOf(a).Intersect(NodeAlgebra.TermsOf(b))];
        Node Rest(Node sum) => common.Length == 0 ? sum : algebra.Add(NodeAlgebra.TermsOf(sum).Except(common));
        Node difference = algebra.Subtract(algebra.Group(Rest(a)), algebra.Group(Rest(b)));
        return algebra.Select(algebra.Equal(a, b), algebra.Constant(0), difference);
    }

    // e^−|x|: one exponential for x and for −x
    private Node Decay(Node x) => algebra.Call(Functions.Exp, algebra.Negate(algebra.Call(Functions.Abs, x)));

    // −x < 0 is 0 < x
    private Node IsNegative(Node x) => x.Operation == Operation.Negate
        ? algebra.LessThan(algebra.Constant(0), x.First)
        : algebra.LessThan(x, algebra.Constant(0));

    private SoftmaxParts PartsOf(Node logSumExp) => new(algebra, logSumExp.Axis, RowOf(logSumExp), logSumExp.Excluded);

    // The row that is reduced, whose largest element has to be found equal to itself.
    private Node RowOf(Node reduction) =>
        rows.TryGetValue(reduction, out Node? row) ? row : rows[reduction] = order.Fix(Lower(reduction.First), reduction.Axis);

    private Node ElementOf(LogSoftmax softmax)
    {
        Node row = RowOf(softmax.LogSumExp);
        if (softmax.LeftOut is { } condition)
            row = algebra.Replace(row, condition, algebra.Table.Truth(false));
        return algebra.At(row, softmax.LogSumExp.Axis, softmax.Position);
    }

    // s (u_k − log Σ e^u) + c
    private Node LowerLogSoftmax(LogSoftmax softmax)
    {
        Node difference = algebra.Subtract(algebra.Group(ElementOf(softmax)), Lower(softmax.LogSumExp));
        Node scaled = Math.Abs(softmax.Scale) == 1
            ? algebra.WithCoefficient(softmax.Scale, difference)
            : algebra.WithCoefficient(softmax.Scale, algebra.Group(difference));
        return algebra.Add(scaled, Lower(algebra.Add(softmax.Others)));
    }

    private Node LowerPivot(Node largest) =>
        algebra.Call(Functions.Pivot, algebra.Reduce(Operation.Max, largest.Axis, RowOf(largest), largest.Excluded));

    // u_k − max u
    private Node? LowerShifted(Node sum)
    {
        if (sum is not { Operation: Operation.Add, Operands.Length: 2 })
            return null;
        foreach ((Node pivot, Node element) in new[] { (sum.First, sum.Second), (sum.Second, sum.First) })
        {
            if (pivot is { Operation: Operation.Negate, First: { Operation: Operation.Call, First: { Operation: Operation.Max } largest } }
                && pivot.First.Is(Functions.Pivot)
                && ElementOf(largest, element) is { } fixedElement)
            {
                return algebra.Subtract(algebra.Group(fixedElement), LowerPivot(largest));
            }
        }
        return null;
    }

    // An element of the row that is reduced, also one that no longer asks whether it is at the index that a sum over the others leaves out.
    private Node? ElementOf(Node largest, Node element)
    {
        foreach (Node? leftOut in algebra.PicksIn(largest).Prepend(null))
        {
            Node Row(Node row) => leftOut is null ? row : algebra.Replace(row, leftOut, algebra.Table.Truth(false));
            if (algebra.PositionOf(element, algebra.Group(Row(largest.First)), largest.Axis) is { } position)
                return algebra.At(Row(RowOf(largest)), largest.Axis, position);
        }
        return null;
    }

    // The log-sum-exps that the elements of a row are subtracted from: where an element is the largest, what the others add is all that is left. A
    // softmax has no logarithm.
    private IEnumerable<Node> ComparedAlongRows(Node[] roots) => TopologicalOrder.FromLeaves(roots)
        .Where(node => algebra.SoftmaxIn(node) is null)
        .SelectMany(node => node.Operands)
        .Where(operand => operand.Operation == Operation.Add && !operand.Axes.IsEmpty)
        .SelectMany(sum => sum.Operands)
        .Select(term => term.Operation == Operation.Negate ? term.First : term)
        .Where(term => term.Operation == Operation.LogSumExp);

    // log Σ e^u = pivot + log Σ e^(u − pivot). Where the largest term is almost all of the sum, 1 plus the others would round them away. Where the label
    // is left out and taken from the rest, the others are all there is.
    private Node LowerLogSumExp(Node logSumExp)
    {
        SoftmaxParts parts = PartsOf(logSumExp);
        bool hasTail = logSumExp.Excluded is null || compared.Contains(logSumExp);
        Node logarithm = hasTail ? algebra.Call(Functions.LogP1, parts.Tail) : algebra.Call(Functions.Log, parts.Sum);
        return algebra.Add(parts.Largest, logarithm);
    }

    // A register's maximum passes over NaN, and a sum does not. Pivots need no such sum: the sum of their exponentials is one.
    private Node LowerExtremum(Node extremum, Node row) => algebra.Add(
        algebra.Reduce(extremum.Operation, extremum.Axis, row, extremum.Excluded),
        algebra.Sum(extremum.Axis, algebra.Call(Functions.ZeroUnlessNaN, row), extremum.Excluded));

    private Node LowerAttained(Node extremum, Node index) =>
        algebra.Equal(algebra.At(order.Fix(Lower(extremum.First), extremum.Axis), extremum.Axis, index), Lower(extremum));

    // √Σ u² = s √Σ (u/s)² with s = max |u|, so that no square overflows and the largest does not underflow. A row of zeros stays as it is, and so
    // does one that reaches infinity.
    private Node LowerNorm(Node norm)
    {
        Node row = Lower(norm.First);
        Node largest = algebra.Call(Functions.Pivot, algebra.Reduce(Operation.Max, norm.Axis, algebra.Call(Functions.Abs, row), norm.Excluded));
        Node isUnfit = algebra.Or(algebra.Equal(largest, algebra.Constant(0)), algebra.Equal(largest, algebra.Constant(double.PositiveInfinity)));
        Node scale = algebra.Select(isUnfit, algebra.Constant(1), largest);
        // Divided as a whole: a factor over a small scale could overflow.
        Node scaled = algebra.Divide(row.Operands.Length > 1 ? algebra.Call(Functions.Grouped, row) : row, scale);
        return algebra.Multiply(scale, algebra.Call(Functions.Sqrt, algebra.Sum(norm.Axis, algebra.Multiply(scaled, scaled), norm.Excluded)));
    }

    // e^(u_k − log Σ e^u) = e^(u_k − pivot) / Σ e^(u_i − pivot)
    private Node LowerSoftmax(LogSoftmax softmax)
    {
        SoftmaxParts parts = PartsOf(softmax.LogSumExp);
        Node exponential = parts.ExponentialOf(ElementOf(softmax));
        return algebra.Multiply(exponential, algebra.Call(Functions.ReciprocalOrZero, parts.Sum));
    }

    private bool IsSoftmax(Node factor) => algebra.SoftmaxIn(factor) is not null;

    // a e^u / Σ = ((a / Σ) e^(u/2)) e^(u/2): half of an exponent has not underflowed yet.
    private Node InHalves(Node product)
    {
        List<Node> halves = [], scales = [];
        foreach (LogSoftmax softmax in product.Operands.Select(algebra.SoftmaxIn).OfType<LogSoftmax>())
        {
            SoftmaxParts parts = PartsOf(softmax.LogSumExp);
            Node exponent = parts.ExponentialOf(ElementOf(softmax)).First;
            Node half = algebra.Call(Functions.Exp, algebra.Multiply(algebra.Constant(0.5), algebra.Group(exponent)));
            halves.AddRange([half, half]);
            scales.Add(algebra.Call(Functions.ReciprocalOrZero, parts.Sum));
        }
        return algebra.Multiply([.. product.Operands.Where(factor => !IsSoftmax(factor)).Select(Lower), .. scales, .. halves]);
    }
}
