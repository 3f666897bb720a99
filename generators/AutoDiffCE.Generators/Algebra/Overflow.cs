using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// Tells what can be infinite although all inputs are finite, by overflow or at a pole. An input that is infinite is none of its business, and neither is
/// what is captured.
/// </summary>
/// <param name="algebra">Knows what is bounded.</param>
/// <param name="upstream">What the caller multiplies gradients with, which is not large.</param>
internal sealed class Overflow(NodeAlgebra algebra, Node? upstream)
{
    // A kernel computes in float, too, where e^100 is infinite and e^−100 is 0.
    private const double LargestNumber = float.MaxValue, SmallestNumber = 1.17549435e-38;

    // Of numbers below, rows have no sum that is infinite.
    private const double LargestTerm = LargestNumber / (1 << 24);

    // Each is asked of a node by many that are above it, so that each is found once.
    private readonly Dictionary<Node, bool> possible = [], undefined = [], infinite = [], partial = [], zeroOrNaN = [];
    private readonly Dictionary<Node, Node> zeros = [];

    /// <summary>Whether a node can be infinite for finite inputs.</summary>
    public bool IsPossible(Node node) => Once(possible, node, () => node.Kind == ValueKind.Real && !IsBounded(node) && Compute(node));

    /// <summary>Whether a node is a quotient whose divisor can be zero.</summary>
    public bool IsPole(Node node) => (node.Operation == Operation.Divide || node.Is(Functions.QuotientOrZero))
        && !algebra.IsScale(node.Second) && !IsAwayFromZero(node.Second);

    /// <summary>Whether a node can be infinite or NaN for finite inputs, masks of infinity included.</summary>
    public bool CanBeUndefined(Node node) => Once(undefined, node, () =>
        IsPossible(node) || IsOutsideDomain(node)
        || (node.Operation == Operation.Constant && !(Math.Abs(node.Value) < double.PositiveInfinity))
        || node.Operands.Any(CanBeUndefined));

    /// <summary>Whether a node is infinite where something is masked with an infinity, of which an exponential makes a number.</summary>
    public bool HoldsInfinity(Node node) => Once(infinite, node, () =>
        !node.Is(Functions.Exp) && ((node.Operation == Operation.Constant && double.IsInfinity(node.Value)) || node.Operands.Any(HoldsInfinity)));

    /// <summary>Whether a product has a factor that can overflow, which makes up for a probability that has underflowed.</summary>
    public bool IsOfSoftmaxAndLarge(Node node) =>
        node.Operation == Operation.Multiply && node.Operands.Any(factor => algebra.SoftmaxIn(factor) is not null) && node.Operands.Any(IsPossible);

    /// <summary>Whether an exponential can be smaller than the smallest number that has all its digits, for finite inputs.</summary>
    public bool MayUnderflow(Node exponential) => algebra.Ranges.Of(exponential).Low < SmallestNumber;

    /// <summary>Whether an exponent, or a half of one, is an element minus the largest, so that its exponential is at most 1.</summary>
    public static bool IsShifted(Node exponent) => exponent.Operation switch
    {
        Operation.Call => exponent.Is(Functions.Grouped) && IsShifted(exponent.First),
        Operation.Multiply => exponent is { Operands.Length: 2, First: { Operation: Operation.Constant, Value: > 0 } } && IsShifted(exponent.Second),
        _ => exponent.Operation == Operation.Add && exponent.Operands.Any(term => term.Operation == Operation.Negate && term.First.Is(Functions.Pivot)),
    };

    // Whether a node is undefined for some finite inputs, as the root of a negative number is.
    private bool HasDomain(Node node) => Once(partial, node, () =>
        !node.IsShared && (IsOutsideDomain(node) || node.Operands.Any(HasDomain)));

    // Whether it can be asked for the root, or the logarithm, of a negative number, or what there is like that.
    private bool IsOutsideDomain(Node node) => node.Function is { } function && function.Domain != Interval.All
        && algebra.Ranges.Of(ArgumentOf(node)) is var argument && (argument.Low < function.Domain.Low || argument.High > function.Domain.High);

    private static T Once<T>(Dictionary<Node, T> known, Node node, Func<T> compute)
    {
        Work.Step();
        if (!known.TryGetValue(node, out T? value))
            known[node] = value = compute();
        return value;
    }

    private static Node ArgumentOf(Node call) => call.Is(Functions.XLogY) ? call.Second : call.First;

    /// <summary>A node that is 0 where all inputs that a node was computed from are finite, and NaN elsewhere, or a constant 0.</summary>
    public Node ZeroOf(Node node) => Once(zeros, node, () => ComputeZero(node));

    private Node ComputeZero(Node node)
    {
        if (node.IsShared || node.Kind != ValueKind.Real)
            return algebra.Constant(0);
        if (IsZeroOrNaN(node))
            return node;
        if (!IsPossible(node) && !HoldsInfinity(node) && !HasDomain(node))
            return algebra.Call(Functions.ZeroIfFinite, node);
        return node.Operation switch
        {
            // e^−∞ is 0, and no overflow: what is masked is no fault
            Operation.Call when (node.Is(Functions.Exp) || node.Is(Functions.ExpM1)) && !IsPossible(node.First) =>
                algebra.Call(Functions.ZeroIfFinite, algebra.Call(Functions.Max, algebra.Constant(0), node.First)),
            Operation.Select => algebra.Select(node.First, ZeroOf(node.Second), ZeroOf(node.Third)),
            // what weighs nothing is not looked at
            Operation.Call when node.Is(Functions.StrongProduct) => AnyOf(
                ZeroOf(node.First), algebra.Select(algebra.Equal(node.First, algebra.Constant(0)), algebra.Constant(0), ZeroOf(node.Second))),
            _ when node.IsReduction => algebra.Sum(node.Axis, ZeroOf(node.First), node.Excluded),
            _ => AnyOf([.. node.Operands.Select(ZeroOf)]),
        };
    }

