using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>Runs an expression in double, node by node, exactly as it stands: the reference for what the compiler makes of it.</summary>
internal sealed class Interpreter(FormulaArguments arguments)
{
    private readonly Dictionary<(Node Node, Positions At), double> known = [];

    public double Evaluate(Node node) => Evaluate(node, Positions.None);

    /// <summary>The value along the row axis.</summary>
    public double[] EvaluateRow(Node node) =>
        [.. Enumerable.Range(0, arguments.Classes).Select(position => Evaluate(node, Positions.None.With(AxisSet.Row, position)))];

    private double Evaluate(Node node, Positions positions)
    {
        Positions own = positions.Restrict(node.Axes);
        (Node, Positions) key = (node, own);
        if (!known.TryGetValue(key, out double value))
        {
            value = Compute(node, own);
            known[key] = value;
        }
        return value;
    }

    /// <summary>What an operation makes of its operands: of all that is neither an input nor a reduction.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="operand">The value of an operand, which is not asked for where it does not count.</param>
    public static double Apply(Node node, Func<int, double> operand) => node.Operation switch
    {
        Operation.Constant or Operation.Truth => node.Value,
        Operation.Add => Enumerable.Range(0, node.Operands.Length).Select(operand).Aggregate((sum, term) => sum + term),
        Operation.Multiply => Enumerable.Range(0, node.Operands.Length).Select(operand).Aggregate((product, factor) => product * factor),
        Operation.Negate => -operand(0),
        Operation.Divide => operand(0) / operand(1),
        Operation.Call => node.Function!.Evaluate(operand(0), node.Operands.Length > 1 ? operand(1) : 0, node.Operands.Length > 2 ? operand(2) : 0),
        Operation.LessThan => operand(0) < operand(1) ? 1 : 0,
        Operation.LessThanOrEqual => operand(0) <= operand(1) ? 1 : 0,
        Operation.Equal => operand(0) == operand(1) ? 1 : 0,
        Operation.And => operand(0) != 0 && operand(1) != 0 ? 1 : 0,
        Operation.Or => operand(0) != 0 || operand(1) != 0 ? 1 : 0,
        Operation.Not => operand(0) == 0 ? 1 : 0,
        Operation.Select => operand(0) != 0 ? operand(1) : operand(2),
        _ => throw new UnknownOperationException(node.Operation),
    };

    private double Compute(Node node, Positions at)
    {
        double Operand(int index) => Evaluate(node.Operands[index], at);
        return node.Operation switch
        {
            Operation.HyperParameter or Operation.Scalar => arguments.Scalars[node.Name],
            Operation.Label => arguments.Labels[node.Name],
            Operation.Index => at[node.Axis],
            Operation.Length => arguments.Classes,
            Operation.Element or Operation.SharedElement => arguments.Rows[node.Name][(int)Operand(0)],
            Operation.Call when node.Is(Functions.Attained) =>
                Evaluate(node.First.First, at.With(node.First.Axis, (int)Operand(1))) == Operand(0) ? 1 : 0,
            Operation.Call when node.Is(Functions.ElementAt) => Evaluate(node.First.First, at.With(node.First.Axis, (int)Operand(1))),
            _ when node.IsReduction => Reduce(node, at),
            _ => Apply(node, Operand),
        };
    }

    private double Reduce(Node node, Positions at)
    {
        int excluded = node.Excluded is null ? -1 : (int)Evaluate(node.Excluded, at);
        double[] terms = [.. Enumerable.Range(0, arguments.Classes)
            .Where(position => position != excluded)
            .Select(position => Evaluate(node.First, at.With(node.Axis, position)))];
        return node.Operation switch
        {
            Operation.Sum => terms.Sum(),
            Operation.Max => terms.Aggregate(double.NegativeInfinity, ScalarMath.Max),
            Operation.Min => terms.Aggregate(double.PositiveInfinity, ScalarMath.Min),
            Operation.LogSumExp => ScalarMath.LogSumExp(terms),
            Operation.Norm => ScalarMath.Norm(terms),
            _ => throw new UnknownOperationException(node.Operation),
        };
    }

    // One position for each axis, −1 where there is none.
    private readonly record struct Positions(EquatableArray<int> At)
    {
        public static Positions None => new(ImmutableArray<int>.Empty);

        public int this[int axis] => axis < At.Count ? At[axis] : -1;

        public Positions With(int axis, int position)
        {
            ImmutableArray<int>.Builder changed = ImmutableArray.CreateBuilder<int>();
            for (int other = 0; other < Math.Max(axis + 1, At.Count); other++)
                changed.Add(other == axis ? position : this[other]);
            return new Positions(changed.ToImmutable());
        }

        public Positions Restrict(AxisSet axes)
        {
            Positions own = None;
            foreach (int axis in axes.Members())
                own = own.With(axis, this[axis]);
            return own;
        }
    }
}
