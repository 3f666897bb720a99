using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>What expressions tend to as one input tends to ∞ or −∞ while all others, and what is reduced from rows, stay where they are.</summary>
/// <param name="ranges">Tells the signs of factors.</param>
/// <param name="input">The input that grows.</param>
/// <param name="direction">Where it tends to.</param>
internal sealed class Limits(Ranges ranges, Node input, Limit direction)
{
    private readonly Dictionary<Node, Limit> known = [];

    public Limit Of(Node node)
    {
        Work.Step();
        if (!known.TryGetValue(node, out Limit limit))
        {
            limit = ReferenceEquals(node, input) ? direction : Compute(node);
            known[node] = limit;
        }
        return limit;
    }

    private static bool IsInfinite(Limit limit) => limit is Limit.PlusInfinity or Limit.MinusInfinity or Limit.Infinite;

    private Limit Compute(Node node) => node.Operation switch
    {
        Operation.Add => SumOf([.. node.Operands.Select(Of)]),
        Operation.Multiply => ProductOf(node.Operands),
        Operation.Negate => Negate(Of(node.First)),
        Operation.Divide => QuotientOf(node),
        Operation.Select => EitherOf(Of(node.Second), Of(node.Third)),
        Operation.Call => CallOf(node),
        Operation.Constant or Operation.HyperParameter or Operation.Scalar or Operation.Label or Operation.Index or Operation.Length => Limit.Bounded,
        Operation.Element or Operation.SharedElement => Limit.Bounded,
        Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm => Limit.Bounded,
        _ => throw new UnknownOperationException(node.Operation),
    };

    private static Limit SumOf(Limit[] terms)
    {
        if (terms.Contains(Limit.Unknown))
            return Limit.Unknown;
        Limit[] infinite = [.. terms.Where(IsInfinite)];
        if (infinite.Length > 0)
            return infinite.Length == 1 || (infinite[0] != Limit.Infinite && infinite.All(term => term == infinite[0])) ? infinite[0] : Limit.Unknown;
        return terms.All(term => term == Limit.Vanishing) ? Limit.Vanishing : Limit.Bounded;
    }

    private Limit ProductOf(IReadOnlyList<Node> factors)
    {
        Limit[] limits = [.. factors.Select(Of)];
        if (limits.Contains(Limit.Unknown))
            return Limit.Unknown;
        // e^(−x) x^n tends to 0
        if (limits.Contains(Limit.Vanishing))
            return Limit.Vanishing;
        if (!limits.Any(IsInfinite))
            return Limit.Bounded;
        int?[] signs = [.. factors.Select((factor, index) => SignOf(factor, limits[index]))];
        return signs.Contains(null) ? Limit.Infinite : signs.Aggregate(1, (sign, next) => sign * next!.Value) > 0 ? Limit.PlusInfinity : Limit.MinusInfinity;
    }

    private int? SignOf(Node factor, Limit limit) => limit switch
    {
        Limit.PlusInfinity => 1,
        Limit.MinusInfinity => -1,
        Limit.Bounded when CountsAsPositive(factor) => 1,
        _ => null,
    };

    // A temperature is positive, and nothing says so. If it is not, a zero is guarded that needs no guard, which changes nothing.
    private bool CountsAsPositive(Node factor) =>
        ranges.IsPositive(factor) || factor.Operation is Operation.HyperParameter or Operation.Scalar;

    private Limit QuotientOf(Node node) => (Of(node.First), Of(node.Second)) switch
    {
        (Limit.Unknown, _) or (_, Limit.Unknown) or (_, Limit.Vanishing) => Limit.Unknown,
        (Limit.Vanishing, _) => Limit.Vanishing,
        (Limit.Bounded, _) => Limit.Bounded,
        (Limit.PlusInfinity, Limit.Bounded) when CountsAsPositive(node.Second) => Limit.PlusInfinity,
        (Limit.MinusInfinity, Limit.Bounded) when CountsAsPositive(node.Second) => Limit.MinusInfinity,
        (_, Limit.Bounded) => Limit.Infinite,
        _ => Limit.Unknown,
    };

    private static Limit Negate(Limit limit) => limit switch
    {
        Limit.PlusInfinity => Limit.MinusInfinity,
        Limit.MinusInfinity => Limit.PlusInfinity,
        _ => limit,
    };

    // Of two sides, the one that moves tells: where the other is taken, a guard changes nothing.
    private static Limit EitherOf(Limit first, Limit second) => (first, second) switch
    {
        _ when first == second || second == Limit.Bounded => first,
        (Limit.Bounded, _) => second,
        _ => IsInfinite(first) && IsInfinite(second) ? Limit.Infinite : Limit.Unknown,
    };

    private Limit CallOf(Node node)
    {
        Function function = node.Function!;
        if (function == Functions.StrongProduct)
            return ProductOf([node.First, node.Second]);
        if (function == Functions.ProductOrZero)
            return Of(node.Second);
        if (function == Functions.BelowInfinity)
            return Of(node.First);
        if (function.Arity == 1)
            return CallOf(function, Of(node.First));
        return node.Operands.All(operand => Of(operand) is Limit.Bounded or Limit.Vanishing) ? Limit.Bounded : Limit.Unknown;
    }

    // Of the functions of one number, the exponentials alone, and what is a sum of two, grow faster than every power, and where one tends to 0 at infinity, it
    // does so faster.
    private static Limit CallOf(Function function, Limit x) => x switch
    {
        Limit.PlusInfinity when function == Functions.Exp || function == Functions.ExpM1 => Limit.Unknown,
        Limit.PlusInfinity or Limit.MinusInfinity when function == CircleFunctions.Sinh || function == CircleFunctions.Cosh => Limit.Unknown,
        // They vanish, no faster than a power does.
        Limit.PlusInfinity when function == SpecialFunctions.Trigamma || function == SpecialFunctions.Tetragamma => Limit.Unknown,
        Limit.PlusInfinity => At(function, double.PositiveInfinity),
        Limit.MinusInfinity => At(function, double.NegativeInfinity),
        Limit.Infinite => EitherOf(CallOf(function, Limit.PlusInfinity), CallOf(function, Limit.MinusInfinity)),
        Limit.Vanishing => At(function, 0),
        _ => x,
    };

    private static Limit At(Function function, double x) => function.Evaluate(x, 0, 0) switch
    {
        double.NaN => Limit.Unknown,
        double.PositiveInfinity => Limit.PlusInfinity,
        double.NegativeInfinity => Limit.MinusInfinity,
        0 => Limit.Vanishing,
        _ => Limit.Bounded,
    };
}
