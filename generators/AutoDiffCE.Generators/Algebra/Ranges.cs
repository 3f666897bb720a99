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
        Function function = node.Function!;
        if (function == Functions.Exp || function == Functions.Sigmoid || function == Functions.Softplus)
            return true;
        if (function == Functions.Sqrt || function == Functions.Pow || function == Functions.Abs)
            return IsPositive(node.First);
        if (function == Functions.Max)
            return node.Operands.Any(IsPositive);
        if (function == Functions.Min || function == Functions.StrongProduct)
            return node.Operands.All(IsPositive);
        if (function == Functions.Clamp)
            return IsPositive(node.Third) && (IsPositive(node.First) || IsPositive(node.Second));
        return (function == Functions.BelowInfinity || function == Functions.Grouped) && IsPositive(node.First);
    }

    private Interval Compute(Node node) => node.Operation switch
    {
        Operation.Constant => new Interval(node.Value, node.Value),
        Operation.Label when node.Value < 0 => Interval.All,
        Operation.Label or Operation.Index => Interval.NonNegative,
        Operation.Length => new Interval(1, double.PositiveInfinity),
        Operation.Add => node.Operands.Select(Of).Aggregate(Sum),
        Operation.Multiply => ProductOf(node),
        Operation.Negate => Negate(Of(node.First)),
        Operation.Divide => Product(Of(node.First), Reciprocal(node.Second)),
        Operation.Select => Union(Of(node.Second), Of(node.Third)),
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
        Function function = node.Function!;
        Interval x = Of(node.First);
        // a softmax
        if (algebra.SoftmaxElement(node) is { Excluded: null })
            return Interval.Unit;
        if (IsIncreasing(function))
            return Intersection(function.Range, new Interval(function.Evaluate(x.Low, 0, 0), function.Evaluate(x.High, 0, 0)));
        if (function == Functions.Log)
            return x.Low >= 0 ? new Interval(Math.Log(x.Low), Math.Log(x.High)) : function.Range;
        if (function == Functions.Sqrt)
            return x.Low >= 0 ? new Interval(Math.Sqrt(x.Low), Math.Sqrt(x.High)) : function.Range;
        if (function == Functions.Abs)
            return x.Low >= 0 ? x : x.High <= 0 ? Negate(x) : new Interval(0, Math.Max(-x.Low, x.High));
        if (function == Functions.Pow)
            return x.Low >= 0 ? Interval.NonNegative : Interval.All;
        if (function == Functions.BelowInfinity || function == Functions.Grouped)
            return x;
        return ComputeBinary(function, node, x);
    }

    private Interval ComputeBinary(Function function, Node node, Interval x)
    {
        if (function.Arity < 2)
            return function.Range;
        Interval y = Of(node.Second);
        if (function == Functions.Max)
            return new Interval(Math.Max(x.Low, y.Low), Math.Max(x.High, y.High));
        if (function == Functions.Min)
            return new Interval(Math.Min(x.Low, y.Low), Math.Min(x.High, y.High));
        if (function == Functions.StrongProduct || function == Functions.ProductOrZero)
            return Product(x, y);
        if (function == Functions.SoftplusMinusMultiple && y.Low >= 0 && y.High <= 1)
            return Interval.NonNegative;
        if (function != Functions.Clamp)
            return function.Range;
        Interval z = Of(node.Third);
        return new Interval(Math.Min(Math.Max(x.Low, y.Low), z.Low), Math.Min(Math.Max(x.High, y.High), z.High));
    }

    private static bool IsIncreasing(Function function) =>
        function == Functions.Exp || function == Functions.ExpM1 || function == Functions.Tanh || function == Functions.Erf
        || function == Functions.Sigmoid || function == Functions.Softplus || function == Functions.Relu || function == Functions.Sign;

    // Factors that occur in pairs are squares, which are not negative whatever the factor is.
    private Interval ProductOf(Node node)
    {
        var product = new Interval(1, 1);
        foreach (IGrouping<Node, Node> group in node.Operands.GroupBy(factor => factor))
        {
            Interval factor = Of(group.Key);
            Interval square = Square(factor);
            for (int pair = 0; pair < group.Count() / 2; pair++)
                product = Product(product, square);
            if (group.Count() % 2 == 1)
                product = Product(product, factor);
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

    private static Interval Negate(Interval x) => new(-x.High, -x.Low);

    private static Interval Sum(Interval x, Interval y) => new(x.Low + y.Low, x.High + y.High);

    private static Interval Union(Interval x, Interval y) => new(Math.Min(x.Low, y.Low), Math.Max(x.High, y.High));

    private static Interval Intersection(Interval x, Interval y) => new(Math.Max(x.Low, y.Low), Math.Min(x.High, y.High));

    private Interval Reciprocal(Node node)
    {
        Interval x = Of(node);
        if (x.Low > 0 || x.High < 0)
            return new Interval(1 / x.High, 1 / x.Low);
        return x.Low >= 0 ? Interval.NonNegative : x.High <= 0 ? Negate(Interval.NonNegative) : Interval.All;
    }

    private static Interval Product(Interval x, Interval y)
    {
        double[] corners = [Corner(x.Low, y.Low), Corner(x.Low, y.High), Corner(x.High, y.Low), Corner(x.High, y.High)];
        return new Interval(corners.Min(), corners.Max());
    }

    // Infinity is a bound that no value reaches: times zero it is zero.
    private static double Corner(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
}
