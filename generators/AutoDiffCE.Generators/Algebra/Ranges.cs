using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// What is known of a node's value in exact real arithmetic for finite inputs: the interval it lies in, and whether it is strictly
/// positive, which an interval with closed ends cannot say of an exponential. Inputs and hyper-parameters can be anything.
/// </summary>
internal sealed class Ranges(NodeAlgebra algebra)
{
    private readonly Dictionary<Node, Interval> intervals = [];
    private readonly Dictionary<Node, bool> positive = [];

    public Interval Of(Node node)
    {
        Work.Step();
        if (!intervals.TryGetValue(node, out Interval interval))
        {
            interval = Compute(node);
            intervals[node] = interval;
        }
        return interval;
    }

    public bool IsNonNegative(Node node) => Of(node).Low >= 0 || IsPositive(node);

    /// <summary>Whether the value is above zero, whatever the inputs are.</summary>
    public bool IsPositive(Node node)
    {
        Work.Step();
        if (!positive.TryGetValue(node, out bool known))
        {
            known = Of(node).Low > 0 || ComputePositive(node);
            positive[node] = known;
        }
        return known;
    }

    private bool ComputePositive(Node node) => node.Operation switch
    {
        Operation.Length => true,
        Operation.Add => node.Operands.All(IsNonNegative) && node.Operands.Any(IsPositive),
        Operation.Multiply or Operation.Divide => node.Operands.All(IsPositive),
        Operation.Select => IsPositive(node.Second) && IsPositive(node.Third),
        // Leaving one index out can leave nothing over.
        Operation.Sum or Operation.Max or Operation.Min => node.Excluded is null && IsPositive(node.First),
        Operation.Call => IsPositiveCall(node),
        Operation.Constant or Operation.HyperParameter or Operation.Scalar or Operation.Label or Operation.Index => false,
        Operation.Element or Operation.SharedElement or Operation.Negate or Operation.LogSumExp or Operation.Norm => false,
        _ when node.Kind == ValueKind.Boolean => false,
        _ => throw new UnknownOperationException(node.Operation),
    };

    private bool IsPositiveCall(Node node)
    {
        bool[] operands = [.. node.Operands.Select(IsPositive), false, false];
        return node.Function!.IsPositive(operands[0], operands[1], operands[2]);
    }

    private Interval Compute(Node node) => node.Operation switch
    {
        Operation.Constant => new Interval(node.Value, node.Value),
        Operation.Label when node.Value < 0 => Interval.All,
        Operation.Label or Operation.Index => Interval.NonNegative,
        Operation.Length => new Interval(1, double.PositiveInfinity),
        Operation.Add => node.Operands.Select(Of).Aggregate((sum, term) => sum + term),
        Operation.Multiply => ProductOf(node),
        Operation.Negate => -Of(node.First),
        Operation.Divide => Of(node.First) * Reciprocal(node.Second),
        Operation.Select => Interval.Union(Of(node.Second), Of(node.Third)),
        Operation.Sum => SumOf(Of(node.First)),
        Operation.Norm => Interval.NonNegative,
        Operation.Max => new Interval(node.Excluded is null ? Of(node.First).Low : double.NegativeInfinity, Of(node.First).High),
        Operation.Min => new Interval(Of(node.First).Low, node.Excluded is null ? Of(node.First).High : double.PositiveInfinity),
        Operation.Call => ComputeCall(node),
        Operation.HyperParameter or Operation.Scalar or Operation.Element or Operation.SharedElement or Operation.LogSumExp => Interval.All,
        _ when node.Kind == ValueKind.Boolean => Interval.Unit,
        _ => throw new UnknownOperationException(node.Operation),
    };

    private Interval ComputeCall(Node node)
    {
        // a softmax
        if (algebra.SoftmaxIn(node) is { LogSumExp.Excluded: null })
            return Interval.Unit;
        Function function = node.Function!;
        Interval[] operands = [.. node.Operands.Select(Of), Interval.All, Interval.All];
        if (operands[0].Low >= function.IncreasingFrom)
            return Interval.Intersection(function.Range, new Interval(function.Evaluate(operands[0].Low, 0, 0), function.Evaluate(operands[0].High, 0, 0)));
        return function.Image?.Invoke(operands[0], operands[1], operands[2]) ?? function.Range;
    }

    // Factors that occur in pairs are squares, which are not negative whatever the factor is.
    private Interval ProductOf(Node node)
    {
        var product = new Interval(1, 1);
        foreach (IGrouping<Node, Node> group in node.Operands.GroupBy(factor => factor))
        {
            Interval factor = Of(group.Key);
            Interval square = Square(factor);
            for (int pair = 0; pair < group.Count() / 2; pair++)
                product *= square;
            if (group.Count() % 2 == 1)
                product *= factor;
        }
        return product;
    }

    private static Interval Square(Interval x)
    {
        double low = x.Low > 0 ? x.Low : x.High < 0 ? -x.High : 0;
        double high = Math.Max(Math.Abs(x.Low), Math.Abs(x.High));
        return new Interval(low * low, high * high);
    }

    // A sum over at least one class; over none where an index is left out, which is 0 and inside as well.
    private static Interval SumOf(Interval term) =>
        new(term.Low >= 0 ? 0 : double.NegativeInfinity, term.High <= 0 ? 0 : double.PositiveInfinity);

    private Interval Reciprocal(Node node)
    {
        Interval x = Of(node);
        if (x.Low > 0 || x.High < 0)
            return new Interval(1 / x.High, 1 / x.Low);
        return x.Low >= 0 ? Interval.NonNegative : x.High <= 0 ? -Interval.NonNegative : Interval.All;
    }
}
