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

    private double Compute(Node node, Positions at)
    {
        double Operand(int index) => Evaluate(node.Operands[index], at);
        return node.Operation switch
        {
            Operation.Constant or Operation.Truth => node.Value,
            Operation.HyperParameter or Operation.Scalar => arguments.Scalars[node.Name],
            Operation.Label => arguments.Labels[node.Name],
            Operation.Index => at[node.Axis],
            Operation.Length => arguments.Classes,
            Operation.Element or Operation.SharedElement => arguments.Rows[node.Name][(int)Operand(0)],
            Operation.Add => node.Operands.Skip(1).Aggregate(Operand(0), (sum, term) => sum + Evaluate(term, at)),
            Operation.Multiply => node.Operands.Skip(1).Aggregate(Operand(0), (product, factor) => product * Evaluate(factor, at)),
            Operation.Negate => -Operand(0),
            Operation.Divide => Operand(0) / Operand(1),
            Operation.Call when node.Is(Functions.Attained) =>
                Evaluate(node.First.First, at.With(node.First.Axis, (int)Operand(1))) == Operand(0) ? 1 : 0,
            Operation.Call => node.Function!.Evaluate(Operand(0), node.Operands.Length > 1 ? Operand(1) : 0, node.Operands.Length > 2 ? Operand(2) : 0),
            Operation.LessThan => Operand(0) < Operand(1) ? 1 : 0,
            Operation.LessThanOrEqual => Operand(0) <= Operand(1) ? 1 : 0,
            Operation.Equal => Operand(0) == Operand(1) ? 1 : 0,
            Operation.And => Operand(0) != 0 && Operand(1) != 0 ? 1 : 0,
            Operation.Or => Operand(0) != 0 || Operand(1) != 0 ? 1 : 0,
            Operation.Not => Operand(0) == 0 ? 1 : 0,
            Operation.Select => Operand(0) != 0 ? Operand(1) : Operand(2),
            _ when node.IsReduction => Reduce(node, at),
            _ => throw new UnknownOperationException(node.Operation),
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
