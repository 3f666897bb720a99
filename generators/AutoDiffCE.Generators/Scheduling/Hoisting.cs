using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Takes out of sums what saves a pass or an operation per element, in the order that keeps the digits.
/// </summary>
internal sealed class Hoisting(NodeAlgebra algebra)
{
    private readonly PivotOrder order = new(algebra);
    private readonly Availability availability = new();

    /// <summary>
    /// Σ a_i (u_i + s) = Σ a_i u_i + s Σ a_i, where s is known a pass later than u, and a logarithm. A log-sum-exp is its pivot, which every term has to be
    /// shifted by before it is summed, whenever it is known, and the logarithm of a sum, which need not be. What else is as large as u would cancel with it.
    /// </summary>
    public Node HoistLateTerms(Node root) => new Rewriter(HoistLateTerms).Rewrite(root);

    /// <summary>
    /// Factors that do not vary along the row are multiplied with each other first, once per sample or once per batch, and those that are there several
    /// times become powers. What a pivot was taken from is subtracted from it first.
    /// </summary>
    public Node Arrange(Node root) => new Rewriter(Arrange).Rewrite(root);

    private Node HoistLateTerms(Node node, ImmutableArray<Node> operands)
    {
        Node rebuilt = algebra.Rebuild(node, operands);
        if (rebuilt is { Operation: Operation.Sum, First.Operation: Operation.Select })
            return HoistLateFactors(rebuilt);
        if (rebuilt is not { Operation: Operation.Sum, First: { Operation: Operation.Call } product } || !product.Is(Functions.StrongProduct))
            return rebuilt;
        Node weight = product.First;
        Node[] terms = product.Second.Operation == Operation.Add ? [.. product.Second.Operands] : [product.Second];
        Node[] varying = [.. terms.Where(term => term.Axes.Contains(rebuilt.Axis))];
        if (varying.Length == 0)
            return algebra.Call(Functions.StrongProduct, algebra.Sum(rebuilt.Axis, weight, rebuilt.Excluded), product.Second);

        int early = Math.Max(varying.Max(availability.PassOf), 1);
        Node[] late = [.. terms.Except(varying).Where(term => IsLogarithm(term) && availability.PassOf(term) > early)];
        if (late.Length == 0)
            return rebuilt;
        Node kept = algebra.Call(Functions.StrongProduct, weight, algebra.Add(terms.Except(late)));
        return algebra.Add(
            algebra.Sum(rebuilt.Axis, kept, rebuilt.Excluded),
            algebra.Call(Functions.StrongProduct, algebra.Sum(rebuilt.Axis, weight, rebuilt.Excluded), algebra.Add(late)));
    }

    // Σ [c ? 0 : a_i s] = s Σ [c ? 0 : a_i], and likewise on the other side. Where no term is taken, the sum is 0 whatever s is.
    private Node HoistLateFactors(Node sum)
    {
        Node zero = algebra.Constant(0);
        Node selection = sum.First;
        bool isFirst = ReferenceEquals(selection.Third, zero);
        Node product = isFirst ? selection.Second : selection.Third;
        if (product.Operation != Operation.Multiply || !(isFirst || ReferenceEquals(selection.Second, zero)))
            return sum;
        int early = product.Operands.Where(factor => factor.Axes.Contains(sum.Axis)).Append(selection.First).Max(availability.PassOf);
        Node[] late = [.. product.Operands.Where(factor => !factor.Axes.Contains(sum.Axis) && availability.PassOf(factor) > early)];
        if (late.Length == 0)
            return sum;
        Node kept = algebra.Multiply(product.Operands.Where(factor => !late.Contains(factor)));
        Node guarded = isFirst ? algebra.Select(selection.First, kept, zero) : algebra.Select(selection.First, zero, kept);
        return algebra.Call(Functions.StrongProduct, algebra.Sum(sum.Axis, guarded, sum.Excluded), algebra.Multiply(late));
    }

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;

    private static bool IsLogarithm(Node term) => Unsigned(term).Is(Functions.Log) || Unsigned(term).Is(Functions.LogP1);

    private Node Arrange(Node node, ImmutableArray<Node> operands)
    {
        // A group is a sum of its own from here on, and its sign may meet another one.
        if (node.Is(Functions.Grouped))
            return operands[0];
        if (node.Operation == Operation.Negate && operands[0].Operation == Operation.Negate)
            return operands[0].First;
        // Made in the table as it is: the canonical form would flatten it again.
        Node rebuilt = algebra.Table.With(node, operands);
        if (node.Is(Functions.Max) || node.Is(Functions.Min))
            return WithNumberFirst(rebuilt);
        if (operands.Length > 2 && PivotOrder.HasPivot(rebuilt))
            return ShiftFirst(rebuilt);
        if (node.Operation == Operation.Add)
            return CountFirst(rebuilt);
        if (node.Is(Functions.StrongProduct) && operands[0].Axes.IsEmpty && !operands[0].IsShared)
            return WeighOnce(rebuilt);
        return node.Operation == Operation.Multiply ? ArrangeProduct(operands) : rebuilt;
    }