    // What is made of such zeros already says it.
    private bool IsZeroOrNaN(Node node) => node.IsConstant(0) || node.Is(Functions.ZeroIfFinite) || Once(zeroOrNaN, node, () => node.Operation switch
    {
        Operation.Add => node.Operands.All(IsZeroOrNaN),
        Operation.Select => IsZeroOrNaN(node.Second) && IsZeroOrNaN(node.Third),
        _ => false,
    });

    // NaN where any of them is. Each counts once, however many ways there are to it: what stands beside a selection is left out of it.
    private Node AnyOf(params Node[] zeros)
    {
        HashSet<Node> all = [.. zeros.SelectMany(zero => zero.Operation == Operation.Add ? (IEnumerable<Node>)zero.Operands : [zero])];
        Dictionary<Node, Node> rests = [];
        return algebra.Add(all.Select(zero => zero.Operation == Operation.Select ? SelectRest(zero) : zero).Distinct());

        Node Rest(Node zero) => all.Contains(zero) ? algebra.Constant(0) : Once(rests, zero, () => zero.Operation switch
        {
            Operation.Add => algebra.Add(zero.Operands.Select(Rest).Distinct()),
            Operation.Select => SelectRest(zero),
            _ => zero,
        });

        Node SelectRest(Node zero) => algebra.Select(zero.First, Rest(zero.Second), Rest(zero.Third));
    }

    // A softmax from which an index is left out is at most 1 at all others, and those are all that it is asked for.
    private bool IsBounded(Node node)
    {
        if (ReferenceEquals(node, upstream) || algebra.SoftmaxIn(node) is not null)
            return true;
        // A sum of shifted exponentials is at least 1, or one over nothing.
        if (node.Is(Functions.Tail) || node.Is(Functions.ReciprocalOrZero))
            return true;
        return Magnitude(node) <= LargestNumber && IsBoundedOnTheWay(node);
    }

    // What is small makes a product small, and comes too late where the factors before it have overflowed.
    private bool IsBoundedOnTheWay(Node node) =>
        node.Operation != Operation.Multiply || node.Operands.Aggregate(1.0, (largest, factor) => largest * Math.Max(1, Magnitude(factor))) <= LargestNumber;

    private double Magnitude(Node node)
    {
        Interval range = algebra.Ranges.Of(node);
        return Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
    }

    // A constant, or what is made of numbers that are below some other.
    private bool IsBeyond(Node node) => Magnitude(node) is > LargestNumber and < double.PositiveInfinity;

    private bool Compute(Node node) => node.Operation switch
    {
        _ when IsBeyond(node) => true,
        Operation.HyperParameter or Operation.Scalar or Operation.Element or Operation.SharedElement or Operation.Constant => false,
        Operation.Add or Operation.Negate => node.Operands.Any(IsPossible),
        // the product of two large numbers
        Operation.Multiply => node.Operands.Any(IsPossible) || node.Operands.Count(IsUnboundedInput) > 1,
        Operation.Divide => IsPossible(node.First) || IsPole(node),
        Operation.Call => IsPossible(node.Function!, node),
        Operation.Select => IsPossible(node.Second) || IsPossible(node.Third),
        Operation.Sum or Operation.Norm when IsBounded(node.First) && Magnitude(node.First) > LargestTerm => true,
        Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm => IsPossible(node.First),
        _ => throw new UnknownOperationException(node.Operation),
    };

    private bool IsPossible(Function function, Node call)
    {
        // of a softmax: shifted by the largest exponent
        if (function == Functions.Exp && IsShifted(call.First))
            return false;
        // powers of e grow beyond all numbers, powers of others have a pole, too; log Φ falls as a square does
        if (function == Functions.Exp || function == Functions.ExpM1 || function == Functions.Pow || function == Functions.PowM1
            || function == CircleFunctions.Sinh || function == CircleFunctions.Cosh || function == SpecialFunctions.LogNormalCdf)
        {
            return true;
        }
        if (function == SpecialFunctions.LogGamma || function == SpecialFunctions.LogBeta)
            return true;
        if (function == SpecialFunctions.Digamma || function == SpecialFunctions.Trigamma || function == SpecialFunctions.Tetragamma
            || function == SpecialFunctions.DigammaGap)
        {
            return IsPossible(call.First) || !IsAwayFromZero(call.First);
        }
        if (function == Functions.Log || function == Functions.XLogX)
            return IsPossible(call.First) || !IsAwayFromZero(call.First);
        if (function == Functions.XLogY)
            return call.Operands.Any(IsPossible) || !IsAwayFromZero(call.Second);
        if (function == Functions.QuotientOrZero)
            return IsPossible(call.First) || IsPole(call);
        if (function == Functions.LogP1)
            return IsPossible(call.First) || algebra.Ranges.Of(call.First).Low <= -1;
        if (function == CircleFunctions.Atanh)
            return algebra.Ranges.Of(call.First) is { Low: <= -1 } or { High: >= 1 };
        if (function == Functions.SoftplusMinusMultiple && call.Operands.All(IsUnboundedInput))
            return true;
        return call.Operands.Any(IsPossible);
    }

    // What is captured, such as a weight, is not large.
    private bool IsUnboundedInput(Node factor) => !factor.IsShared && factor.Operation != Operation.SharedElement && !IsBounded(factor);

    private bool IsAwayFromZero(Node node)
    {
        Interval range = algebra.Ranges.Of(node);
        return range.Low >= SmallestNumber || range.High <= -SmallestNumber;
    }
}
