using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <summary>Runs an expression in numbers of 1600 bits: the exact value, for all a double can tell.</summary>
internal sealed class HighPrecisionInterpreter(FormulaArguments arguments, string? varied = null, int element = 0, Real offset = default)
{
    private readonly Dictionary<(Node Node, int First, int Second, int Third), Real> known = [];

    public Real Evaluate(Node node) => Evaluate(node, [-1, -1, -1]);

    /// <summary>The derivative by one element of a row, or by a scalar: a central difference of 2^−400 of its size.</summary>
    public static double Derivative(Node node, FormulaArguments arguments, string name, int element = 0)
    {
        double at = arguments.Rows.TryGetValue(name, out double[]? row) ? row[element] : arguments.Scalars[name];
        Real step = Real.PowerOfTwo(-400) * (at == 0 ? 1 : Math.Abs(at));
        Real above = new HighPrecisionInterpreter(arguments, name, element, step).Evaluate(node);
        Real below = new HighPrecisionInterpreter(arguments, name, element, -step).Evaluate(node);
        return ((above - below) / (step * 2)).ToDouble();
    }

    private Real Evaluate(Node node, int[] positions)
    {
        int Own(int axis) => node.Axes.Contains(axis) ? positions[axis] : -1;
        var key = (node, Own(0), Own(1), Own(2));
        if (!known.TryGetValue(key, out Real value))
        {
            value = Compute(node, [key.Item2, key.Item3, key.Item4]);
            known[key] = value;
        }
        return value;
    }

    private Real Compute(Node node, int[] at)
    {
        Real Operand(int index) => Evaluate(node.Operands[index], at);
        bool Holds(int index) => !Operand(index).IsZero;
        return node.Operation switch
        {
            Operation.Constant or Operation.Truth => node.Value,
            Operation.HyperParameter or Operation.Scalar => Vary(arguments.Scalars[node.Name], node.Name, 0),
            Operation.Label => arguments.Labels[node.Name],
            Operation.Index => at[node.Axis],
            Operation.Length => arguments.Classes,
            Operation.Element or Operation.SharedElement => ElementOf(node, (int)Operand(0).ToDouble()),
            Operation.Add => node.Operands.Aggregate(Real.Zero, (sum, term) => sum + Evaluate(term, at)),
            Operation.Multiply => node.Operands.Aggregate(Real.One, (product, factor) => product * Evaluate(factor, at)),
            Operation.Negate => -Operand(0),
            Operation.Divide => Operand(0) / Operand(1),
            Operation.Call => HighPrecisionFunctions.Evaluate(node.Function!, [.. node.Operands.Select(operand => Evaluate(operand, at))]),
            Operation.LessThan => Truth(Operand(0) < Operand(1)),
            Operation.LessThanOrEqual => Truth(Operand(0) <= Operand(1)),
            Operation.Equal => Truth(Operand(0) == Operand(1)),
            Operation.And => Truth(Holds(0) && Holds(1)),
            Operation.Or => Truth(Holds(0) || Holds(1)),
            Operation.Not => Truth(!Holds(0)),
            Operation.Select => Holds(0) ? Operand(1) : Operand(2),
            _ => Reduce(node, at),
        };
    }

    private static Real Truth(bool holds) => holds ? Real.One : Real.Zero;

    private Real ElementOf(Node node, int index) => Vary(arguments.Rows[node.Name][index], node.Name, index);

    private Real Vary(Real value, string name, int index) => name == varied && index == element ? value + offset : value;

    private Real Reduce(Node node, int[] at)
    {
        int excluded = node.Excluded is null ? -1 : (int)Evaluate(node.Excluded, at).ToDouble();
        Real[] terms = [.. Enumerable.Range(0, arguments.Classes)
            .Where(position => position != excluded)
            .Select(position => Evaluate(node.First, [.. at.Select((old, axis) => axis == node.Axis ? position : old)]))];
        return node.Operation switch
        {
            Operation.Sum => terms.Aggregate(Real.Zero, (sum, term) => sum + term),
            Operation.Max => terms.Aggregate(Real.NegativeInfinity, HighPrecisionFunctions.Larger),
            Operation.Min => -terms.Select(term => -term).Aggregate(Real.NegativeInfinity, HighPrecisionFunctions.Larger),
            Operation.Norm => Real.Sqrt(terms.Aggregate(Real.Zero, (sum, term) => sum + (term * term))),
            _ => Real.Log(terms.Aggregate(Real.Zero, (sum, term) => sum + Real.Exp(term))),
        };
    }
}
