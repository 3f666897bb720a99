namespace AutoDiffCE.Generators.Formulas;

/// <summary>Runs an expression in double, node by node, exactly as it stands: the reference for what the compiler makes of it.</summary>
internal sealed class Interpreter(FormulaArguments arguments)
{
    private readonly Dictionary<(Node Node, int First, int Second, int Third), double> known = [];

    public double Evaluate(Node node) => Evaluate(node, new Positions(-1, -1, -1));

    /// <summary>The value along the row axis.</summary>
    public double[] EvaluateRow(Node node) =>
        [.. Enumerable.Range(0, arguments.Classes).Select(position => Evaluate(node, new Positions(position, -1, -1)))];

    private double Evaluate(Node node, Positions positions)
    {
        Positions own = positions.Restrict(node.Axes);
        var key = (node, own.First, own.Second, own.Third);
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
            Operation.Call => node.Function!.Evaluate(Operand(0), node.Operands.Length > 1 ? Operand(1) : 0, node.Operands.Length > 2 ? Operand(2) : 0),
            Operation.LessThan => Operand(0) < Operand(1) ? 1 : 0,
            Operation.LessThanOrEqual => Operand(0) <= Operand(1) ? 1 : 0,
            Operation.Equal => Operand(0) == Operand(1) ? 1 : 0,
            Operation.And => Operand(0) != 0 && Operand(1) != 0 ? 1 : 0,
            Operation.Or => Operand(0) != 0 || Operand(1) != 0 ? 1 : 0,
            Operation.Not => Operand(0) == 0 ? 1 : 0,
            Operation.Select => Operand(0) != 0 ? Operand(1) : Operand(2),
            _ => Reduce(node, at),
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
            _ => ScalarMath.Norm(terms),
        };
    }

    private readonly record struct Positions(int First, int Second, int Third)
    {
        public int this[int axis] => axis switch { 0 => First, 1 => Second, _ => Third };

        public Positions With(int axis, int position) => axis switch
        {
            0 => this with { First = position },
            1 => this with { Second = position },
            _ => this with { Third = position },
        };

        public Positions Restrict(AxisSet axes) =>
            new(axes.Contains(0) ? First : -1, axes.Contains(1) ? Second : -1, axes.Contains(2) ? Third : -1);
    }
}