    // classes − 1 is 0 of one class, and then what is small beside it is all there is.
    private Node CountFirst(Node sum)
    {
        Node[] count = [.. sum.Operands.Where(term => term.Operation is Operation.Length or Operation.Constant || Unsigned(term).Operation == Operation.Length)];
        bool isCount = count.Length > 1 && count.Length < sum.Operands.Length && count.Any(term => term.Operation != Operation.Constant);
        return isCount ? algebra.Table.Make(Operation.Add, [algebra.Table.Make(Operation.Add, count), .. sum.Operands.Where(term => !count.Contains(term))]) : sum;
    }

    // A square is multiplied last, factor by factor: x k is in range where x k k is, and k k may not be. That of 1 / Σ, which is at least 1 / classes, is.
    // And so is an exponential beside what may be large and varies: before it, with other small factors, it could underflow where that makes up for it.
    private Node ArrangeProduct(IReadOnlyList<Node> factors)
    {
        if (RepeatedFactors.In(factors) is { } product)
            factors = [.. product.Rest, .. Enumerable.Repeat(ArrangeProduct(product.Repeated), product.Times)];
        Node[] varying = [.. factors.Where(factor => !factor.Axes.IsEmpty)];
        bool isLarge = varying.Any(algebra.Overflow.IsPossible);
        Node[] late = [.. factors.Except(varying).Where(factor => IsRepeated(factor) || (isLarge && MayUnderflow(factor))).SelectMany(CopiesOf)];
        Node[] once = [.. factors.Where(factor => !varying.Contains(factor) && !late.Contains(factor))];
        if (varying.Length == 0 || (once.Length < 2 && late.Length == 0))
            return algebra.Table.Make(Operation.Multiply, [.. factors]);
        if (once.Length > 1)
            once = [algebra.Table.Make(Operation.Multiply, once)];
        return algebra.Table.Make(Operation.Multiply, [.. once, .. varying, .. late]);

        IEnumerable<Node> CopiesOf(Node factor) => factors.Where(other => ReferenceEquals(other, factor));
        bool IsRepeated(Node factor) => CopiesOf(factor).Skip(1).Any() && !factor.Is(Functions.ReciprocalOrZero);
        bool MayUnderflow(Node factor) => factor.Is(Functions.Exp) && !factor.IsShared && algebra.Overflow.MayUnderflow(factor);
    }

    // The weight of a product that varies is multiplied once, with what does not vary: s (r x) = (s r) x, as a gradient flows back. Its zero is asked for
    // where the rest is, and so is its infinity where x is 0.
    private Node WeighOnce(Node strong)
    {
        Node product = strong.Second.Is(Functions.ProductOrZero) ? strong.Second.Second : strong.Second;
        if (product.Operation != Operation.Multiply || !product.First.Axes.IsEmpty || product.Axes.IsEmpty)
            return strong;
        Node zero = algebra.Constant(0);
        Node weighed = algebra.Table.Make(Operation.Multiply, [algebra.Table.Call(Functions.StrongProduct, strong.First, product.First), .. product.Operands.Skip(1)]);
        if (!ReferenceEquals(product, strong.Second))
        {
            Node zeroIfFinite = algebra.Table.Make(Operation.Add, [algebra.Table.Call(Functions.ZeroIfFinite, strong.First), strong.Second.Operands[2]]);
            weighed = algebra.Table.Call(Functions.ProductOrZero, strong.Second.First, weighed, zeroIfFinite);
        }
        return algebra.Table.Make(Operation.Select, algebra.Equal(strong.First, zero), zero, weighed);
    }

    // The second operand survives in a register where one is NaN: a number stands first, NaN itself second; what may be either, a capture too, is asked.
    private Node WithNumberFirst(Node extremum)
    {
        Function function = extremum.Is(Functions.Max) ? Functions.MaxOfNumber : Functions.MinOfNumber;
        if (IsNumber(extremum.First) || IsNotANumber(extremum.Second))
            return algebra.Table.Call(function, extremum.First, extremum.Second);
        return IsNumber(extremum.Second) || IsNotANumber(extremum.First) ? algebra.Table.Call(function, extremum.Second, extremum.First) : extremum;
    }

    private static bool IsNotANumber(Node node) => node.Operation == Operation.Constant && double.IsNaN(node.Value);

    // What is made of constants is known now: log 1e−15 is a number, log −1 is none.
    private static bool IsNumber(Node node) => node.Kind == ValueKind.Integer
        || (IsMadeOfConstants(node) && !double.IsNaN(new Interpreter(new FormulaArguments()).Evaluate(node)));

    private static bool IsMadeOfConstants(Node node) => node.IsShared && node.Axes.IsEmpty && !Search.Reaches(
        node, _ => true, part => part.Operation is Operation.HyperParameter or Operation.SharedElement or Operation.Length or Operation.Index);

    private Node ShiftFirst(Node sum)
    {
        Node[] parts = [.. order.PartsOf(sum).Select(part => part.Length == 1 ? part[0] : algebra.Table.Make(Operation.Add, part))];
        return parts.Length == 1 ? parts[0] : algebra.Table.Make(Operation.Add, parts);
    }
}
